import Crypto
import Journal
import Staffing
import Tenancy

/// What the single steps of a replay cost for each entry.
enum Coding {
    static func figures(_ runs: Int) async throws -> [Figure] {
        let yard = try Yard()
        let id = try tenantID("harbour")
        let directory = yard.directory([id])
        let crew = try await Crew.found(try await directory.tenant(id), sheets: 4_000)
        try await crew.receive(0..<4_000)
        try await crew.approve(4_000, oneByOne: false)
        await directory.restAll()
        var entries: [Entry] = []
        for name in try yard.disk.list("tenants/harbour/snapshots") {
            try yard.disk.remove("tenants/harbour/snapshots/\(name)")
        }
        func open(_ replay: (Entry) throws -> Void) throws {
            _ = try Store(
                opening: yard.disk, name: Tenant.storeName(of: id), identity: Array(id.slug.utf8),
                restore: { _ in throw Damaged("not asked for") }, replay: replay)
        }
        try open { entries.append($0) }
        let bytes = entries.reduce(0) { $0 + $1.payload.count }
        let steps = try entries.map { try StoredStep<TenantEvent>(from: $0.payload) }
        return [
            Figure(
                what: "payload of an entry", unit: "bytes",
                values: [Double(bytes) / Double(entries.count)]),
            try each(entries.count, "read and chain", runs) { try open { _ in } },
            try each(entries.count, "decode", runs) {
                for entry in entries { _ = try StoredStep<TenantEvent>(from: entry.payload) }
            },
            try each(entries.count, "evolve", runs) {
                var replay = TenantReplay()
                for step in steps { for recorded in step.events { replay.take(recorded) } }
                _ = replay.finish()
            },
        ]
    }

    private static func each(
        _ count: Int, _ what: String, _ runs: Int, _ body: () throws -> Void
    ) throws -> Figure {
        var values: [Double] = []
        for _ in 0..<runs {
            let watch = Stopwatch()
            try body()
            values.append(watch.workMilliseconds * 1_000 / Double(count))
        }
        return Figure(what: "\(what), each of \(count) entries", unit: "us of processor", values: values)
    }
}
