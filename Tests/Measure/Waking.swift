import Journal
import Staffing
import Tenancy

/// How long a client takes from its first request after a rest until it can answer.
enum Waking {
    static func behindSnapshot(_ runs: Int) async throws -> [Figure] {
        var figures: [Figure] = []
        for sheets in [1_000] {
            let yard = try Yard()
            let id = try tenantID("harbour")
            try await seed(yard, id, sheets: sheets)
            figures += try await wake("wake with \(sheets) sheets from a snapshot", yard, id, runs)
            try await append(500, yard, id)
            figures += try await wake(
                "wake with \(sheets) sheets from a snapshot and 500 entries behind it", yard, id, runs)
        }
        return figures
    }

    static func wholeJournal(_ runs: Int) async throws -> [Figure] {
        var figures: [Figure] = []
        for oneByOne in [false, true] {
            let yard = try Yard()
            let id = try tenantID("harbour")
            let directory = yard.directory([id])
            let crew = try await Crew.found(try await directory.tenant(id), sheets: 5_000)
            try await crew.receive(0..<5_000)
            try await crew.approve(4_780, oneByOne: oneByOne)
            let entries = await crew.tenant.revision
            for name in try yard.disk.list("tenants/harbour/snapshots") {
                try yard.disk.remove("tenants/harbour/snapshots/\(name)")
            }
            await directory.restAll()
            for name in try yard.disk.list("tenants/harbour/snapshots") {
                try yard.disk.remove("tenants/harbour/snapshots/\(name)")
            }
            let shape = oneByOne ? "half of them synced one by one" : "synced many at a time"
            figures += try await wake("wake from \(entries) entries, \(shape)", yard, id, runs)
        }
        return figures
    }

    /// A client with its snapshot, put to rest.
    private static func seed(_ yard: Yard, _ id: TenantID, sheets: Int) async throws {
        let directory = yard.directory([id])
        let crew = try await Crew.found(try await directory.tenant(id), sheets: sheets)
        try await crew.receive(0..<sheets)
        await directory.restAll()
    }

    /// Entries behind the snapshot, left there as a crash would leave them.
    private static func append(_ count: Int, _ yard: Yard, _ id: TenantID) async throws {
        let directory = yard.directory([id])
        await yard.untilFree(id)
        try await Crew.adopt(try await directory.tenant(id)).approve(count, oneByOne: true)
    }

    private static func wake(
        _ what: String, _ yard: Yard, _ id: TenantID, _ runs: Int
    ) async throws -> [Figure] {
        var times: [Double] = []
        var work: [Double] = []
        for _ in 0..<runs {
            // Dropped without a rest, so that the next run finds the very same files.
            let directory = yard.directory([id])
            await yard.untilFree(id)
            let watch = Stopwatch()
            _ = try await directory.tenant(id)
            times.append(watch.milliseconds)
            work.append(watch.workMilliseconds)
        }
        return [
            Figure(what: what, unit: "ms", values: times),
            Figure(what: what, unit: "ms of processor", values: work),
        ]
    }
}
