import Crypto
import Journal
import Testing

/// The smallest owner a store can have: its state is everything it was ever told, byte after byte.
struct Ledger: ~Copyable {
    private(set) var state: [UInt8] = []
    private(set) var replayed = 0
    private(set) var restored = false
    var store: Store

    static let identity: [UInt8] = Array("tenant 7".utf8)

    init(
        _ disk: any Disk, name: String = "tenants/7", identity: [UInt8] = Ledger.identity,
        limits: StoreLimits = .tiny
    ) throws(StoreFailure) {
        var state: [UInt8] = []
        var replayed = 0
        var restored = false
        store = try Store(opening: disk, name: name, identity: identity, limits: limits) { snapshot in
            state = snapshot
            restored = true
        } replay: { entry in
            Self.evolve(&state, entry)
            replayed += 1
        }
        self.state = state
        self.replayed = replayed
        self.restored = restored
    }

    private static func evolve(_ state: inout [UInt8], _ entry: Entry) {
        state.append(UInt8(truncatingIfNeeded: entry.sequence))
        state.append(UInt8(truncatingIfNeeded: entry.moment))
        state.append(contentsOf: entry.payload)
    }

    mutating func append(_ payload: [UInt8]) throws(StoreFailure) {
        let sequence = try store.append(payload, at: Int64(payload.count))
        Self.evolve(&state, Entry(sequence: sequence, moment: Int64(payload.count), payload: payload))
    }

    /// Writes what waits, and says whether all of it is durable now.
    mutating func commit() -> Bool {
        while let batch = store.takeBatch() { store.finish(batch.write()) }
        return store.durable == store.revision
    }

    mutating func expectCommit() {
        let isDurable = commit()
        #expect(isDurable)
    }
}

/// What a store of this content looks like from outside.
struct Content: Hashable {
    let state: [UInt8]
    let last: UInt64
    let head: SHA256Digest

    init(_ ledger: borrowing Ledger) {
        state = ledger.state
        last = ledger.store.revision
        head = ledger.store.head
    }

    init(of disk: any Disk, limits: StoreLimits = .tiny) throws(StoreFailure) {
        self.init(try Ledger(disk, limits: limits))
    }
}

extension StoreLimits {
    /// Small enough that a few dozen entries fill several segments.
    static var tiny: StoreLimits {
        var limits = StoreLimits()
        limits.segmentBytes = 6 * 1024
        limits.firstReserveBytes = 2 * 1024
        limits.largestReserveBytes = 2 * 1024
        limits.payloadBytes = 2 * 1024
        limits.batchEvents = 4
        limits.batchBytes = 4 * 1024
        return limits
    }
}

/// Payloads of many lengths, some with long runs of zeros, some empty.
func payload(_ number: Int) -> [UInt8] {
    switch number % 5 {
    case 0: []
    case 1: [UInt8](repeating: 0, count: 1100 + number)
    default: (0..<(number * 37) % 300).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) }
    }
}

let onlySegment = "tenants/7/journal/00000000000000000001.segment"
