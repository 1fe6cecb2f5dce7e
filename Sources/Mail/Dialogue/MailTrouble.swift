/// Why a mail did not go out at one attempt.
package struct MailTrouble: Error, Hashable, Sendable {
    package let kind: Kind
    /// The mail server's three digits, where it answered.
    package let code: Int?
    /// The server's own words, or the system's; fit for a page, and never for a log: they may name addresses.
    package let words: String

    /// The spellings are kept in files.
    package enum Kind: String, CaseIterable, Sendable {
        /// No name, no way, or nobody who listens.
        case unreachable
        /// No answer within the time for that step.
        case silent
        case hungUp = "hung-up"
        /// What came back is not SMTP, or too long for it.
        case unreadable
        /// The server said that it closes now (421), whatever was asked.
        case closing
        case greetingRefused = "greeting-refused"
        case encryptionMissing = "encryption-missing"
        case encryptionRefused = "encryption-refused"
        /// The certificate, its name, or TLS itself.
        case untrusted
        case signInMissing = "sign-in-missing"
        case signInRefused = "sign-in-refused"
        /// This mail was refused for now (4xx).
        case delayed
        /// This mail was refused for good (5xx).
        case refused
        /// The address needs what the server does not speak (SMTPUTF8).
        case addressNotTaken = "address-not-taken"
        case tooLarge = "too-large"
        /// Our own copy of it cannot be read.
        case fileUnreadable = "file-unreadable"
    }

    /// More than a page needs of a server's words.
    private static let longestWords = 240

    package init(_ kind: Kind, code: Int? = nil, words: String = "") {
        self.kind = kind
        self.code = code
        self.words = MailText(String(words.prefix(Self.longestWords))).text
    }

    init(_ kind: Kind, _ reply: SMTPReply) { self.init(kind, code: reply.code, words: reply.text) }

    /// Whether trying again is of no use.
    package var isForGood: Bool {
        switch kind {
        case .refused, .addressNotTaken, .tooLarge: true
        case .unreachable, .silent, .hungUp, .unreadable, .closing, .greetingRefused, .encryptionMissing,
            .encryptionRefused, .untrusted, .signInMissing, .signInRefused, .delayed, .fileUnreadable:
            false
        }
    }
}
