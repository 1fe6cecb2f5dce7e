import Crypto
import Testing

@Suite("ECDSA on P-256")
struct PasskeySignatureTests {
    private struct Key: Decodable { let uncompressed: String }

    /// RFC 6979, A.2.5: the message “sample” with SHA-256.
    private static let x = "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
    private static let y = "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299"
    private static let signature =
        "3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
        + "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"

    @Test("agrees with RFC 6979's example, and holds for its message and key only")
    func example() throws {
        let (x, y) = (try #require(Hex.decode(Self.x)), try #require(Hex.decode(Self.y)))
        let key = try #require(P256PublicKey(x: x, y: y))
        let signature = try #require(Hex.decode(Self.signature))
        #expect(key.x == x && key.y == y)
        #expect(key.verify(signature, of: Array("sample".utf8)))
        #expect(!key.verify(signature, of: Array("samples".utf8)))
        #expect(!key.verify(signature.dropLast(), of: Array("sample".utf8)))
        #expect(!key.verify(signature + [0], of: Array("sample".utf8)))
        #expect(!key.verify([], of: Array("sample".utf8)))
    }

    @Test("what is no point of the curve is no key")
    func refusesOtherPoints() throws {
        let (x, y) = (try #require(Hex.decode(Self.x)), try #require(Hex.decode(Self.y)))
        #expect(P256PublicKey(x: y, y: x) == nil)
        #expect(P256PublicKey(x: x, y: x) == nil)
        #expect(P256PublicKey(x: x, y: y.dropLast()) == nil)
        #expect(P256PublicKey(x: x + [0], y: y) == nil)
        let zeros = [UInt8](repeating: 0, count: 32)
        #expect(P256PublicKey(x: zeros, y: zeros) == nil)
    }

    @Test("agrees with the published vectors", .disabled(if: Corpus.isMissing, "no corpora"))
    func vectors() throws {
        let corpus = try #require(Corpus.found)
        let groups = try corpus.vectors("ecdsa_secp256r1_sha256_test.json", of: SignatureGroup<Key>.self)
        #expect(groups.flatMap(\.tests).count == 484)
        for group in groups {
            let point = try #require(Hex.decode(group.publicKey.uncompressed))
            let key = try #require(P256PublicKey(x: Array(point[1...32]), y: Array(point[33...])))
            for vector in group.tests {
                let message = try #require(Hex.decode(vector.msg))
                let signature = try #require(Hex.decode(vector.sig))
                #expect(
                    key.verify(signature, of: message) == (vector.result == "valid"), "case \(vector.tcId)")
            }
        }
    }
}
