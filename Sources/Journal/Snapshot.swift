internal import Crypto

/// The state at a sequence, so that opening need not replay everything. Disposable: a damaged one is skipped.
///
///     0 mark (8)  8 store (32)  40 sequence (8)  48 link (32)  80 state bytes (8)
///     88 SHA-256 of all the rest (32)  120 state
struct Snapshot: Sendable {
    let sequence: UInt64
    /// The chain's link behind the entry `sequence`.
    let head: SHA256Digest
    let state: [UInt8]

    private static let mark: [UInt8] = Array("CSSNAP01".utf8)
    private static let digestOffset = 88
    private static let headerSize = 120

    func encoded(for store: SHA256Digest) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.headerSize)
        bytes.reserveCapacity(Self.headerSize + state.count)
        bytes.put(Self.mark, at: 0)
        bytes.put(store.array, at: 8)
        bytes.put(littleEndian: sequence, at: 40)
        bytes.put(head.array, at: 48)
        bytes.put(littleEndian: UInt64(state.count), at: 80)
        bytes.append(contentsOf: state)
        bytes.put(Self.digest(bytes).array, at: Self.digestOffset)
        return bytes
    }

    /// Nil when the bytes are not exactly what was written for that store and sequence.
    init?(_ bytes: [UInt8], sequence: UInt64, store: SHA256Digest) {
        guard bytes.count >= Self.headerSize, bytes.starts(with: Self.mark),
            SHA256Digest(from: bytes, at: 8) == store, bytes.integer(at: 40) == sequence,
            bytes.integer(at: 80) == UInt64(bytes.count - Self.headerSize),
            SHA256Digest(from: bytes, at: Self.digestOffset) == Self.digest(bytes)
        else { return nil }
        self.sequence = sequence
        head = SHA256Digest(from: bytes, at: 48)
        state = Array(bytes[Self.headerSize...])
    }

    init(sequence: UInt64, head: SHA256Digest, state: [UInt8]) {
        self.sequence = sequence
        self.head = head
        self.state = state
    }

    private static func digest(_ bytes: [UInt8]) -> SHA256Digest {
        var hasher = SHA256Hasher()
        hasher.update(bytes.span.extracting(0..<digestOffset))
        hasher.update(bytes.span.extracting(headerSize..<bytes.count))
        return hasher.finish()
    }
}

/// Writes one snapshot, on an I/O thread, while the owner goes on.
package struct SnapshotJob: Sendable {
    let disk: any Disk
    let lock: any DiskLock
    let layout: StoreLayout
    let store: SHA256Digest
    let snapshot: Snapshot
    let kept: Int

    /// Everything up to this entry must be durable before `write` is called: a snapshot ahead of its journal
    /// would say that entries are lost.
    package var revision: UInt64 { snapshot.sequence }

    /// Temporary file, sync, rename, sync of the directory; then the oldest ones go. A failure costs nothing
    /// but time at the next opening.
    package func write() throws(StoreFailure) {
        let name = layout.snapshot(snapshot.sequence)
        try concerning(name) { () throws(DiskFailure) in
            try disk.replace(
                name, in: layout.snapshots, with: snapshot.encoded(for: store),
                through: name + StoreLayout.temporarySuffix)
            let all = StoreLayout.numbers(in: try disk.list(layout.snapshots), suffix: ".snapshot")
            for old in all.dropLast(kept) { try disk.remove(layout.snapshot(old)) }
        }
    }
}
