import Access
import Crypto
import HTTP
import Markup
import WebAuthn

extension Routes {
    /// What a passkey is to answer; the script asks for it when somebody presses the button.
    static let challenge = Route<NoKey>("/sign-in/challenge")
    static let passkeySignIn = Route<NoKey>("/sign-in/passkey")
}

/// Coming in by a passkey: the browser finds the one of this host, and with it whose it is.
enum PasskeySignIn {
    static let endpoints: [Endpoint] = [
        .apart(.get, Routes.challenge, needs: .nothing, shows: .ordinary) { (visit, _) throws(Problem) in
            challenge(visit)
        },
        .apart(.post, Routes.passkeySignIn, needs: .nothing, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            await signIn(visit)
        },
    ]

    private static func challenge(_ visit: Visit) -> Response {
        let challenge = visit.services.doorkeeper.challenge(for: visit.realm, at: visit.services.reading())
        let json = "\"\(Base64URL.encode(challenge))\""
        var response = Response(.ok, .json, body: Array(json.utf8))
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private static func signIn(_ visit: Visit) async -> Response {
        guard let answer = visit.passkeyAnswer else { return refused(visit) }
        let outcome = await visit.services.doorkeeper.signIn(
            answer, from: visit.place, former: visit.session, at: visit.services.reading())
        switch outcome {
        case .success((let token, let account)):
            visit.report(.signedIn(account))
            return await SignInSlice.welcome(token, account, visit)
        case .failure(.refused): return refused(visit)
        case .failure(.unavailable):
            visit.report(.notRecorded)
            var page = SignInPage(visit: visit, sentence: visit.say.signInUnavailable)
            page.status = .serviceUnavailable
            return page.response
        }
    }

    /// One sentence for all that may be wrong: the right passkey at the right host meets none of it.
    private static func refused(_ visit: Visit) -> Response {
        visit.report(.wrongPasskey)
        var page = SignInPage(visit: visit, sentence: visit.say.passkeyRefused)
        page.field = "passkey"
        return page.response
    }
}

extension Visit {
    /// Where somebody is who signs in.
    var place: SessionPlace {
        SessionPlace(
            network: exchange.network, device: Device(userAgent: request.head.headers[.userAgent] ?? ""))
    }

    /// The host whose passkeys count here.
    var party: RelyingParty {
        let host = request.head.host
        return RelyingParty(id: host, origin: "https://" + services.setting.authority(host))
    }

    /// What the script put into the form; nothing where a part is missing or is no Base64URL.
    var passkeyAnswer: PasskeyAnswer? {
        guard let challenge = bytes("challenge"), let id = bytes("credential"), let client = bytes("client"),
            let data = bytes("authenticator"), let signature = bytes("signature")
        else { return nil }
        let assertion = Assertion(
            credentialID: id, clientData: client, authenticatorData: data, signature: signature)
        return PasskeyAnswer(realm: realm, party: party, challenge: challenge, assertion: assertion)
    }

    func bytes(_ field: String) -> [UInt8]? {
        guard let text = form[field], !text.isEmpty else { return nil }
        return Base64URL.decode(text)
    }
}

/// The form by which the script brings a passkey's answer. It shows itself where there is a script.
struct PasskeyForm {
    let visit: Visit
    let action: Address
    let label: String
    var next = ""

    var html: Markup {
        """
        <form class="form" method="post" action="\(action)" data-passkey="get" \
        data-challenge="\(Routes.challenge.address)" data-host="\(visit.party.id)" hidden>\
        \(visit.session == nil ? nil : visit.frame.csrfField)
          <input type="hidden" name="next" value="\(next)">
          <input type="hidden" name="challenge"><input type="hidden" name="credential">\
        <input type="hidden" name="client"><input type="hidden" name="authenticator">\
        <input type="hidden" name="signature">
          <p class="error" role="alert" data-passkey-failed hidden>\(visit.say.passkeyNotUsed)</p>
          <div class="actions"><button class="button wide" id="passkey">\(label)</button></div>
        </form>
        """
    }
}
