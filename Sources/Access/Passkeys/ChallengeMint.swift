internal import Crypto
internal import Journal

/// Makes the challenges that passkeys answer, and knows them again without remembering them: each carries its
/// moment and a seal under a key of this process. So nobody who only asks for challenges takes up any room.
struct ChallengeMint: Sendable {
    private let key: [UInt8]
    private let drawBytes: @Sendable (Int) -> [UInt8]

    /// How long a challenge may be answered: a person may first look for their phone.
    static let lifeSeconds: Int64 = 600
    private static let nonceCount = 16
    private static let headCount = nonceCount + 8

    init(_ drawBytes: @escaping @Sendable (Int) -> [UInt8]) {
        key = drawBytes(SHA256Digest.count)
        self.drawBytes = drawBytes
    }

    func make(for realm: Realm, at now: Reading) -> [UInt8] {
        let head = drawBytes(Self.nonceCount) + Self.bytes(UInt64(bitPattern: now.steadyMicroseconds))
        return head + seal(head, realm)
    }

    /// When a challenge of ours for this realm was made, by the steady clock; nothing for any other, and for
    /// one that is too old.
    func made(_ challenge: [UInt8], for realm: Realm, at now: Reading) -> Int64? {
        guard challenge.count == Self.headCount + SHA256Digest.count else { return nil }
        let head = Array(challenge[..<Self.headCount])
        guard constantTimeEqual(Array(challenge[Self.headCount...]), seal(head, realm)) else { return nil }
        let made = Int64(bitPattern: head[Self.nonceCount...].reduce(0) { $0 << 8 | UInt64($1) })
        let age = now.steadyMicroseconds - made
        return age < Self.lifeSeconds * 1_000_000 ? made : nil
    }

    private func seal(_ head: [UInt8], _ realm: Realm) -> [UInt8] {
        var writer = RecordWriter()
        writer.write(realm)
        return hmacSHA256(key: key, message: head + writer.bytes).array
    }

    private static func bytes(_ word: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
    }
}

/// The challenges that were answered rightly, until they are too old anyway: none is answered twice.
struct SpentChallenges: Sendable {
    private var made: [[UInt8]: Int64] = [:]

    var count: Int { made.count }

    func contains(_ challenge: [UInt8]) -> Bool { made[challenge] != nil }

    mutating func add(_ challenge: [UInt8], made moment: Int64) { made[challenge] = moment }

    mutating func removeExpired(at now: Reading) {
        made = made.filter { now.steadyMicroseconds - $0.value < ChallengeMint.lifeSeconds * 1_000_000 }
    }
}
