import Crypto
import Formats
import Foundation
import Locking
import Staffing
import Testing

@testable import Portal

/// The demo's files, and its clients' records as its own agency files make them.
enum DemoFiles {
    static func bytes(_ name: String) throws -> [UInt8] { try TestHouse.resource("demo/" + name) }

    /// Zones from the machine's tzdata.
    static let zones: ZoneFinder = { name in
        guard let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name) else {
            return nil
        }
        return try? TimeZoneRules(tzif: Array(data))
    }

    static let agency = Result { try AgencyFiles { try bytes($0) } }

    static let states = Result {
        Dictionary(
            uniqueKeysWithValues: try agency.get().tenants.map { ($0.id.slug, try state(of: $0)) })
    }

    static func state(_ slug: String) throws -> TenantState { try #require(try states.get()[slug]) }

    static func mapping(_ name: String) throws -> HoursMapping {
        try HoursMapping(try bytes("mappings/\(name).mapping"))
    }

    static let context: Context = {
        let numbers = Numbers()
        return Context(
            viewer: .system, moment: Moment(microseconds: TestClock.start), today: Day(number: 20_775),
            roles: .templates,
            drawNumber: { numbers.next() }, fingerprint: { Fingerprint($0) })
    }()

    private static func state(of files: TenantFiles) throws -> TenantState {
        var state = TenantState()
        for command in files.setup(state) {
            state.take(try SetupRules.decide(command.value, state, context).map(TenantEvent.setup))
        }
        for command in files.overtimeRules(state) {
            state.take(try SetupRules.decide(command.value, state, context).map(TenantEvent.setup))
        }
        for command in files.placements(state) {
            state.take(try SetupRules.decide(command.value, state, context).map(TenantEvent.setup))
        }
        for command in files.people(state) {
            state.take(try PeopleRules.decide(command.value, state, context).map(TenantEvent.people))
        }
        return state
    }

    static func table(_ name: String) throws -> [[String]] {
        var reader = try CSVReader(try bytes(name), delimiter: .comma)
        return try reader.rows().dropFirst().map(\.fields)
    }
}

extension TenantState {
    mutating func take(_ events: [TenantEvent]) {
        for event in events {
            evolve(
                Recorded(
                    event: event, at: DemoFiles.context.moment, by: .system, name: "Test", request: 0))
        }
    }

    /// Receives all sheets of an intake.
    mutating func take(_ intake: Intake) throws {
        for command in intake.commands {
            take(try TimesheetRules.decide(command, self, DemoFiles.context).map(TenantEvent.timesheet))
        }
    }
}

/// One number after the other.
private final class Numbers: Sendable {
    private let last = Lock(UInt64(0))

    func next() -> UInt64 {
        last.withLock {
            $0 += 1
            return $0
        }
    }
}

/// What the demo's generator says that an import must find.
struct ExpectedFile: Sendable, CustomTestStringConvertible {
    let name: String
    let week: Day
    /// rows, accepted, refused, ignored, sheets, missing, unclean, minutes
    let figures: [Int]
    let remarks: [Remark]

    var tenant: String { String(name.dropFirst("hours/".count).prefix { $0 != "-" }) }
    var testDescription: String { name }

    struct Remark: Hashable, Sendable {
        let line: Int
        let verdict: String
        let code: String
        let number: String
        var isByRules = false
    }

    static let all: [ExpectedFile] = (try? load()) ?? []

    private static func load() throws -> [ExpectedFile] {
        let remarks = try DemoFiles.table("expected.csv").map { cells in
            let remark = Remark(
                line: try #require(Int(cells[1])), verdict: cells[2], code: cells[3], number: cells[5],
                isByRules: cells[4] == "rules")
            return (cells[0], remark)
        }
        return try DemoFiles.table("expected-files.csv").map { cells in
            ExpectedFile(
                name: cells[0], week: try #require(Day(iso: cells[1])),
                figures: cells.dropFirst(2).compactMap { Int($0) },
                remarks: remarks.filter { $0.0 == cells[0] }.map(\.1))
        }
    }
}
