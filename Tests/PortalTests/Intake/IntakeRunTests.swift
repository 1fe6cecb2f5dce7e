import Cast
import Formats
import Staffing
import Tenancy
import Testing

@testable import Portal

/// Imports into a real client's actor.
@Suite("Runs of an import")
struct IntakeRunTests {
    static let header = "Employee ID,Employee,Site,Work Date,Pay Code,Hours\n"
    static let mapping = Array(English().mappingTemplate(.days).utf8)
    static let nextWeek = TestCompany.week.adding(days: 7)

    /// Five days of eight hours for a worker.
    static func week(_ worker: String, monday: String = "8", from first: Int = 16) -> String {
        (0..<5).map { day in
            "\(worker),,\(worker.prefix(1)),11/\(first + day)/2026,REG,\(day == 0 ? monday : "8")\n"
        }.joined()
    }

    private func run(
        _ rows: String, _ tenant: Tenant, dryRun: Bool = false, week: Day = nextWeek,
        as caller: Caller = .system
    ) async throws -> IntakeReport {
        try await IntakeRun.importTimesheets(
            file: Array((Self.header + rows).utf8), mapping: Self.mapping, week: week, into: tenant,
            as: caller, dryRun: dryRun, zones: DemoFiles.zones)
    }

    /// The house has to live as long as its client.
    private func open() async throws -> (TestHouse, Tenant) {
        let house = try await TestHouse()
        _ = try await TestCompany.open(in: house, slugs: ["northwind"])
        return (house, try await house.tenant("northwind"))
    }

    @Test("a dry run says what the import then does, and records nothing")
    func dryRun() async throws {
        let (house, tenant) = try await open()
        defer { withExtendedLifetime(house) {} }
        let before = await tenant.revision
        let dry = try await run(Self.week("A1") + Self.week("B1"), tenant, dryRun: true)
        #expect(dry.outcomes == [.new, .new])
        #expect(await tenant.revision == before)
        let real = try await run(Self.week("A1") + Self.week("B1"), tenant)
        #expect(real.outcomes == dry.outcomes)
        #expect(real.counts == dry.counts)
        #expect(await tenant.state.timesheets.count == 7)
    }

    @Test("twice is once")
    func twice() async throws {
        let (house, tenant) = try await open()
        defer { withExtendedLifetime(house) {} }
        _ = try await run(Self.week("A1"), tenant)
        let revision = await tenant.revision
        #expect(try await run(Self.week("A1"), tenant).outcomes == [.unchanged])
        #expect(await tenant.revision == revision)
    }

    @Test("hours that change before approval make an edited sheet, which is approved anew")
    func changed() async throws {
        let (house, tenant) = try await open()
        defer { withExtendedLifetime(house) {} }
        _ = try await run(Self.week("A1"), tenant)
        let report = try await run(Self.week("A1", monday: "6.5"), tenant)
        #expect(report.outcomes == [.changed(fromMinutes: 2_400)])
        let sheet = try #require(await sheet("A1", tenant))
        #expect(sheet.edits == 1)
        #expect(sheet.isWaiting)
        #expect(sheet.hours.total == 2_310)
    }

    @Test("an approved sheet stays as it is, and its rows come back with the reason")
    func approved() async throws {
        let (house, tenant) = try await open()
        defer { withExtendedLifetime(house) {} }
        _ = try await run(Self.week("A1"), tenant)
        let sheet = try #require(await sheet("A1", tenant))
        let contact = try await contact("approver", tenant)
        try await tenant.perform(
            .approve(sheet.id, seen: sheet.fingerprint.short),
            for: Caller(viewer: .contact(contact), request: 1))
        #expect(try await run(Self.week("A1"), tenant).outcomes == [.unchanged])
        let report = try await run(Self.week("A1", monday: "1") + Self.week("A2"), tenant)
        #expect(report.outcomes == [.refused(.alreadyApproved), .new])
        #expect(await self.sheet("A1", tenant)?.hours.total == 2_400)
        var reader = try CSVReader(report.refusedCSV(English()), delimiter: .comma)
        let rows = try reader.rows().dropFirst()
        #expect(rows.map { $0.fields[0] } == ["A1", "A1", "A1", "A1", "A1"])
        #expect(rows.allSatisfy { $0.fields[6].contains("approved") })
    }

    @Test("the file of refused rows, corrected, completes the sheets from which rows were left out")
    func roundTrip() async throws {
        let (house, tenant) = try await open()
        defer { withExtendedLifetime(house) {} }
        let rows =
            Self.week("A1", monday: "8,0".replacing(",", with: ";")) + Self.week("B1")
            + "=X,,A,11/16/2026,REG,1\n"
        let first = try await run(rows, tenant)
        #expect(first.counts.refused == 2)
        #expect(await sheet("A1", tenant)?.hours.total == 4 * 480)
        let text = String(decoding: first.refusedCSV(English()), as: UTF8.self)
        #expect(text.contains("A1,,A,11/16/2026,REG,\"8;0\","))
        #expect(text.contains("\"'=X\""))
        #expect(!text.contains("B1"))
        let corrected = text.replacing("\"8;0\"", with: "8")
        let again = try await IntakeRun.importTimesheets(
            file: Array(corrected.utf8), mapping: Self.mapping, week: Self.nextWeek, into: tenant,
            as: .system, dryRun: false, zones: DemoFiles.zones)
        #expect(again.outcomes == [.changed(fromMinutes: 4 * 480)])
        #expect(await sheet("A1", tenant)?.hours.total == 2_400)
        let third = try CSVText(again.refusedCSV(English()))
        #expect(third.rows.first?.count == 7, "the reason has one column, however often a file comes back")
    }

    @Test("a duplicate stays one in the file that comes back")
    func duplicateAgain() async throws {
        let (house, tenant) = try await open()
        defer { withExtendedLifetime(house) {} }
        let first = try await run(Self.week("A1") + "A1,,A,11/16/2026,REG,8\n", tenant)
        #expect(first.counts.refused == 1)
        let again = try await IntakeRun.importTimesheets(
            file: first.refusedCSV(English()), mapping: Self.mapping, week: Self.nextWeek, into: tenant,
            as: .system, dryRun: false, zones: DemoFiles.zones)
        #expect(again.counts.refused == 1)
        #expect(again.outcomes == [.unchanged])
    }

    @Test("without the permission nothing comes in")
    func permission() async throws {
        let (house, tenant) = try await open()
        defer { withExtendedLifetime(house) {} }
        let contact = try await contact("admin", tenant)
        let revision = await tenant.revision
        let report = try await run(
            Self.week("A1"), tenant, as: Caller(viewer: .contact(contact), request: 1))
        #expect(report.outcomes == [.refused(.notAllowed)])
        #expect(await tenant.revision == revision)
    }

    private func contact(_ name: String, _ tenant: Tenant) async throws -> Contact {
        let address = try #require(EmailAddress("\(name)@northwind.example"))
        return try #require(await tenant.state.contact(email: address))
    }

    private func sheet(_ worker: String, _ tenant: Tenant) async -> Timesheet? {
        let state = await tenant.state
        let id = state.worker(number: worker)?.id
        return state.timesheets.values.first { $0.worker == id && $0.week == Self.nextWeek }
    }
}

/// The rows of a CSV file, as a spreadsheet would show them.
struct CSVText {
    let rows: [[String]]

    init(_ bytes: [UInt8]) throws {
        var reader = try CSVReader(bytes, delimiter: .comma)
        rows = try reader.rows().map(\.fields)
    }
}
