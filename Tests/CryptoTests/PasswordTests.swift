import Crypto
import Testing

@Suite("Passwords")
struct PasswordTests {
    private static let salt = [UInt8](repeating: 5, count: PasswordHash.saltCount)
    private static let phrase = Array("correct horse".utf8)

    private func tiny() throws -> Scrypt { try #require(Scrypt(n: 16, r: 1, p: 1)) }
    private func hash() throws -> PasswordHash {
        let hash = PasswordHash.make(password: Self.phrase, salt: Self.salt, parameters: try tiny())
        return try #require(hash)
    }

    @Test("scrypt agrees with RFC 7914, an empty password included")
    func vectors() throws {
        #expect(
            Hex.encode(try tiny().derive(64, from: [], salt: []))
                == "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906")
        let second = try #require(Scrypt(n: 1024, r: 8, p: 16))
        #expect(
            Hex.encode(second.derive(64, from: Array("password".utf8), salt: Array("NaCl".utf8)))
                == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640")
    }

    @Test("the right password is recognised, and no other")
    func verifies() throws {
        let hash = try hash()
        #expect(hash.verify(password: Self.phrase))
        #expect(!hash.verify(password: Array("correct horsf".utf8)))
        #expect(!hash.verify(password: []))
    }

    @Test("a hash survives its text")
    func roundTrip() throws {
        let hash = try hash()
        let read = try #require(PasswordHash(text: hash.text))
        #expect(hash.text.hasPrefix("$scrypt$ln=4,r=1,p=1$BQUFBQUFBQUFBQUFBQUFBQ$"))
        #expect(read == hash)
        #expect(read.verify(password: Self.phrase))
    }

    @Test("the standard needs about 32 MiB, within the limit")
    func standard() {
        #expect(Scrypt.standard.memory > 32 << 20)
        #expect(Scrypt.standard.memory < Scrypt.memoryLimit)
        #expect(Scrypt(n: 1 << 15, r: 8, p: 3) == .standard)
    }

    @Test("an endless password is refused before any work")
    func refusesLongPasswords() throws {
        let endless = [UInt8](repeating: 1, count: PasswordHash.passwordLimit + 1)
        #expect(PasswordHash.make(password: endless, salt: Self.salt, parameters: try tiny()) == nil)
        #expect(try !hash().verify(password: endless))
    }

    @Test(
        "parameters beyond the limits are refused",
        arguments: [
            (0, 8, 1), (1, 8, 1), (-16, 8, 1), (1000, 8, 1), (1 << 17, 8, 1), (1 << 62, 1, 1), (16, 0, 1),
            (16, 1, 0), (16, 33, 1), (16, 1, 33), (1 << 16, 4, 32), (16, .max, 1), (16, 1, .max),
            (.min, 1, 1),
        ])
    func refusesParameters(n: Int, r: Int, p: Int) {
        #expect(Scrypt(n: n, r: r, p: p) == nil)
    }

    @Test(
        "a text that make never wrote is refused",
        arguments: [
            "", "$", "$scrypt$", "$scrypt$ln=31,r=8,p=1$S$H", "$scrypt$ln=63,r=8,p=1$S$H",
            "$scrypt$ln=-1,r=8,p=1$S$H", "$scrypt$ln=99999999999999999999,r=8,p=1$S$H",
            "$scrypt$ln=+4,r=1,p=1$S$H", "$scrypt$ln=04,r=1,p=1$S$H", "$scrypt$r=1,ln=4,p=1$S$H",
            "$scrypt$ln=4,r=1,p=1,x=1$S$H", "$argon2id$ln=4,r=1,p=1$S$H", "$scrypt$ln=4,r=1,p=1$$H",
            "$scrypt$ln=4,r=1,p=1$S$", "$scrypt$ln=4,r=1,p=1$S$H$", "$scrypt$ln=4,r=1,p=1$S=$H",
            "x$scrypt$ln=4,r=1,p=1$S$H", "$scrypt$ln=4,r=1,p=1$BQUF$H",
        ])
    func refusesTexts(template: String) throws {
        let parts = try hash().text.split(separator: "$")
        let text =
            template.replacing("$S", with: "$" + parts[2]).replacing("$H", with: "$" + parts[3])
        #expect(PasswordHash(text: text) == nil)
    }
}
