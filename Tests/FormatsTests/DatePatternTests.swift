import Formats
import Testing

@Suite("Date patterns")
struct DatePatternTests {
    @Test(
        "a declared pattern reads and prints",
        arguments: [
            ("yyyy-MM-dd", "2026-03-05"), ("MM/dd/yyyy", "03/05/2026"), ("dd/MM/yyyy", "05/03/2026"),
            ("dd.MM.yyyy", "05.03.2026"), ("M/d/yy", "3/5/26"), ("d M yyyy", "5 3 2026"),
            ("yyyyMMdd", "20260305"),
        ])
    func patterns(spelling: String, text: String) throws {
        let pattern = try #require(DatePattern(spelling))
        let date = try pattern.parse(text)
        #expect(date.iso == "2026-03-05")
        #expect(pattern.text(date) == text)
    }

    @Test(
        "other spellings are refused",
        arguments: [
            ("MM/dd/yyyy", "3/05/2026", DateRefusal.differentSpelling),
            ("M/d/yyyy", "3/5/26", .differentSpelling),
            ("M/d/yy", "3/5/2026", .differentSpelling), ("M/d/yyyy", "13/5/2026", .noSuchDay),
            ("M/d/yyyy", "2/30/2026", .noSuchDay), ("dd/MM/yyyy", "", .empty),
            ("dd/MM/yyyy", "05-03-2026", .differentSpelling),
            ("dd/MM/yyyy", " 05/03/2026", .differentSpelling),
            ("dd/MM/yyyy", "05/03/2026 00:00", .differentSpelling),
            ("yyyy-MM-dd", "2026-03-0५", .differentSpelling),
        ])
    func refuses(spelling: String, text: String, refusal: DateRefusal) throws {
        let pattern = try #require(DatePattern(spelling))
        #expect(throws: refusal) { try pattern.parse(text) }
        #expect(refusal.explanation.hasSuffix("."))
    }

    @Test(
        "what is no pattern is refused",
        arguments: [
            "", "yyyy", "yyyy-MM", "yyyy-MM-MM", "dd/mm/yyyy", "Mdyyyy", "yyy-MM-dd", "yyyy-MM-dd-dd", "é",
        ])
    func refusesPatterns(spelling: String) {
        #expect(DatePattern(spelling) == nil)
    }

    @Test(
        "a column tells its pattern when only one fits",
        arguments: [
            (["2026-03-05", "", "2026-03-06"], "yyyy-MM-dd"), (["3/5/2026", "3/13/2026"], "M/d/yyyy"),
            (["05/03/2026", "13/03/2026"], "d/M/yyyy"), (["5.3.26", "31.3.26"], "d.M.yy"),
            (["12-31-2026"], "M-d-yyyy"),
        ])
    func detects(column: [String], spelling: String) throws {
        #expect(try DatePattern.detect(column).spelling == spelling)
    }

    @Test("a column that fits day first and month first is refused")
    func ambiguous() {
        let refusal = DateDetectionRefusal.ambiguous(first: "M/d/yyyy", second: "d/M/yyyy")
        #expect(throws: refusal) { try DatePattern.detect(["01/02/2026", "11/12/2026"]) }
        #expect(throws: refusal) { try DatePattern.detect(["05/05/2026"]) }
        #expect(throws: DateDetectionRefusal.noValues) { try DatePattern.detect(["", " "]) }
        #expect(throws: DateDetectionRefusal.noPattern(index: 2)) {
            try DatePattern.detect(["13/03/2026", "", "03/13/2026"])
        }
        #expect(throws: DateDetectionRefusal.noPattern(index: 0)) { try DatePattern.detect(["Mar 5"]) }
    }
}

@Suite("Times of day")
struct ClockTimeTests {
    @Test(
        "the usual spellings are read",
        arguments: [
            ("07:30", "07:30"), ("7:30", "07:30"), ("7:30 AM", "07:30"), ("7:30pm", "19:30"),
            ("12:00 AM", "00:00"),
            ("12:05 p.m.", "12:05"), ("7 p. m.", "19:00"), ("19h30", "19:30"), ("19 h 05", "19:05"),
            ("7h", "07:00"),
            ("07:30:00", "07:30"), ("00:00", "00:00"), ("23:59", "23:59"), ("7:30\u{202F}AM", "07:30"),
        ])
    func reads(text: String, iso: String) throws {
        #expect(try ClockTime(text).iso == iso)
    }

    @Test(
        "other spellings are refused",
        arguments: [
            ("", ClockRefusal.empty), (" ", .empty), ("730", .notATime), ("7", .notATime),
            ("24:00", .impossible),
            ("7:60", .impossible), ("13:00 PM", .impossible), ("0:30 AM", .impossible),
            ("7:30 XM", .notATime),
            ("7:5", .notATime), ("7:30:15", .hasSeconds), ("7:30:60", .impossible), ("19h30 PM", .notATime),
            ("-7:30", .notATime), ("7:30 AM AM", .notATime), ("noon", .notATime), ("7:301", .notATime),
            ("7:30                          AM", .notATime),
        ])
    func refuses(text: String, refusal: ClockRefusal) {
        #expect(throws: refusal) { try ClockTime(text) }
        #expect(refusal.explanation.hasSuffix("."))
    }

    @Test("every minute is printed and read back in every language", arguments: FormatLanguage.allCases)
    func roundTrip(language: FormatLanguage) throws {
        for minutes in 0..<1440 {
            let time = try #require(ClockTime(minutes: minutes))
            #expect(try ClockTime(time.text(language)) == time)
        }
        #expect(ClockTime(minutes: 1440) == nil)
        #expect(ClockTime(hour: 7, minute: 60) == nil)
    }

    @Test("a time is printed the way the language writes it")
    func printing() throws {
        let time = try #require(ClockTime(hour: 19, minute: 30))
        #expect(
            FormatLanguage.allCases.map { time.text($0) }
                == ["7:30\u{A0}PM", "7:30\u{A0}p.m.", "19\u{A0}h\u{A0}30", "7:30\u{A0}p.\u{A0}m."])
    }
}
