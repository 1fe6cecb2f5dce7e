import CHeap
import Journal
import Staffing
import Tenancy

/// What it takes to find out whom a change of a role affects, at every client of a large agency.
enum Surveys {
    /// Clients of 20 sheets: what counts is that each has to be woken.
    private static let sheets = 20

    static func figures() async throws -> [Figure] {
        var figures: [Figure] = []
        for count in [1_000, 10_000] { figures += try await survey(count) }
        return figures
    }

    private static func survey(_ count: Int) async throws -> [Figure] {
        let yard = try Yard()
        let ids = try (1...count).map { try tenantID("client-\($0)") }
        try await seed(yard, ids)
        let directory = yard.directory(ids)
        heap_trim()
        let before = heap_in_use()
        let change = RoleChange(.approver, from: .templates, to: changed)
        let (watch, work) = (Stopwatch(), Stopwatch())
        let found = await directory.survey { state, today in
            RoleImpact(of: change, at: state, on: today)
        }
        let (time, processor) = (watch.milliseconds, work.workMilliseconds)
        let affected = found.count { (try? $0.outcome.get().isEmpty) == false }
        await directory.restAll()
        let kept = (Double(heap_in_use()) - Double(before)) / 1_048_576
        let what = "whom a change of a role affects, \(count) clients asleep, \(affected) affected"
        return [
            Figure(what: what, unit: "ms", values: [time]),
            Figure(what: what, unit: "ms of processor", values: [processor]),
            Figure(what: "memory kept by it", unit: "MiB", values: [kept]),
        ]
    }

    private static var changed: RoleBook {
        var book = RoleBook.templates
        book.put(RoleDefinition(.approver, .client, [.seeTimesheets, .decideTimesheets, .seeBillRates]))
        return book
    }

    private static func seed(_ yard: Yard, _ ids: [TenantID]) async throws {
        let directory = yard.directory(ids)
        for (number, id) in ids.enumerated() {
            let crew = try await Crew.found(try await directory.tenant(id), sheets: sheets)
            try await crew.receive(0..<sheets)
            if number % 100 == 99 { await directory.restAll() }
        }
        await directory.restAll()
    }
}
