import Crypto
import Testing

@Suite("Ed25519")
struct SigningTests {
    private struct Key: Decodable { let pk: String }

    @Test("agrees with RFC 8032, test 3")
    func example() throws {
        let secret = try #require(
            Hex.decode("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"))
        let key = try #require(SigningKey(raw: secret))
        #expect(
            Hex.encode(key.publicKey.raw)
                == "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
        #expect(
            Hex.encode(key.sign([0xaf, 0x82]))
                == "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")
        #expect(key.raw == secret)
    }

    @Test("a signature holds for its message and key only")
    func refusesOthers() {
        let key = SigningKey.generate()
        let signature = key.sign(Array("sealed".utf8))
        #expect(key.publicKey.verify(signature, of: Array("sealed".utf8)))
        #expect(!key.publicKey.verify(signature, of: Array("opened".utf8)))
        #expect(!SigningKey.generate().publicKey.verify(signature, of: Array("sealed".utf8)))
        #expect(!key.publicKey.verify(signature.dropLast(), of: Array("sealed".utf8)))
        #expect(!key.publicKey.verify([], of: Array("sealed".utf8)))
    }

    @Test("anything but 32 bytes is no key", arguments: [0, 31, 33, 64])
    func refusesOtherLengths(count: Int) {
        #expect(SigningKey(raw: [UInt8](repeating: 1, count: count)) == nil)
        #expect(VerifyingKey(raw: [UInt8](repeating: 1, count: count)) == nil)
    }

    @Test("agrees with the published vectors", .disabled(if: Corpus.isMissing, "no corpora"))
    func vectors() throws {
        let corpus = try #require(Corpus.found)
        let groups = try corpus.vectors("ed25519_test.json", of: SignatureGroup<Key>.self)
        #expect(groups.flatMap(\.tests).count == 151)
        for group in groups {
            let raw = try #require(Hex.decode(group.publicKey.pk))
            let key = try #require(VerifyingKey(raw: raw))
            for vector in group.tests {
                let message = try #require(Hex.decode(vector.msg))
                let signature = try #require(Hex.decode(vector.sig))
                #expect(
                    key.verify(signature, of: message) == (vector.result == "valid"), "case \(vector.tcId)")
            }
        }
    }
}

@Suite("Randomness and comparison")
struct SecretsTests {
    @Test("bytes come in the number asked for and never twice")
    func random() {
        #expect(randomBytes(0).isEmpty)
        #expect(randomBytes(33).count == 33)
        #expect(randomBytes(16) != randomBytes(16))
        #expect(randomIdentifier() != randomIdentifier())
    }

    @Test("only equal runs of equal length are equal")
    func compares() {
        #expect(constantTimeEqual([], []))
        #expect(constantTimeEqual([1, 2], [1, 2]))
        #expect(!constantTimeEqual([1, 2], [1, 3]))
        #expect(!constantTimeEqual([1, 2], [1, 2, 3]))
    }
}
