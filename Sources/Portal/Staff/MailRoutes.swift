import Crypto

extension Routes {
    static let mail = Route<NoKey>("/mail")
    static let mailAttempt = Route<MailKey>("/mail/*/attempt")
    static let mailWithdrawal = Route<MailKey>("/mail/*/withdrawal")
}

/// A mail of the queue, in an address.
struct MailKey: PathKey {
    let id: UInt64

    init(_ id: UInt64) { self.id = id }

    var pathText: String { Base32Crockford.encode(id) }

    init?(pathText: String) {
        guard let id = Base32Crockford.decode(pathText), Base32Crockford.encode(id) == pathText else {
            return nil
        }
        self.id = id
    }
}
