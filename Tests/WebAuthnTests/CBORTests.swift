import Crypto
import Testing

@testable import WebAuthn

@Suite("CBOR of authenticators")
struct CBORTests {
    private static func read(_ hex: String) throws -> CBORValue {
        try CBORReader.read(try #require(Hex.decode(hex)))
    }

    private static func reason(_ hex: String) throws -> CBORRefusal.Reason? {
        let bytes = try #require(Hex.decode(hex))
        do throws(CBORRefusal) { _ = try CBORReader.read(bytes) } catch { return error.reason }
        return nil
    }

    @Test("values are read as RFC 8949's appendix has them")
    func values() throws {
        let cases: [(String, CBORValue)] = [
            ("00", .integer(0)), ("17", .integer(23)), ("1818", .integer(24)), ("1903e8", .integer(1000)),
            ("1a000f4240", .integer(1_000_000)), ("1b000000e8d4a51000", .integer(1_000_000_000_000)),
            ("1b7fffffffffffffff", .integer(.max)), ("3b7fffffffffffffff", .integer(.min)),
            ("20", .integer(-1)), ("3863", .integer(-100)), ("f4", .bool(false)), ("f5", .bool(true)),
            ("f6", .null), ("40", .bytes([])), ("4401020304", .bytes([1, 2, 3, 4])), ("60", .text("")),
            ("62c3bc", .text("ü")), ("80", .array([])),
            ("83010203", .array([.integer(1), .integer(2), .integer(3)])),
            ("a0", .map([:])), ("a201020304", .map([.integer(1): .integer(2), .integer(3): .integer(4)])),
            (
                "a26161016162820203",
                .map([.text("a"): .integer(1), .text("b"): .array([.integer(2), .integer(3)])])
            ),
        ]
        for (hex, value) in cases { #expect(try Self.read(hex) == value, "\(hex)") }
    }

    @Test(
        "everything beside the canonical form is refused",
        arguments: [
            ("", CBORRefusal.Reason.truncated), ("18", .truncated), ("4301", .truncated), ("82", .truncated),
            ("a101", .truncated), ("0000", .moreFollows), ("1817", .notShortest), ("190018", .notShortest),
            ("1a0000ffff", .notShortest), ("1b00000000ffffffff", .notShortest), ("5801ff", .notShortest),
            ("5f4101ff", .notShortest), ("9fff", .notShortest), ("bfff", .notShortest), ("1c", .notShortest),
            ("1bffffffffffffffff", .notAllowed), ("c000", .notAllowed), ("f7", .notAllowed),
            ("f0", .notAllowed),
            ("f93c00", .notAllowed), ("fb3ff199999999999a", .notAllowed), ("62c328", .invalidUTF8),
            ("a262c3a9006365cc8101", .notInOrder), ("a203040102", .notInOrder), ("a201020102", .notInOrder),
            ("a2616101616001", .notInOrder),
            ("a2616101010000", .notInOrder), ("a220010002", .notInOrder), ("8181818180", .tooDeep),
            ("5bffffffffffffffff", .notAllowed), ("5b7fffffffffffffff", .truncated),
            ("9b7fffffffffffffff", .truncated),
        ])
    func refuses(hex: String, reason: CBORRefusal.Reason) throws {
        #expect(try Self.reason(hex) == reason)
    }

    @Test("four levels are read, and 16 KiB; what is larger is refused before it is looked at")
    func limits() throws {
        #expect(try Self.reason("8181818100") == nil)
        let count = CBORReader.byteLimit - 3
        let most = [0x59, UInt8(count >> 8), UInt8(count & 255)] + [UInt8](repeating: 0, count: count)
        #expect(try CBORReader.read(most) == .bytes([UInt8](repeating: 0, count: count)))
        #expect(throws: CBORRefusal(reason: .tooManyBytes, offset: CBORReader.byteLimit)) {
            try CBORReader.read(most + [0])
        }
    }

    @Test("what follows the first value is told by its place")
    func first() throws {
        let bytes = try #require(Hex.decode("ffa101020a0b"))
        let (value, end) = try CBORReader.readFirst(bytes, from: 1)
        #expect(value == .map([.integer(1): .integer(2)]) && end == 4)
    }
}
