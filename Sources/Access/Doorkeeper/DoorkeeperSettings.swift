package import Crypto
package import Journal

/// What a doorkeeper is given by whoever starts it.
package struct DoorkeeperSettings: Sendable {
    package typealias Job = @Sendable () -> Void

    package let home: any SerialExecutor
    /// Runs a job on `home`, after what is already queued there.
    package let post: @Sendable (@escaping Job) -> Void
    /// Brings a job to an I/O thread; must not lose it.
    package let run: @Sendable (@escaping Job) -> Void
    /// Brings a hash to one of the few threads for it, or throws when too many wait already.
    package let hash: @Sendable (@escaping Job) throws -> Void
    /// Unpredictable bytes, for tokens and salts; only a simulation draws others.
    package var drawBytes: @Sendable (Int) -> [UInt8] = { randomBytes($0) }
    package var scrypt = Scrypt.standard
    /// Passwords that nobody may choose, beside those that the rules refuse by themselves.
    package var blocklist = PasswordBlocklist.empty
    package var sessions = SessionLimits.standard
    package var guesses = GuessLimits.standard
    package var mails = GuessLimits.mails
    package var links = GuessLimits.links
    package var viewings = ViewingLimits.standard
    package var invitationSeconds: Int64 = 7 * 24 * 60 * 60
    /// What somebody is told to wait whose password nobody had time to look at.
    package var busyRetrySeconds: Int64 = 5
    /// A snapshot is written after this many entries.
    package var snapshotEvery: UInt64 = 5_000
    /// What is known to have been durable when the process begins.
    package var witness: StoreMark?

    package init(
        home: any SerialExecutor, post: @escaping @Sendable (@escaping Job) -> Void,
        run: @escaping @Sendable (@escaping Job) -> Void,
        hash: @escaping @Sendable (@escaping Job) throws -> Void
    ) {
        self.home = home
        self.post = post
        self.run = run
        self.hash = hash
    }
}
