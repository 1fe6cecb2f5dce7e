import Formats
import Staffing
import Testing

@testable import Portal

/// Rows that the demo does not have, each on its own small file.
@Suite("Rows of an import")
struct IntakeRowTests {
    static let week = Day(iso: "2026-10-05") ?? Day(number: 0)

    static func days(_ rows: String, state: TenantState? = nil) throws -> Intake {
        let file = "Employee ID,Employee,Site,Work Date,Pay Code,Hours\n" + rows
        return try Intake(
            Array(file.utf8), mapping: try DemoFiles.mapping("northwind"), week: week,
            state: try state ?? DemoFiles.state("northwind"), zones: DemoFiles.zones)
    }

    static func punches(_ rows: String, week: Day = week, state: TenantState? = nil) throws -> Intake {
        let file = "Matricule;Nom;Site;Date;Entrée;Sortie;Heures\n" + rows
        return try Intake(
            Array(file.utf8), mapping: try DemoFiles.mapping("harbor"), week: week,
            state: try state ?? DemoFiles.state("harbor"), zones: DemoFiles.zones)
    }

    private func codes(_ intake: Intake) -> [String] {
        intake.lines.map {
            switch $0.verdict {
            case .accepted(let flags): flags.map(\.code).joined(separator: " ")
            case .refused(let refusal): refusal.code
            case .ignored(let reason): reason.rawValue
            }
        }
    }

    @Test(
        "hours are a plain number of the declared kind",
        arguments: [
            ("8", ""), ("8.5", ""), ("0", ""), ("24", "long-day"), ("24.01", "impossible-hours"),
            ("8.255", "bad-number"), ("8.250", "bad-number"), (" 8", "bad-number"), ("", "bad-number"),
            ("eight", "bad-number"), ("1e1", "bad-number"), ("٨", "bad-number"), ("-1", "negative-hours"),
            ("99999999999999999999", "bad-number"), ("8:30", "bad-number"), ("+8", "bad-number"),
        ])
    func numbers(text: String, code: String) throws {
        #expect(codes(try Self.days("10400,,SEA,10/05/2026,REG,\(text)")) == [code])
    }

    @Test("minutes are rounded half up, once a row")
    func rounding() throws {
        let intake = try Self.days("10400,,SEA,10/05/2026,REG,0.33\n10400,,SEA,10/06/2026,REG,7.26")
        #expect(intake.lines.map(\.minutes) == [20, 436])
    }

    @Test("rows of one day may not come to more than it has")
    func sum() throws {
        let intake = try Self.days(
            "10400,,SEA,10/05/2026,REG,12\n10400,,SEA,10/05/2026,OT,12\n10400,,SEA,10/05/2026,DT,0.01")
        #expect(codes(intake) == ["", "overtime long-day", "impossible-hours"])
        #expect(intake.sheets.map(\.minutes) == [1_440])
    }

    @Test("names are compared by their words, exactly, and only when there are any")
    func names() throws {
        let intake = try Self.days(
            """
            10400,Tatiana Ahmed,SEA,10/05/2026,REG,1
            10400,"Ahmed,  Tatiana",SEA,10/06/2026,REG,1
            10400,,SEA,10/07/2026,REG,1
            10400,tatiana ahmed,SEA,10/08/2026,REG,1
            """)
        #expect(codes(intake) == ["", "", "", "name-differs"])
    }

    @Test("leading zeros and case of numbers, codes and pay codes matter")
    func exactness() throws {
        let intake = try Self.days(
            "010400,,SEA,10/05/2026,REG,1\n10400,,sea,10/05/2026,REG,1\n10400,,SEA,10/05/2026,reg,1")
        #expect(codes(intake) == ["unknown-worker", "unknown-worksite", "unknown-pay-code"])
    }

    @Test("empty lines are counted, wherever they stand, and lines keep their numbers")
    func blankLines() throws {
        let intake = try Self.days(
            "\r\n10400,,SEA,10/05/2026,REG,1\r\n\r\n,,,\r\n10400,,SEA,10/06/2026,REG,1\r\n\r\n")
        #expect(codes(intake) == ["blank-line", "", "blank-line", "blank-line", "", "blank-line"])
        #expect(intake.lines.map(\.line) == [2, 3, 4, 5, 6, 7])
    }

    @Test("a field of two lines does not shift the numbers of those below")
    func quotedLineEnd() throws {
        let intake = try Self.days("10400,\"Ahmed,\nTatiana\",SEA,10/05/2026,REG,1\n1,,SEA,10/06/2026,REG,1")
        #expect(codes(intake) == ["", "unknown-worker"])
        #expect(intake.lines.map(\.line) == [2, 4])
    }

