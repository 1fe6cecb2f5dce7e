internal import Crypto
internal import Unix

/// A segment as it was read: its header, and the frames behind it, all or from one of them on. It knows no
/// disk.
///
/// Offsets are those of the file.
struct Segment {
    let name: String
    let header: SegmentHeader
    /// What the file holds from `base` on.
    let bytes: [UInt8]
    private let base: Int
    private let salt: UInt32

    /// Refuses bytes that are no segment of this store, or that stand under another's name.
    init(_ bytes: [UInt8], name: String, first: UInt64, store: SHA256Digest) throws(StoreFailure) {
        try self.init(bytes, from: 0, header: bytes, name: name, first: first, store: store)
    }

    init(
        _ bytes: [UInt8], from base: Int, header: [UInt8], name: String, first: UInt64, store: SHA256Digest
    ) throws(StoreFailure) {
        guard let header = SegmentHeader(header) else {
            throw .damaged(Damage(.altered, in: name, at: 0, sequence: first))
        }
        guard header.store == store else { throw .foreign(file: name) }
        guard header.first == first else {
            throw .damaged(Damage(.misplaced, in: name, at: 0, sequence: first))
        }
        self.name = name
        self.header = header
        self.bytes = bytes
        self.base = base
        salt = header.salt
    }

    /// The file's size.
    var size: Int { base + bytes.count }

    func bytes(in range: Range<Int>) -> [UInt8] {
        Array(bytes[range.lowerBound - base..<range.upperBound - base])
    }

    /// What stands at an offset where a frame may begin.
    enum Finding {
        case frame(FrameHeader)
        /// Nothing but zeros from here on.
        case end
        /// A write that never finished, and nothing sound behind it. It was never acknowledged.
        case torn
    }

    /// Finds the frame that begins with entry `sequence`, or why there is none.
    func find(at place: Int, sequence: UInt64) throws(StoreFailure) -> Finding {
        let offset = place - base
        guard let frame = FrameHeader(in: bytes, at: offset, salt: salt) else {
            if bytes.isBlank(from: offset, to: bytes.count) { return .end }
            let isTorn =
                bytes.isBlank(from: offset, to: offset + Sector.size)
                || FrameHeader.isEndMarkMissing(in: bytes, at: offset)
            return try torn(isTorn, at: offset, sequence: sequence)
        }
        let end = offset + frame.frameBytes
        guard end <= bytes.count, isSound(frame, at: offset, to: end) else {
            // A write that was taken in parts may have ended behind the end mark, before the last zeros.
            let isTorn =
                end > bytes.count || bytes.blankSectors(in: offset..<end) > frame.blankSectors
                || FrameHeader.isEndMarkMissing(
                    bytes.byte(at: offset + FrameHeader.size + frame.bodyBytes - 1))
            return try torn(isTorn, at: offset, sequence: sequence)
        }
        guard frame.first == sequence else {
            throw .damaged(Damage(.misplaced, in: name, at: place, sequence: sequence))
        }
        return .frame(frame)
    }

    private func isSound(_ frame: FrameHeader, at offset: Int, to end: Int) -> Bool {
        let body = bytes.span.extracting(offset + FrameHeader.size..<end)
        return CRC32C.checksum(body, seed: salt) == frame.bodyChecksum
    }

    /// A frame is written only when the one before it is durable: behind an unfinished write nothing can
    /// stand.
    private func torn(_ isTorn: Bool, at offset: Int, sequence: UInt64) throws(StoreFailure) -> Finding {
        let behind = stride(from: offset + Sector.size, to: bytes.count, by: Sector.size)
        guard isTorn, !behind.contains(where: { FrameHeader(in: bytes, at: $0, salt: salt) != nil }) else {
            throw .damaged(Damage(.altered, in: name, at: base + offset, sequence: sequence))
        }
        return .torn
    }

    /// Follows the chain through a frame whose checksum was found right, from the link before it.
    func walk(
        _ frame: FrameHeader, at offset: Int, chain: inout Chain,
        _ body: (Record, SHA256Digest) throws(StoreFailure) -> Void
    ) throws(StoreFailure) {
        var position = offset - base + FrameHeader.size
        let end = position + frame.bodyBytes - 1
        var sequence = frame.first
        while position < end {
            guard let record = Record(in: bytes, from: position, to: end), record.sequence == sequence else {
                throw .damaged(Damage(.misplaced, in: name, at: base + position, sequence: sequence))
            }
            chain.link(bytes.span.extracting(record.range))
            try body(record, chain.head)
            position = record.range.upperBound
            sequence += 1
        }
        guard sequence == frame.last + 1, chain.head == frame.head else {
            throw .damaged(Damage(.brokenChain, in: name, at: offset, sequence: frame.first))
        }
    }
}
