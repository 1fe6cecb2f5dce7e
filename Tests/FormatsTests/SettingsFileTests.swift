import Formats
import Testing

@Suite("Settings files")
struct SettingsFileTests {
    @Test("keys, sections, comments and quotes are read with their lines")
    func reads() throws {
        let file = try SettingsFile(
            """
            \u{FEFF}# Where the server listens.
            port = 8443   # the usual one
            empty =

            [host north.example]  # first
              certificate="/etc/keys/a #1.pem"
            greeting = "say \\"hi\\"\\n\\t\\\\ " # quoted
            address = a#b = c
            port = 1\r
            [last]
            """)
        #expect(file.sections == ["host north.example", "last"])
        #expect(file["", "port"] == .init(section: "", key: "port", value: "8443", line: 2))
        #expect(file["", "empty"]?.value == "")
        #expect(file["host north.example", "certificate"]?.value == "/etc/keys/a #1.pem")
        #expect(file["host north.example", "greeting"]?.value == "say \"hi\"\n\t\\ ")
        #expect(file["host north.example", "address"]?.value == "a#b = c")
        #expect(file["host north.example", "port"]?.line == 9)
        #expect(
            file.entries(in: "host north.example").map(\.key) == [
                "certificate", "greeting", "address", "port",
            ])
        #expect(file["last", "port"] == nil)
    }

    @Test(
        "each fault is refused with its line",
        arguments: [
            ("a = 1\nb", SettingsRefusal.missingEquals(line: 2)), ("a b = 1", .badKey(line: 1)),
            ("= 1", .badKey(line: 1)), ("é = 1", .badKey(line: 1)), ("[a", .badSection(line: 1)),
            ("[]", .badSection(line: 1)), ("[a]]", .badSection(line: 1)), ("[a] b", .badSection(line: 1)),
            ("[a]\n\n[a]", .repeatedSection(line: 3, name: "a")),
            ("[a]\nk=1\n[b]\nk=1\nk=2", .repeatedKey(line: 5, key: "k", first: 4)),
            ("k = \"a", .badQuotes(line: 1)), ("k = \"a\" b", .badQuotes(line: 1)),
            ("k = \"a\\", .badQuotes(line: 1)), ("k = \"\\x\"", .badEscape(line: 1)),
            ("k = \u{1}", .controlCharacter(line: 1)), ("a=1\rb=2", .controlCharacter(line: 1)),
            (String(repeating: "#", count: 4097), .lineTooLong(line: 1, limit: 4096)),
            (String(repeating: "#\n", count: 131_073), .tooLarge(limit: 262_144)),
            ((0...1000).map { "[\($0)]\n" }.joined(), .tooManySections(line: 1001, limit: 1000)),
        ])
    func refuses(text: String, refusal: SettingsRefusal) {
        #expect(throws: refusal) { try SettingsFile(text) }
        #expect(refusal.explanation.hasSuffix("."))
    }

    @Test("invalid UTF-8 is refused with its line")
    func encoding() {
        #expect(throws: SettingsRefusal.invalidUTF8(line: 2)) { try SettingsFile(bytes: [0x23, 0x0A, 0xFF]) }
    }
}
