import Journal
import Staffing
import Tenancy

/// Durable changes of many clients at once on a disk whose syncs take two milliseconds: how many I/O threads
/// it takes until they no longer wait for each other.
enum Syncs {
    private static let tenants = 64
    private static let changes = 100

    static func figures(_ runs: Int) async throws -> [Figure] {
        var figures: [Figure] = []
        for threads in [4, 16, 64] {
            let yard = try Yard(ioThreads: threads)
            let ids = try (1...tenants).map { try tenantID("client-\($0)") }
            let directory = yard.directory(ids, on: SlowDisk(disk: yard.disk))
            for id in ids {
                let crew = try await Crew.found(try await directory.tenant(id), sheets: 1)
                try await crew.receive(0..<1)
            }
            var rates: [Double] = []
            for run in 0..<min(runs, 3) { rates.append(try await rate(directory, ids, run)) }
            figures.append(
                Figure(
                    what: "durable changes of \(tenants) clients, syncs 2 ms slower, \(threads) I/O threads",
                    unit: "1/s", values: rates))
            await directory.restAll()
        }
        return figures
    }

    /// Each client makes one change after the other; the clients do not wait for each other.
    private static func rate(
        _ directory: TenantDirectory, _ ids: [TenantID], _ run: Int
    ) async throws -> Double {
        let watch = Stopwatch()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in ids {
                group.addTask {
                    let tenant = try await directory.tenant(id)
                    guard let sheet = await tenant.state.timesheets.values.first else {
                        throw Yard.NoFolder()
                    }
                    for change in 0..<changes {
                        try await tenant.perform(
                            .comment(sheet.id, words: "Round \(run), change \(change)"), for: .system)
                        try await tenant.untilDurable()
                    }
                }
            }
            try await group.waitForAll()
        }
        return Double(ids.count * changes) / watch.milliseconds * 1_000
    }
}
