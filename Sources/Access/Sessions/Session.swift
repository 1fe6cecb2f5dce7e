internal import Crypto
package import Staffing

/// A signed-in browser, as a request finds it.
package struct Session: Sendable {
    package let account: Account
    package let id: SessionID
    package let opened: Moment
    /// Whether its person has shown a second factor.
    package let isConfirmed: Bool
    let digest: SHA256Digest
    /// What every form of this session carries. It follows from the token, so it is stored nowhere and
    /// ends with the session.
    package let formToken: String
    /// Where it is nobody's own session, but the agency's look at what the account would see.
    package let view: View?

    init(
        account: Account, digest: SHA256Digest, opened: Moment, isConfirmed: Bool = false, formToken: String,
        view: View? = nil
    ) {
        self.view = view
        self.account = account
        id = SessionID(digest)
        self.digest = digest
        self.opened = opened
        self.isConfirmed = isConfirmed
        self.formToken = formToken
    }

    /// Whether a form carries this session's own token; compared in constant time.
    package func accepts(formToken text: String) -> Bool {
        guard text.utf8.count == AccessToken.textCount else { return false }
        return constantTimeEqual(text.utf8.span, formToken.utf8.span)
    }
}

/// Names a session in logs and in the access trail, and opens nothing.
package struct SessionID: Hashable, Sendable {
    package let rawValue: UInt64

    init(_ digest: SHA256Digest) {
        var number: UInt64 = 0
        for index in 0..<8 { number = number << 8 | UInt64(digest.bytes[index]) }
        rawValue = number
    }

    /// From the text that `text` writes.
    package init?(text: String) {
        guard let number = Base32Crockford.decode(text) else { return nil }
        rawValue = number
    }

    /// Thirteen letters and digits.
    package var text: String { Base32Crockford.encode(rawValue) }
}