    @Test("the first fault of a row wins, and a refused row does not poison its sheet")
    func order() throws {
        let intake = try Self.days(
            "10400,,SEA,10/05/2026,REG,8\n10400,,SEA,13/05/2026,XXX,-1\n10400,,SEA,10/06/2026,REG,8")
        #expect(codes(intake) == ["", "bad-date", ""])
        #expect(intake.sheets.map(\.minutes) == [960])
        #expect(intake.sheets.map(\.isException) == [true])
    }
}

extension IntakeRowTests {
    @Test("a shift over midnight counts on the day on which it began, and so does what follows it closely")
    func midnight() throws {
        let intake = try Self.punches(
            "H2145;;OTT;11.10.2026;23:00;03:00;4,00\nH2145;;OTT;12.10.2026;03:30;07:00;3,50")
        #expect(codes(intake) == ["", ""])
        let day = try #require(intake.sheets.first?.days.first)
        #expect(intake.sheets.first?.days.count == 1)
        #expect(day.day == Self.week.adding(days: 6))
        #expect(day.hours.total == 450)
        #expect(day.punches.count == 2)
    }

    @Test("a row of the Monday after that begins a shift of its own belongs to the next week")
    func nextWeek() throws {
        let intake = try Self.punches(
            "H2145;;OTT;11.10.2026;15:00;19:00;\nH2145;;OTT;12.10.2026;03:30;07:00;")
        #expect(codes(intake) == ["", "wrong-week"])
    }

    @Test("what goes on from a shift of the week before belongs to that week")
    func weekBefore() throws {
        let intake = try Self.punches(
            "H2145;;OTT;04.10.2026;23:00;03:00;\nH2145;;OTT;05.10.2026;03:30;07:00;\n"
                + "H2145;;OTT;05.10.2026;23:00;03:00;"
        )
        #expect(codes(intake) == ["wrong-week", "wrong-week", ""])
        #expect(intake.sheets.map(\.minutes) == [240])
    }

    @Test(
        "a row of the night between two weeks counts once, whichever file comes first",
        arguments: [true, false])
    func nightBetweenWeeks(inOrder: Bool) throws {
        let night = "H2145;;OTT;11.10.2026;23:00;03:00;\n", morning = "H2145;;OTT;12.10.2026;03:30;07:00;\n"
        let first = (inOrder ? night + morning : morning, inOrder ? Self.week : Self.week.adding(days: 7))
        let second = (inOrder ? morning : night + morning, inOrder ? Self.week.adding(days: 7) : Self.week)
        var state = try DemoFiles.state("harbor")
        try state.take(try Self.punches(first.0, week: first.1))
        let intake = try Self.punches(second.0, week: second.1, state: state)
        #expect(codes(intake) == (inOrder ? ["overlap"] : ["", "overlap"]))
    }

    @Test("rows need not come in order, and the later of two overlapping pairs is refused")
    func overlap() throws {
        let intake = try Self.punches(
            "H2145;;OTT;06.10.2026;12:00;16:00;\nH2145;;OTT;06.10.2026;08:00;12:30;\n"
                + "H2145;;OTT;06.10.2026;16:00;18:00;"
        )
        #expect(codes(intake) == ["overlap", "", ""])
    }

    @Test(
        "punches are two-digit times of a day",
        arguments: [
            (";16:00", "missing-in"), ("08:00;", "missing-out"), (";", "missing-in"),
            ("8:00;16:00", "bad-time"),
            ("08:00;24:00", "bad-time"), ("08.00;16:00", "bad-time"), ("08:00;08:00", "impossible-hours"),
            ("08:00;7:00 PM", "bad-time"), ("08:00;16:00", ""),
        ])
    func times(text: String, code: String) throws {
        #expect(codes(try Self.punches("H2145;;OTT;06.10.2026;\(text);")) == [code])
    }

    @Test("a time that the clocks never showed is refused, and the night is an hour shorter")
    func spring() throws {
        let week = try #require(Day(iso: "2026-03-02"))
        let intake = try Self.punches(
            "H2145;;OTT;08.03.2026;02:30;06:00;\nH2145;;OTT;07.03.2026;23:00;03:00;", week: week)
        let lines = intake.lines.map(\.verdict)
        #expect(lines.first?.isRefused == true)
        #expect(intake.lines.map(\.minutes) == [0, 180])
    }

    @Test("without rules for the worksite's zone no punch is guessed")
    func unknownZone() throws {
        let intake = try Intake(
            Array("Matricule;Nom;Site;Date;Entrée;Sortie;Heures\nH2145;;OTT;06.10.2026;08:00;12:00;".utf8),
            mapping: try DemoFiles.mapping("harbor"), week: Self.week, state: try DemoFiles.state("harbor"),
            zones: { _ in nil })
        #expect(codes(intake) == ["unknown-zone"])
    }
}
