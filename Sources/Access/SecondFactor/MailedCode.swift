internal import Crypto
internal import Staffing

/// Six digits that went out by mail: good once, for ten minutes, and for five tries. It shows that somebody
/// reads a mailbox, which is less than a second factor (NIST SP 800-63B-4, 3.1.3.1). Kept in memory only.
struct MailedCode: Sendable {
    let digits: String
    private let since: Reading
    private var triesLeft = MailedCode.tries

    static let tries = 5
    static let lifeSeconds: Int64 = 600
    private static let count: UInt64 = 1_000_000

    init(_ bytes: @Sendable (Int) -> [UInt8], at now: Reading) {
        let number = bytes(8).reduce(0) { $0 << 8 | UInt64($1) } % Self.count
        let text = String(number)
        digits = String(repeating: "0", count: 6 - text.count) + text
        since = now
    }

    func isAlive(at now: Reading) -> Bool {
        triesLeft > 0 && now.elapsed(since: since) < Self.lifeSeconds * 1_000_000
    }

    /// Whether it is the code; each call is one of its tries.
    mutating func isRight(_ typed: String, at now: Reading) -> Bool {
        guard isAlive(at: now) else { return false }
        triesLeft -= 1
        let plain = typed.filter { !$0.isWhitespace }
        return constantTimeEqual(Array(plain.utf8), Array(digits.utf8))
    }
}

/// Mail addresses that somebody wants to have and has not shown to read yet: one for each session.
struct PendingMoves {
    private var moves: [SHA256Digest: (address: String, code: MailedCode)] = [:]

    func address(_ session: SHA256Digest, at now: Reading) -> String? {
        moves[session].flatMap { $0.code.isAlive(at: now) ? $0.address : nil }
    }

    mutating func set(_ address: String, _ code: MailedCode, for session: SHA256Digest) {
        moves[session] = (address, code)
    }

    /// The address, when the code is right; it is taken out with it.
    mutating func take(_ typed: String, of session: SHA256Digest, at now: Reading) -> String? {
        guard var move = moves[session] else { return nil }
        let isRight = move.code.isRight(typed, at: now)
        moves[session] = isRight || !move.code.isAlive(at: now) ? nil : move
        return isRight ? move.address : nil
    }

    mutating func removeExpired(at now: Reading) { moves = moves.filter { $0.value.code.isAlive(at: now) } }
}
