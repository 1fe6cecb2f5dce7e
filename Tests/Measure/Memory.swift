import CHeap
import Journal
import Staffing
import Tenancy

/// What the allocator has handed out for clients, asleep and awake.
enum Memory {
    private static let tenants = 20

    static func resident() async throws -> [Figure] {
        let yard = try Yard()
        let ids = try (1...tenants).map { try tenantID("client-\($0)") }
        for id in ids {
            let directory = yard.directory([id])
            let crew = try await Crew.found(try await directory.tenant(id), sheets: 1_000)
            try await crew.receive(0..<1_000)
            try await crew.approve(900, oneByOne: false)
            await directory.restAll()
        }
        let directory = yard.directory(ids)
        var sizes: [Double] = []
        for id in ids {
            let before = heap_in_use()
            _ = try await directory.tenant(id)
            sizes.append((Double(heap_in_use()) - Double(before)) / 1_024)
        }
        return [Figure(what: "a resident client with 1,000 sheets of five days", unit: "KiB", values: sizes)]
    }

    static func cold() async throws -> [Figure] {
        let yard = try Yard()
        let count = 10_000
        let ids = try (1...count).map { try tenantID("client-\($0)") }
        let before = heap_in_use()
        let directory = yard.directory(ids)
        let size = Double(heap_in_use() - before) / Double(count)
        return [
            Figure(what: "a client asleep, of \(directory.all.count)", unit: "bytes", values: [size])
        ]
    }

    static func million() async throws -> [Figure] {
        let yard = try Yard()
        let id = try tenantID("harbour")
        let sheets = 200_000
        try await seed(yard, id, sheets)
        heap_trim()
        let before = heap_in_use()
        let directory = yard.directory([id])
        let watch = Stopwatch()
        let tenant = try await directory.tenant(id)
        let time = watch.milliseconds
        let size = Double(heap_in_use() - before) / 1_048_576
        let count = await tenant.state.timesheets.count
        return [
            Figure(what: "a client with 1,000,000 entries of time", unit: "MiB", values: [size]),
            Figure(what: "wake it, \(count) sheets, from a snapshot", unit: "ms", values: [time]),
        ]
    }

    private static func seed(_ yard: Yard, _ id: TenantID, _ sheets: Int) async throws {
        let directory = yard.directory([id])
        let crew = try await Crew.found(try await directory.tenant(id), sheets: sheets)
        try await crew.receive(0..<sheets)
        await directory.restAll()
    }
}
