internal import Crypto
package import Journal
internal import Locking
package import Staffing

/// Signs each minute how far every chain has come, as long as anything changes, and has that kept in the data
/// folder and, where one is configured, in a place that an intruder here cannot reach.
///
/// Only what is durable is signed for. So when a store is opened whose journal does not reach as far as the
/// newest checkpoint, something that was on disk is gone, and the store refuses.
package final class Notary: Sendable {
    private let key: InstallationKey
    private let places: [CheckpointPlace]
    private let book: Lock<Book>

    package static let folder = "checkpoints"
    /// The public key, as OpenSSL reads it.
    package static let keyFile = "installation.pem"
    package static let everySeconds: Int64 = 60

    private struct Book {
        var known: [String: StoreMark]
        var file: CheckpointFile
        var lastTurn: Int64?
    }

    /// Reads the newest checkpoints from the first of the places, which blocks.
    package init(key: InstallationKey, places: [CheckpointPlace], at now: Moment) {
        self.key = key
        self.places = places
        var known: [String: StoreMark] = [:]
        var file = CheckpointFile(at: now)
        if let home = places.first {
            // Each file begins with everything; the one before is for the case that the newest is not whole.
            known = home.read(by: key.verifying, newest: 2).latest
            // When the clock was set back, the newest file is of an hour to come, and goes on.
            file = home.newestFile(notBefore: file.name) ?? file
        }
        book = Lock(Book(known: known, file: file))
    }

    /// What is known of a store that is about to be opened.
    package func witness(of store: String) -> StoreMark? { book.withLock { $0.known[store] } }

    /// Whether a minute has passed. Whoever asks and hears yes takes the turn.
    package func isDue(at now: Reading) -> Bool {
        book.withLock { book in
            let wait = Self.everySeconds * 1_000_000
            if let last = book.lastTurn, now.steadyMicroseconds - last < wait { return false }
            book.lastTurn = now.steadyMicroseconds
            return true
        }
    }

    /// Signs for what has changed, if anything has, and tries each place, also for what failed before. `done`
    /// hears when all have been tried.
    package func attest(
        _ marks: [String: StoreMark], at now: Moment, _ done: @escaping @Sendable () -> Void = {}
    ) {
        let files = book.withLock { book -> [String: [UInt8]] in
            let changed = marks.filter { $0.value.sequence > book.known[$0.key]?.sequence ?? 0 }
            guard !changed.isEmpty else { return [:] }
            book.known.merge(changed) { _, new in new }
            // Never back to an earlier hour: its file would be begun anew over what stands there, and the
            // newest by name would no longer be the newest.
            if book.file.name < CheckpointFile.name(at: now) { book.file = CheckpointFile(at: now) }
            let checkpoint = Checkpoint(at: now, marks: book.file.isEmpty ? book.known : changed)
            book.file.append(checkpoint.note(signedBy: key.signing))
            return [book.file.name: book.file.bytes, Self.keyFile: Array(key.verifying.pem.utf8)]
        }
        let countdown = Countdown(places.count, done)
        for place in places { place.put(files) { countdown.step() } }
    }

    /// The same, and waits until each place has been tried.
    package func attested(_ marks: [String: StoreMark], at now: Moment) async {
        await withCheckedContinuation { continuation in
            attest(marks, at: now) { continuation.resume() }
        }
    }
}

/// Calls when everybody has.
private final class Countdown: Sendable {
    private let left: Lock<Int>
    private let done: @Sendable () -> Void

    init(_ count: Int, _ done: @escaping @Sendable () -> Void) {
        left = Lock(count)
        self.done = done
        if count == 0 { done() }
    }

    func step() {
        let isLast = left.withLock { left in
            left -= 1
            return left == 0
        }
        if isLast { done() }
    }
}

extension VerifyingKey {
    /// The key's SubjectPublicKeyInfo (RFC 8410) as PEM.
    var pem: String {
        let prefix: [UInt8] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]
        return "-----BEGIN PUBLIC KEY-----\n\(PaddedBase64.encode(prefix + raw))\n-----END PUBLIC KEY-----\n"
    }
}
