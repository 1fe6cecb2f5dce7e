import Access
import HTTP
import Staffing
import WebAuthn

/// Adding, naming and removing one's passkeys.
enum OwnPasskeys {
    static let endpoints: [Endpoint] = [
        .apart(.post, Routes.passkeys, needs: .password, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            try await add(visit)
        },
        .apart(.post, Routes.passkeyName, needs: .session, shows: .ordinary) {
            (visit, id) async throws(Problem) in
            try await rename(id, visit)
        },
        .apart(.post, Routes.passkeyRemoval, needs: .session, shows: .ordinary) {
            (visit, id) async throws(Problem) in
            let oneself = try await Oneself(visit)
            let (door, reading) = (visit.services.doorkeeper, visit.services.reading())
            let known = await door.means(of: oneself.session, at: reading).passkeys.first { $0.id == id }
            let outcome = await door.removePasskey(id, by: oneself.session, at: reading)
            return try await OwnSignInSlice.answer(
                outcome, .passkeyRemoved, visit, telling: .passkeyRemoved(known?.name ?? ""))
        },
    ]

    /// Letters of a passkey's name.
    static let nameLimit = 60

    private static func add(_ visit: Visit) async throws(Problem) -> Response {
        let oneself = try await Oneself(visit)
        guard let name = name(visit) else { return try await badName(visit, at: "passkey-name") }
        guard let challenge = visit.bytes("challenge"), let client = visit.bytes("client"),
            let attestation = visit.bytes("attestation")
        else {
            let errors = FormErrors("passkey-name", visit.say.passkeyNotAdded)
            return try await OwnSignInSlice.page(visit, errors, .unprocessableContent)
        }
        let outcome = await visit.services.doorkeeper.addPasskey(
            Registration(clientData: client, attestationObject: attestation), named: name,
            challenge: challenge, at: visit.party, by: oneself.session,
            isOwed: visit.owesSecondFactor, now: visit.services.reading())
        return try await OwnSignInSlice.answer(
            outcome.map { _ in () }, .passkeyAdded, visit, at: "passkey-name", telling: .passkeyAdded(name))
    }

    private static func rename(_ id: PasskeyID, _ visit: Visit) async throws(Problem) -> Response {
        let oneself = try await Oneself(visit)
        guard let name = name(visit) else { return try await badName(visit, at: "passkeys") }
        let outcome = await visit.services.doorkeeper.renamePasskey(
            id, to: name, by: oneself.session, at: visit.services.reading())
        return try await OwnSignInSlice.answer(outcome, .passkeyRenamed, visit)
    }

    private static func name(_ visit: Visit) -> String? {
        let name = (visit.form["name"] ?? "").trimmed
        return (1...nameLimit).contains(name.count) ? name : nil
    }

    private static func badName(_ visit: Visit, at field: StaticString) async throws(Problem) -> Response {
        let errors = FormErrors(field, visit.say.passkeyNameNeeded(longest: nameLimit))
        return try await OwnSignInSlice.page(visit, errors, .unprocessableContent)
    }
}
