internal import Crypto

/// Browsers whose person has shown the right password and still owes a code. None of them is a session, none
/// is written down, and whoever has not entered a code in time begins anew.
struct HalfOpenDoors {
    private var doors: [SHA256Digest: HalfOpen] = [:]

    static let lifeSeconds: Int64 = 300
    /// Only right passwords come this far, so strangers cannot take up the places.
    static let capacity = 10_000

    struct HalfOpen {
        let account: Account
        /// The one that was shown; where another was set meanwhile, this door is shut.
        let password: PasswordHash
        let place: SessionPlace
        /// The session of the browser that asks, which the new one takes the place of.
        let former: SHA256Digest?
        let since: Reading
        /// Asked for instead of an app's code, from who has no app.
        var mailed: MailedCode?
    }

    /// False when there may be no more of them.
    mutating func add(_ door: HalfOpen, under digest: SHA256Digest) -> Bool {
        if doors.count >= Self.capacity { removeExpired(at: door.since) }
        guard doors.count < Self.capacity else { return false }
        doors[digest] = door
        return true
    }

    func door(_ digest: SHA256Digest, at now: Reading) -> HalfOpen? {
        guard let door = doors[digest], Self.isOpen(door, at: now) else { return nil }
        return door
    }

    mutating func remove(_ digest: SHA256Digest) { doors[digest] = nil }

    /// One try at the code that went out by mail.
    mutating func takeMailed(_ code: String, under digest: SHA256Digest, at now: Reading) -> Bool {
        doors[digest]?.mailed?.isRight(code, at: now) ?? false
    }

    mutating func removeExpired(at now: Reading) { doors = doors.filter { Self.isOpen($0.value, at: now) } }

    private static func isOpen(_ door: HalfOpen, at now: Reading) -> Bool {
        if let mailed = door.mailed { return mailed.isAlive(at: now) }
        return now.elapsed(since: door.since) < lifeSeconds * 1_000_000
    }
}

/// Secrets of apps that are being set up: each is shown to one session, and nothing opens by it yet.
struct PendingSecrets {
    private var secrets: [SHA256Digest: (secret: [UInt8], since: Reading)] = [:]

    static let lifeSeconds: Int64 = 900

    func secret(_ session: SHA256Digest, at now: Reading) -> [UInt8]? {
        guard let pending = secrets[session],
            now.elapsed(since: pending.since) < Self.lifeSeconds * 1_000_000
        else { return nil }
        return pending.secret
    }

    mutating func set(_ secret: [UInt8], for session: SHA256Digest, at now: Reading) {
        secrets[session] = (secret, now)
    }

    mutating func remove(_ session: SHA256Digest) { secrets[session] = nil }

    mutating func removeExpired(at now: Reading) {
        secrets = secrets.filter { now.elapsed(since: $0.value.since) < Self.lifeSeconds * 1_000_000 }
    }
}
