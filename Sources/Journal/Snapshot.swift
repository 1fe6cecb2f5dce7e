internal import Crypto

/// The state at a sequence, so that opening need not replay everything. Disposable: a damaged one is skipped.
///
///     0 mark (8)  8 store (32)  40 sequence (8)  48 link (32)  80 state bytes (8)
///     88 SHA-256 of all the rest (32)  120 segment (8)  128 offset (8)  136 first sequence (8)
///     144 link before (32)  176 state
///
/// The fields from 120 on say where the last frame stood when it was written: what comes before that frame
/// need not be read. The first version, CSSNAP01, has none of them; its state stands at 120.
struct Snapshot: Sendable {
    let sequence: UInt64
    /// The chain's link behind the entry `sequence`.
    let head: SHA256Digest
    /// The last frame that was durable.
    let place: FramePlace?
    let state: [UInt8]

    private static let mark: [UInt8] = Array("CSSNAP02".utf8)
    private static let firstMark: [UInt8] = Array("CSSNAP01".utf8)
    private static let digestOffset = 88
    private static let placeOffset = 120
    private static let placeSize = 56

    func encoded(for store: SHA256Digest) -> [UInt8] {
        let headerSize = Self.placeOffset + (place == nil ? 0 : Self.placeSize)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headerSize + state.count)
        bytes.append(contentsOf: repeatElement(0, count: headerSize))
        bytes.put(place == nil ? Self.firstMark : Self.mark, at: 0)
        bytes.put(store.array, at: 8)
        bytes.put(littleEndian: sequence, at: 40)
        bytes.put(head.array, at: 48)
        bytes.put(littleEndian: UInt64(state.count), at: 80)
        if let place {
            bytes.put(littleEndian: place.segment, at: Self.placeOffset)
            bytes.put(littleEndian: UInt64(place.offset), at: Self.placeOffset + 8)
            bytes.put(littleEndian: place.first, at: Self.placeOffset + 16)
            bytes.put(place.previous.array, at: Self.placeOffset + 24)
        }
        bytes.append(contentsOf: state)
        bytes.put(Self.digest(bytes).array, at: Self.digestOffset)
        return bytes
    }

    /// Nil when the bytes are not exactly what was written for that store and sequence.
    init?(_ bytes: [UInt8], sequence: UInt64, store: SHA256Digest) {
        let hasPlace = bytes.starts(with: Self.mark)
        let headerSize = Self.placeOffset + (hasPlace ? Self.placeSize : 0)
        guard bytes.count >= headerSize, hasPlace || bytes.starts(with: Self.firstMark),
            SHA256Digest(from: bytes, at: 8) == store, bytes.integer(at: 40) == sequence,
            bytes.integer(at: 80) == UInt64(bytes.count - headerSize),
            SHA256Digest(from: bytes, at: Self.digestOffset) == Self.digest(bytes)
        else { return nil }
        self.sequence = sequence
        head = SHA256Digest(from: bytes, at: 48)
        place = hasPlace ? FramePlace(in: bytes, at: Self.placeOffset) : nil
        state = Array(bytes[headerSize...])
    }

    init(sequence: UInt64, head: SHA256Digest, place: FramePlace?, state: [UInt8]) {
        self.sequence = sequence
        self.head = head
        self.place = place
        self.state = state
    }

    private static func digest(_ bytes: [UInt8]) -> SHA256Digest {
        var hasher = SHA256Hasher()
        hasher.update(bytes.span.extracting(0..<digestOffset))
        hasher.update(bytes.span.extracting(placeOffset..<bytes.count))
        return hasher.finish()
    }
}

extension FramePlace {
    fileprivate init(in bytes: [UInt8], at start: Int) {
        segment = bytes.integer(at: start)
        offset = Int(clamping: bytes.integer(at: start + 8, as: UInt64.self))
        first = bytes.integer(at: start + 16)
        previous = SHA256Digest(from: bytes, at: start + 24)
    }
}

/// Writes one snapshot, on an I/O thread, while the owner goes on. There the state becomes bytes, too.
package struct SnapshotJob: Sendable {
    let disk: any Disk
    /// Keeps the store locked until the snapshot is written, even if its owner is gone.
    let lock: LockShare
    let layout: StoreLayout
    let store: SHA256Digest
    /// Everything up to this entry must be durable before `write` is called: a snapshot ahead of its journal
    /// would say that entries are lost.
    package let revision: UInt64
    let head: SHA256Digest
    let place: FramePlace?
    let state: @Sendable () -> [UInt8]
    let kept: Int

    /// Temporary file, sync, rename, sync of the directory; then the oldest ones go. A failure costs nothing
    /// but time at the next opening.
    package func write() throws(StoreFailure) {
        defer { lock.giveUp() }
        let name = layout.snapshot(revision)
        let snapshot = Snapshot(sequence: revision, head: head, place: place, state: state())
        try concerning(name) { () throws(DiskFailure) in
            try disk.replace(
                name, in: layout.snapshots, with: snapshot.encoded(for: store),
                through: name + StoreLayout.temporarySuffix)
            let all = StoreLayout.numbers(in: try disk.list(layout.snapshots), suffix: ".snapshot")
            for old in all.dropLast(kept) { try disk.remove(layout.snapshot(old)) }
        }
    }
}
