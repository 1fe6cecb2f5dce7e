import Crypto
import Testing

@Suite("SHA-256")
struct DigestTests {
    /// Examples of FIPS 180-4.
    private static let published: [(String, String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test("agrees with the examples of NIST", arguments: published)
    func examples(message: String, digest: String) {
        #expect(sha256(Array(message.utf8)).hex == digest)
    }

    @Test("a million letters, in uneven pieces, agree with the example of NIST")
    func pieces() {
        var hasher = SHA256Hasher()
        var left = 1_000_000
        while left > 0 {
            let piece = min(left, 997)
            hasher.update([UInt8](repeating: UInt8(ascii: "a"), count: piece))
            left -= piece
        }
        let digest = hasher.finish()
        #expect(digest.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("a hasher starts afresh after each digest")
    func reuse() {
        var hasher = SHA256Hasher()
        let first = hasher.digest([1, 2, 3].span)
        let second = hasher.digest([1, 2, 3].span)
        #expect(first == second)
        #expect(first == sha256([1, 2, 3]))
    }

    @Test("a link of a chain is the digest of the link before it and the record")
    func chain() {
        var hasher = SHA256Hasher()
        let record: [UInt8] = Array("approved".utf8)
        let link = hasher.digest(.zero, record.span)
        #expect(link == sha256([UInt8](repeating: 0, count: 32) + record))
        #expect(hasher.digest(link, record.span) == sha256(link.array + record))
    }

    @Test("a digest survives its bytes and its text")
    func roundTrip() throws {
        let digest = sha256([7])
        #expect(SHA256Digest(bytes: digest.array) == digest)
        #expect(SHA256Digest(hex: digest.hex) == digest)
        #expect(Set([digest, sha256([7]), sha256([8])]).count == 2)
    }

    @Test("anything but 32 bytes is no digest", arguments: [0, 31, 33])
    func refusesOtherLengths(count: Int) {
        #expect(SHA256Digest(bytes: [UInt8](repeating: 0, count: count)) == nil)
    }
}

@Suite("HMAC-SHA-256")
struct AuthenticationTests {
    @Test("agrees with RFC 4231, case 2")
    func example() {
        let code = hmacSHA256(key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8))
        #expect(code.hex == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test("an empty key is a key, and no code depends on the one before it")
    func emptyKey() {
        let empty = "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"
        #expect(hmacSHA256(key: [], message: []).hex == empty)
        _ = hmacSHA256(key: [1], message: [2])
        #expect(hmacSHA256(key: [], message: []).hex == empty)
    }

    @Test("agrees with the published vectors", .disabled(if: Corpus.isMissing, "no corpora"))
    func vectors() throws {
        let corpus = try #require(Corpus.found)
        let groups = try corpus.vectors("hmac_sha256_test.json", of: CodeGroup.self)
        #expect(groups.flatMap(\.tests).count == 174)
        for group in groups {
            for vector in group.tests {
                let key = try #require(Hex.decode(vector.key))
                let message = try #require(Hex.decode(vector.msg))
                let tag = try #require(Hex.decode(vector.tag))
                let code = hmacSHA256(key: key, message: message).array.prefix(group.tagSize / 8)
                #expect(
                    constantTimeEqual(Array(code), tag) == (vector.result == "valid"), "case \(vector.tcId)")
            }
        }
    }
}
