import Access
import HTTP
import Staffing
import Tenancy

/// The agency's own people: who is there, bringing them in, what they hold, letting them go.
enum ColleagueSlice {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.colleagues, needs: .permission(.manageRoles), shows: .ordinary) {
            (visit, _) async throws(Problem) in
            try await ColleagueListPage.of(visit).response
        },
        .apart(.get, Routes.colleagueInviting, needs: .permission(.manageRoles), shows: .ordinary) {
            (visit, _) async throws(Problem) in
            ColleaguePage(visit: visit, stepUp: try await StepUp(visit), draft: ColleagueDraft()).response()
        },
        .apart(
            .post, Routes.colleagues, needs: .permission(.manageRoles), shows: .ordinary,
            ColleagueInviting.invite),
        .apart(
            .get, Routes.colleague, needs: .permission(.manageRoles), shows: .ordinary,
            ColleagueEditing.page),
        .apart(
            .post, Routes.colleague, needs: .permission(.manageRoles), shows: .ordinary,
            ColleagueEditing.save),
        .apart(
            .post, Routes.colleagueInvitation, needs: .permission(.manageRoles), shows: .ordinary,
            ColleagueInviting.inviteAgain),
        .apart(
            .post, Routes.colleagueWithdrawal, needs: .permission(.manageRoles), shows: .ordinary,
            ColleagueInviting.withdraw),
        .apart(
            .get, Routes.colleagueRemoval, needs: .permission(.manageRoles), shows: .ordinary,
            ColleagueRemoval.page),
        .apart(
            .post, Routes.colleagueRemoval, needs: .permission(.manageRoles), shows: .ordinary,
            ColleagueRemoval.remove),
        .apart(
            .get, Routes.colleagueFactors, needs: .permission(.manageRoles), shows: .ordinary,
            ColleagueFactors.show),
        .apart(
            .post, Routes.colleagueFactors, needs: .permission(.manageRoles), shows: .ordinary,
            ColleagueFactors.end),
    ]
}

extension Visit {
    /// Somebody of the agency who has not left.
    func colleague(_ id: StaffID) async throws(Problem) -> StaffMember {
        let known = try await inAgency { $0.state.staff[id] }
        guard let member = known, member.isActive else { throw .missing }
        return member
    }

    /// Performs a command about the agency's people for whoever asks, with what they hold at this step.
    /// Returns when it is on disk; with the refusal where there is one.
    func perform(
        _ command: AgencyCommand
    ) async throws(Problem) -> Result<[AgencyEvent], AgencyRefusal> {
        let outcome: Result<Result<[AgencyEvent], AgencyRefusal>, Problem> = try await inAgency { agency in
            do throws(Turned<AgencyRefusal>) {
                return .success(.success(try agency.perform(command, for: agency.caller(self))))
            } catch .refused(let refusal) {
                return .success(.failure(refusal))
            } catch {
                return .failure(Problem(error, self.say) { self.words.explain($0) })
            }
        }
        return try outcome.get()
    }

    func account(_ colleague: StaffID) -> Account { Account(realm: .agency, person: .staff(colleague)) }
}

extension StaffMember {
    /// Changes whenever anything about the person does.
    func edition(_ fingerprint: ([UInt8]) -> Fingerprint) -> String {
        var content = CanonicalBytes()
        content.append(name)
        content.append(email.text)
        for role in roles.map(\.rawValue).sorted() { content.append(role) }
        return Identifier<StaffMember>(fingerprint(content.bytes).short).pathText
    }
}

extension FormErrors {
    /// At the field that a rule about the agency's people turned down.
    init(colleague refusal: AgencyRefusal, _ words: any StaffWords) throws(Problem) {
        switch refusal {
        case .notAllowed, .unknown, .slugInvalid, .slugTaken, .rateImpossible: throw .missing
        case .nameMissing: self.init("name", words.explain(refusal))
        case .emailInvalid, .emailTaken: self.init("email", words.explain(refusal))
        case .rolesMissing, .roleUnknown, .lastOpsAdmin: self.init("roles", words.explain(refusal))
        }
    }
}
