import Formats
import Staffing
import Testing

@testable import Portal

@Suite("Files of an import")
struct IntakeFileTests {
    private func read(_ bytes: [UInt8], _ mapping: String = "northwind", week: Day = IntakeRowTests.week)
        throws
        -> Intake
    {
        try Intake(
            bytes, mapping: try DemoFiles.mapping(mapping), week: week,
            state: try DemoFiles.state("northwind"), zones: DemoFiles.zones)
    }

    static let header = "Employee ID,Employee,Site,Work Date,Pay Code,Hours"

    @Test(
        "a file that cannot be read is refused whole",
        arguments: [
            ("", FileRefusal.empty), ("\n\n", .empty), (header, .noRows), (header + "\n,,\n", .noRows),
            (
                header.replacing("Site", with: "Place") + "\n1",
                .headerMissing(
                    header: "Site",
                    found: ["Employee ID", "Employee", "Place", "Work Date", "Pay Code", "Hours"])
            ),
            (header + ",hours\n1", .headerTwice("Hours")),
            (header + "\n10400,\"Ahmed", .unreadable(.unterminatedQuote(line: 2))),
            ("PK\u{3}\u{4}\0\0", .unreadable(.zeroByte(line: 1))),
        ])
    func refused(text: String, refusal: FileRefusal) {
        #expect(throws: refusal) { try read(Array(text.utf8)) }
        #expect(!English().explain(refusal).isEmpty)
    }

    @Test("bytes that are not UTF-8 are refused with their line")
    func encoding() {
        let latin = Array((Self.header + "\n10400,Nu").utf8) + [0xF1] + Array("ez,SEA,10/05/2026,REG,8".utf8)
        #expect(throws: FileRefusal.unreadable(.invalidUTF8(line: 2))) { try read(latin) }
    }

    @Test("a file of nothing but line ends cannot grow beyond its limit")
    func lineEnds() {
        let bytes = Array(Self.header.utf8) + Array(repeating: UInt8(ascii: "\n"), count: 200_000)
        #expect(throws: FileRefusal.unreadable(.tooManyRows(limit: HoursFile.mostLines))) { try read(bytes) }
    }

    @Test("a week that does not begin where the client's weeks begin is refused")
    func week() {
        let text = Self.header + "\n10400,,SEA,10/05/2026,REG,8"
        #expect(throws: FileRefusal.notStartOfWeek) {
            try read(Array(text.utf8), week: IntakeRowTests.week.adding(days: 1))
        }
    }

    @Test("columns may come in any order and case, and those that are not mapped are not read")
    func columns() throws {
        let text = "note,HOURS,pay code, Work Date ,site,EMPLOYEE,employee id\n=1,8,REG,10/05/2026,SEA,,10400"
        #expect(try read(Array(text.utf8)).sheets.map(\.minutes) == [480])
    }

    @Test(
        "dates are found out when only one way reads them all",
        arguments: [
            ("10/05/2026,10/13/2026", true), ("2026-10-05,2026-10-06", true),
            ("10/05/2026,10/06/2026", false),
            ("10/05/2026,nonsense", false), ("10/13/2026,13/10/2026", false), ("nonsense,", false),
            ("10/05/2026,10/13/2026,nonsense", true),
        ])
    func detection(dates: String, isClear: Bool) throws {
        let rows = dates.split(separator: ",", omittingEmptySubsequences: false).map {
            "10400,,SEA,\($0),REG,1"
        }
        let text = ([Self.header] + rows).joined(separator: "\n")
        if isClear {
            #expect(throws: Never.self) { try read(Array(text.utf8), "ambiguous") }
        } else {
            #expect(throws: FileRefusal.self) { try read(Array(text.utf8), "ambiguous") }
        }
    }

    @Test(
        "the delimiter that splits the header into the mapped columns is found", arguments: [",", ";", "\t"])
    func delimiter(mark: String) throws {
        let mapping = English().mappingTemplate(.days)
        let text = (Self.header + "\n10400,Ahmed Tatiana,SEA,10/05/2026,REG,8").replacing(",", with: mark)
        let intake = try Intake(
            Array(text.utf8), mapping: try HoursMapping(Array(mapping.utf8)), week: IntakeRowTests.week,
            state: try DemoFiles.state("northwind"), zones: DemoFiles.zones)
        #expect(intake.sheets.count == 1)
    }

    @Test("damaged files are refused or read, and never stop the program", arguments: 0..<60)
    func damaged(seed: Int) throws {
        var bytes = Array(try DemoFiles.bytes("hours/northwind-2026-10-05.csv").prefix(3_000))
        var dice = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        for _ in 0..<(1 + seed % 20) {
            dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes[Int(dice >> 33) % bytes.count] = UInt8(truncatingIfNeeded: dice >> 24)
        }
        do throws(FileRefusal) {
            let intake = try Intake(
                bytes, mapping: DemoFiles.northwindMapping, week: IntakeRowTests.week,
                state: DemoFiles.northwind, zones: DemoFiles.zones)
            #expect(intake.sheets.allSatisfy { $0.minutes <= 7 * 24 * 60 })
        } catch {
            #expect(!English().explain(error).isEmpty)
        }
    }
}

extension DemoFiles {
    static let northwind = (try? state("northwind")) ?? TenantState()
    static var northwindMapping: HoursMapping {
        get throws(FileRefusal) {
            guard let mapping = try? mapping("northwind") else { throw .empty }
            return mapping
        }
    }
}
