/// How long sessions live and how many there may be.
package struct SessionLimits: Hashable, Sendable {
    /// A session that nobody used for this long has ended.
    package var idleSeconds: Int64 = 30 * 60
    /// However busy, a session ends after this.
    package var absoluteSeconds: Int64 = 12 * 60 * 60
    /// How often, at most, being used is written down. After a restart a session may end this much early.
    package var noteSeconds: Int64 = 5 * 60
    /// How long a password or a passkey that was shown stands for changes of what opens the door.
    package var proofSeconds: Int64 = 10 * 60
    /// With one more, the account's oldest session ends.
    package var perAccount = 10
    /// With one more, nobody else can sign in until a session ends.
    package var total = 100_000

    package init() {}

    package static let standard = SessionLimits()
}
