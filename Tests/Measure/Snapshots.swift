import Journal
import Staffing
import Tenancy

/// What a snapshot costs, and how much of that in the client's own step, while others wait.
enum Snapshots {
    static func figures(_ runs: Int) async throws -> [Figure] {
        var figures: [Figure] = []
        for sheets in [1_000, 10_000, 100_000] {
            let yard = try Yard()
            let id = try tenantID("harbour")
            let directory = yard.directory([id])
            let crew = try await Crew.found(try await directory.tenant(id), sheets: sheets)
            try await crew.receive(0..<sheets)
            figures += try measure(await crew.tenant.state, sheets, runs)
            await directory.restAll()
        }
        return figures
    }

    private static func measure(_ state: TenantState, _ sheets: Int, _ runs: Int) throws -> [Figure] {
        var encoding: [Double] = []
        var decoding: [Double] = []
        var size = 0
        for _ in 0..<min(runs, 5) {
            let watch = Stopwatch()
            var writer = RecordWriter()
            writer.write(state.records)
            encoding.append(watch.workMilliseconds)
            size = writer.bytes.count
            let second = Stopwatch()
            var reader = RecordReader(writer.bytes)
            _ = TenantState(try TenantRecords(from: &reader))
            decoding.append(second.workMilliseconds)
        }
        return [
            Figure(what: "encode a snapshot of \(sheets) sheets", unit: "ms of processor", values: encoding),
            Figure(what: "decode a snapshot of \(sheets) sheets", unit: "ms of processor", values: decoding),
            Figure(what: "snapshot of \(sheets) sheets", unit: "bytes", values: [Double(size)]),
        ]
    }
}
