import Crypto
import Foundation
import Testing

@Suite("Codes of authenticator apps")
struct OneTimePasswordTests {
    private struct Codes: Decodable {
        struct TimeBased: Decodable {
            let time: Int64
            let alg: String
            let secret_ascii: String
            let totp6: String
        }
        struct Counted: Decodable {
            let counter: Int64
            let secret_ascii: String
            let hotp: String
        }
        let totp: [TimeBased]
        let hotp_rfc4226: [Counted]
    }

    @Test("agree with RFC 6238's table, cut to six digits")
    func example() {
        let secret = Array("12345678901234567890".utf8)
        #expect(OneTimePassword.code(secret, step: OneTimePassword.step(atSeconds: 59)) == "287082")
        #expect(
            OneTimePassword.code(secret, step: OneTimePassword.step(atSeconds: 1_111_111_109)) == "081804")
    }

    @Test("a secret is spelled as RFC 4648 has it")
    func spelling() {
        let cases = [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
        ]
        for (plain, text) in cases { #expect(Base32.encode(Array(plain.utf8)) == text) }
    }

    @Test("agree with the published tables", .disabled(if: Corpus.isMissing, "no corpora"))
    func tables() throws {
        let corpus = try #require(Corpus.found)
        let file = corpus.folder.appending(path: "totp-rfc6238/vectors.json")
        let codes = try JSONDecoder().decode(Codes.self, from: Data(contentsOf: file))
        let ours = codes.totp.filter { $0.alg == "sha1" }
        #expect(ours.count == 6 && codes.hotp_rfc4226.count == 10)
        for row in ours {
            let step = OneTimePassword.step(atSeconds: row.time)
            #expect(OneTimePassword.code(Array(row.secret_ascii.utf8), step: step) == row.totp6)
        }
        for row in codes.hotp_rfc4226 {
            #expect(OneTimePassword.code(Array(row.secret_ascii.utf8), step: row.counter) == row.hotp)
        }
    }

    @Test("HMAC-SHA-1 agrees with the published vectors", .disabled(if: Corpus.isMissing, "no corpora"))
    func vectors() throws {
        let corpus = try #require(Corpus.found)
        let groups = try corpus.vectors("hmac_sha1_test.json", of: CodeGroup.self)
        #expect(groups.flatMap(\.tests).count == 170)
        for group in groups {
            for vector in group.tests {
                let key = try #require(Hex.decode(vector.key))
                let message = try #require(Hex.decode(vector.msg))
                let tag = try #require(Hex.decode(vector.tag))
                let made = hmacSHA1(key: key, message: message).prefix(group.tagSize / 8)
                #expect(Array(made).elementsEqual(tag) == (vector.result == "valid"), "case \(vector.tcId)")
            }
        }
    }
}
