internal import Crypto
internal import Journal

/// Stands for one browser as one account knows it: a hash of the account and of the key in that browser's
/// long-lived cookie. The key opens nothing; without it nobody can pass for that browser.
struct BrowserMark: Hashable, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    init(_ key: AccessToken, for account: Account) {
        var writer = RecordWriter()
        writer.write(account)
        writer.write(key.digest)
        rawValue = sha256(writer.bytes).array.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// What became of looking at a browser in which somebody has signed in.
package struct Recognition: Sendable {
    /// What the browser is to keep, so that it is known the next time.
    package let key: AccessToken
    /// Whether the account knew other browsers and not this one. Its first browser is no news to anybody.
    package let isNews: Bool
}
