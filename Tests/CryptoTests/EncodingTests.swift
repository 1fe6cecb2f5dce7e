import Crypto
import Testing

@Suite("Encodings")
struct EncodingTests {
    /// RFC 4648, section 10, without the padding.
    private static let published: [(String, String)] = [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"),
    ]

    @Test("base64url agrees with RFC 4648", arguments: published)
    func base64(plain: String, encoded: String) {
        #expect(Base64URL.encode(Array(plain.utf8)) == encoded)
        #expect(Base64URL.decode(encoded) == Array(plain.utf8))
    }

    @Test("base64url uses the alphabet for addresses")
    func base64Alphabet() {
        #expect(Base64URL.encode([0xfb, 0xff, 0xfe]) == "-__-")
        #expect(Base64URL.decode("-__-") == [0xfb, 0xff, 0xfe])
    }

    @Test(
        "base64url refuses what it never writes",
        arguments: ["Z", "Zg==", "Zh", "Zm9", "Zm9v\n", " Zm9v", "+__+", "Zm9v!", "Zm9vZ", "Zé"])
    func refusesBase64(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("every byte survives base64url and hexadecimal", arguments: 0..<67)
    func roundTrip(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count) }
        #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        #expect(Hex.decode(Hex.encode(bytes)) == bytes)
    }

    @Test("hexadecimal is written in lower case and read in either")
    func hex() {
        #expect(Hex.encode([0, 0x0f, 0xa9, 0xff]) == "000fa9ff")
        #expect(Hex.decode("000Fa9fF") == [0, 0x0f, 0xa9, 0xff])
    }

    @Test("hexadecimal refuses what is none", arguments: ["0", "0g", "0x00", "00 ", "é0", "00a"])
    func refusesHex(text: String) {
        #expect(Hex.decode(text) == nil)
    }

    @Test(
        "an identifier is 13 characters of Crockford's alphabet",
        arguments: [
            (UInt64.min, "0000000000000"), (31, "000000000000Z"), (32, "0000000000010"),
            (1 << 60, "1000000000000"), (.max, "FZZZZZZZZZZZZ"), (0x0123_4567_89AB_CDEF, "028T5CY4TQKFF"),
        ])
    func crockford(identifier: UInt64, text: String) {
        #expect(Base32Crockford.encode(identifier) == text)
        #expect(Base32Crockford.decode(text) == identifier)
        #expect(Base32Crockford.decode(Array(text.utf8)) == identifier)
    }

    @Test(
        "an identifier has one spelling",
        arguments: [
            "", "000000000000", "00000000000000", "G000000000000", "ZZZZZZZZZZZZZ", "000000000000z",
            "000000000000I", "000000000000L", "000000000000O", "000000000000U", "00000000000-0",
            "00000000000é",
        ])
    func refusesCrockford(text: String) {
        #expect(Base32Crockford.decode(text) == nil)
    }

    @Test("random identifiers survive their text")
    func randomIdentifiers() {
        for _ in 0..<200 {
            let identifier = randomIdentifier()
            #expect(Base32Crockford.decode(Base32Crockford.encode(identifier)) == identifier)
        }
    }
}
