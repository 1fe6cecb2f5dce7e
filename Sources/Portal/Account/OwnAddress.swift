import Access
import HTTP
import Mail
import Staffing
import Tenancy

extension Routes {
    static let ownAddress = Route<NoKey>("/account/email")
    static let ownAddressCode = Route<NoKey>("/account/email/code")
}

/// Changing one's own mail address: a code goes to the new one, and only when it comes back does the address
/// hold. Both hear of it then. Whether somebody else has the address is told to whoever reads its mail alone.
enum OwnAddress {
    static let endpoints: [Endpoint] = [
        .apart(.get, Routes.ownAddress, needs: .session, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            try await page(visit).response()
        },
        .apart(.post, Routes.ownAddress, needs: .session, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            try await ask(visit)
        },
        .apart(.post, Routes.ownAddressCode, needs: .session, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            try await confirm(visit)
        },
    ]

    private static func page(_ visit: Visit) async throws(Problem) -> OwnAddressPage {
        let stepUp = try await StepUp(visit)
        let pending = await visit.services.doorkeeper.pendingMove(
            of: stepUp.oneself.session, at: visit.services.reading())
        return OwnAddressPage(visit: visit, stepUp: stepUp, pending: pending)
    }

    /// Sends the code.
    private static func ask(_ visit: Visit) async throws(Problem) -> Response {
        var page = try await page(visit)
        guard let address = EmailAddress((visit.form["email"] ?? "").trimmed) else {
            return page.refused("email", visit.say.explain(PeopleRefusal.emailInvalid))
        }
        guard address.text != page.stepUp.oneself.email else {
            return page.refused("email", visit.say.addressIsYours)
        }
        let session = page.stepUp.oneself.session
        let outcome = await visit.services.doorkeeper.beginMove(
            to: address.text, by: session, network: visit.exchange.network, at: visit.services.reading())
        switch outcome {
        case .success(let code):
            guard let recipient = await visit.correspondent(session.account) else { throw .missing }
            let mail = CodeMail(recipient: recipient, email: address, code: code, purpose: .newAddress)
            guard await mail.send(visit) else { return page.refused("email", visit.say.codeNotMailed) }
            return Response(seeOther: Routes.ownAddress.address.headerValue)
        case .failure(let refusal): return page.refused("email", refusal)
        }
    }

    /// The code came back: the address is theirs now, if it is free.
    private static func confirm(_ visit: Visit) async throws(Problem) -> Response {
        var page = try await page(visit)
        let session = page.stepUp.oneself.session
        let outcome = await visit.services.doorkeeper.finishMove(
            code: visit.form["code"] ?? "", by: session, at: visit.services.reading())
        switch outcome {
        case .failure(let refusal):
            if refusal == .wrongCode { visit.report(.wrongCode) }
            if refusal == .over { page.pending = nil }
            return page.refused(refusal == .over ? "email" : "code", refusal)
        case .success(let text):
            guard let address = EmailAddress(text),
                let former = EmailAddress(page.stepUp.oneself.email)
            else { throw .missing }
            guard try await move(to: address, session.account, visit) else {
                page.pending = nil
                return page.refused("email", visit.say.explain(PeopleRefusal.emailTaken))
            }
            // A link that went to the old address opens nothing any more.
            _ = await visit.services.doorkeeper.withdrawInvitation(
                of: session.account, at: visit.services.reading())
            if let recipient = await visit.correspondent(session.account) {
                await visit.tell(recipient, .addressChanged(to: address), at: [former, address])
            }
            return Response(seeOther: Routes.ownAddress.address.with("done", "moved").headerValue)
        }
    }

    /// False when somebody else has it. It is on disk when this returns.
    private static func move(
        to address: EmailAddress, _ account: Account, _ visit: Visit
    ) async throws(Problem) -> Bool {
        switch account.realm {
        case .tenant(let id):
            try await visit.inTenant(id) { (tenant: isolated Tenant) throws(Problem) in
                let caller = try tenant.caller(visit)
                do throws(Turned<PeopleRefusal>) {
                    try tenant.move(to: address, for: caller)
                    return true
                } catch .refused(.emailTaken) {
                    return false
                } catch {
                    throw Problem(error, visit.say) { visit.say.explain($0) }
                }
            }
        case .agency:
            try await visit.inAgency { agency -> Result<Bool, Problem> in
                do throws(Turned<AgencyRefusal>) {
                    try agency.move(to: address, for: agency.caller(visit))
                    return .success(true)
                } catch .refused(.emailTaken) {
                    return .success(false)
                } catch {
                    return .failure(Problem(error, visit.say) { _ in visit.say.addressNotChanged })
                }
            }.get()
        }
    }
}
