import Cast
import Journal
import Staffing
import Tenancy

/// A client whose records were made by the real commands: workers, their assignments, and sheets of five days.
struct Crew {
    let tenant: Tenant
    private let approver: Caller
    private let importer: Caller
    private let assignments: [AssignmentID]

    private static let sheetsPerAssignment = 50
    /// Recorded before anybody waits for the disk; the store holds far more.
    private static let unawaited = 1_000

    /// Opens the client and everything that `sheets` need.
    static func found(_ tenant: Tenant, sheets: Int) async throws -> Crew {
        try await tenant.perform(.open(Cast.harbourFoods), for: .system)
        for site in 1...4 {
            try await tenant.perform(
                .addWorksite(
                    code: "S\(site)", name: "Site number \(site)", address: "\(site) Pier Road, Halifax",
                    timeZone: "America/Halifax", jurisdiction: "CA-NS"), for: .system)
        }
        let ask = GrantAsk(role: .approver, node: .tenant, days: DayRange(from: Cast.begin))
        let invited = try await tenant.perform(
            .invite(name: "Ben Okafor", email: "ben@harbour.example", language: .english, grants: [ask]),
            for: .system)
        guard case .invited(let contact) = invited.first else { throw Yard.NoFolder() }
        let workers = max(1, (sheets + sheetsPerAssignment - 1) / sheetsPerAssignment)
        let assignments = try await hire(workers, tenant)
        try await tenant.untilDurable()
        return Crew(
            tenant: tenant, approver: Caller(viewer: .contact(contact), request: 71_301),
            importer: Caller(viewer: .staff(Cast.sam), request: 71_300), assignments: assignments)
    }

    /// A client that is there already.
    static func adopt(_ tenant: Tenant) async throws -> Crew {
        let state = await tenant.state
        guard let contact = state.contacts.values.first else { throw Yard.NoFolder() }
        return Crew(
            tenant: tenant, approver: Caller(viewer: .contact(contact), request: 71_301),
            importer: Caller(viewer: .staff(Cast.sam), request: 71_300),
            assignments: state.assignments.keys.sorted { $0.rawValue < $1.rawValue })
    }

    private static func hire(_ count: Int, _ tenant: Tenant) async throws -> [AssignmentID] {
        let sites = await tenant.state.worksitesByCode
        var assignments: [AssignmentID] = []
        for number in 1...count {
            let hired = try await tenant.perform(
                .registerWorker(number: "W-\(10_000 + number)", name: "Worker Number \(number)"),
                for: .system)
            guard case .workerRegistered(let worker) = hired.first else { throw Yard.NoFolder() }
            let started = try await tenant.perform(
                .startAssignment(
                    worker.id, sites[number % sites.count].id, title: "Order picker",
                    DayRange(from: Cast.begin), billRate: HourlyRate(minorUnits: 3_150), Cast.fullWeek,
                    purchaseOrder: "PO-\(number)"), for: .system)
            guard case .assignmentStarted(let assignment) = started.first else { throw Yard.NoFolder() }
            assignments.append(assignment.id)
            if number % unawaited == 0 { try await tenant.untilDurable() }
        }
        return assignments
    }

    /// Hours come in, `range` of all that this client will have. One sheet in ten has overtime.
    func receive(_ range: Range<Int>) async throws {
        for number in range {
            let week = Cast.week.adding(days: -7 * (number / assignments.count))
            let days = Cast.days(overtime: number % 10 == 0 ? [60, 30] : [], from: week)
            try await tenant.perform(
                .receive(assignments[number % assignments.count], week: week, days: days), for: importer)
            if number % Self.unawaited == 0 { try await tenant.untilDurable() }
        }
        try await tenant.untilDurable()
    }

    /// Approves sheets; where `oneByOne`, each is on disk before the next, and has a frame of its own.
    func approve(_ count: Int, oneByOne: Bool) async throws {
        let waiting = await tenant.state.timesheets.values.filter(\.isWaiting).prefix(count)
        for (number, sheet) in waiting.enumerated() {
            try await tenant.perform(.approve(sheet.id, seen: sheet.fingerprint.short), for: approver)
            if oneByOne || number % Self.unawaited == 0 { try await tenant.untilDurable() }
        }
        try await tenant.untilDurable()
    }
}
