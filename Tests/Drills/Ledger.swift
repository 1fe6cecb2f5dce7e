package import Crypto
package import Journal

/// The smallest owner a store can have: its state is everything it was ever told, byte after byte.
package struct Ledger: ~Copyable {
    package private(set) var state: [UInt8] = []
    package private(set) var replayed = 0
    package private(set) var restored = false
    package var store: Store

    package static let identity: [UInt8] = Array("tenant 7".utf8)

    package init(
        _ disk: any Disk, name: String = "tenants/7", identity: [UInt8] = Ledger.identity,
        limits: StoreLimits = .tiny, witness: StoreMark? = nil
    ) throws(StoreFailure) {
        var state: [UInt8] = []
        var replayed = 0
        var restored = false
        store = try Store(opening: disk, name: name, identity: identity, limits: limits, witness: witness) {
            snapshot in
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

    package mutating func append(_ payload: [UInt8]) throws(StoreFailure) {
        let sequence = try store.append(payload, at: Int64(payload.count))
        Self.evolve(&state, Entry(sequence: sequence, moment: Int64(payload.count), payload: payload))
    }

    package consuming func close() { store.close() }

    /// Writes what waits, and says whether all of it is durable now.
    package mutating func commit() -> Bool {
        while let batch = store.takeBatch() { store.finish(batch.write()) }
        return store.durable == store.revision
    }
}

/// What a store of this content looks like from outside.
package struct Content: Hashable, Sendable {
    package let state: [UInt8]
    package let last: UInt64
    package let head: SHA256Digest

    package init(_ ledger: borrowing Ledger) {
        state = ledger.state
        last = ledger.store.revision
        head = ledger.store.head
    }

    package init(of disk: any Disk, limits: StoreLimits = .tiny) throws(StoreFailure) {
        self.init(try Ledger(disk, limits: limits))
    }
}

extension StoreLimits {
    /// Small enough that a few dozen entries fill several segments.
    package static var tiny: StoreLimits {
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
package func payload(_ number: Int) -> [UInt8] {
    switch number % 5 {
    case 0: []
    case 1: [UInt8](repeating: 0, count: 1100 + number)
    default: (0..<(number * 37) % 300).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) }
    }
}

package let onlySegment = "tenants/7/journal/00000000000000000001.segment"
