import Access
import HTTP
import Staffing

/// Where somebody is sent who may not go on yet: to the sign-in, or to the second factor that is demanded of
/// them. Nothing else is shown before that, not even whether what they asked for is there.
struct Detour {
    let response: Response

    /// Nothing for who may go on. `demand` is the client's; for the agency's people their roles alone count.
    init?(_ knock: Knock, _ viewer: Viewer, _ demand: SignInDemand, on today: Day) {
        switch knock.endpoint.needs {
        case .nothing: return nil
        case .password: guard viewer.person == .nobody else { return nil }
        case .session, .permission:
            if viewer.person == .nobody { break }
            guard Self.isOwed(by: viewer, knock.session, demand, on: today) else { return nil }
            response = Response(seeOther: Routes.secondFactor.address.headerValue)
            return
        }
        response = SignInSlice.signInFirst(knock.request)
    }

    /// Whether a second factor is demanded that this session has not seen. The agency's look as somebody owes
    /// what the one who looks owes, who has come in already.
    static func isOwed(
        by viewer: Viewer, _ session: Session?, _ demand: SignInDemand, on today: Day
    ) -> Bool {
        guard let session, session.view == nil, !session.isConfirmed, viewer.person != .nobody else {
            return false
        }
        return demand == .secondFactor || viewer.demandsSecondFactor(on: today)
    }
}
