import Cast
import Journal
import Staffing
import Tenancy
import Testing

@testable import CountersignCommand

@Suite("An entry of a journal, for people")
struct JournalLineTests {
    private let shown = ShownStore("harbour")

    private func entry(_ events: [TenantEvent], name: String = "Ana Ribeiro") -> Entry {
        var writer = RecordWriter()
        writer.write(Cast.now)
        writer.write(Viewer.Person.contact(Cast.ana.id))
        writer.write(name)
        writer.write(77 as UInt64)
        writer.write(UInt64(events.count))
        for event in events {
            writer.write(event.storedName)
            event.writeFields(to: &writer)
        }
        return Entry(sequence: 12, moment: Cast.now.microseconds, payload: writer.bytes)
    }

    @Test("number, time, who, request, and a line for each event")
    func text() throws {
        let comment = TenantEvent.timesheet(.commented(Identifier(701), words: "Looks long"))
        let line = JournalLine(
            entry([comment, .timesheet(.approved(Identifier(701), seen: Fingerprint(1, 2, 3, 4)))]),
            of: try #require(shown))
        #expect(
            JournalForm.text.text(line).split(separator: "\n") == [
                "12  2026-11-23T15:00:00Z  Ana Ribeiro (contact 0000000000035), request 77",
                "    timesheet.commented/1, timesheet 00000000000NX, words “Looks long”",
                "    timesheet.approved/1, timesheet 00000000000NX, content 0000000000001",
            ])
        #expect(
            JournalForm.json.text(line).hasSuffix(
                #""events":[{"event":"timesheet.commented/1","timesheet":"00000000000NX","words":"Looks long"},"#
                    + #"{"event":"timesheet.approved/1","timesheet":"00000000000NX","#
                    + #""content":"0000000000001"}]}"#))
    }

    @Test("what people wrote cannot make a line of its own or steer a terminal")
    func plainText() throws {
        let words = "one\n99  2026-11-23T15:00:00Z  \u{1b}[2J\u{202e}two\r\u{85}"
        let line = JournalLine(
            entry([.timesheet(.commented(Identifier(701), words: words))], name: "A\nB"),
            of: try #require(shown))
        let text = JournalForm.text.text(line)
        #expect(text.split(whereSeparator: \.isNewline).count == 2)
        #expect(!text.unicodeScalars.contains { $0.value == 0x1b || $0.value == 0x202e || $0.value == 0x85 })
    }

    @Test("an entry that says nothing to this program says so")
    func unreadable() throws {
        let shown = try #require(shown)
        let strange = JournalLine(Entry(sequence: 3, moment: 0, payload: [1, 2, 3]), of: shown)
        #expect(strange.trouble != nil)
        #expect(JournalForm.text.text(strange).hasPrefix("3  1970-01-01T00:00:00Z  CANNOT BE READ: "))
        #expect(JournalForm.json.text(strange).contains(#""cannotBeRead":""#))
    }

    @Test("names that are no client's are not looked for", arguments: ["..", "a/b", "", "staff", "A"])
    func names(name: String) {
        #expect(ShownStore(name) == nil)
    }
}
