internal import Crypto
internal import Unix

/// Gathers the records of the next frame, already as the bytes that the disk will see.
struct FrameBuilder: Sendable {
    let first: UInt64
    /// The chain's link before the first record.
    let previous: SHA256Digest
    private(set) var head: SHA256Digest
    private(set) var records: UInt32 = 0
    private var bytes = [UInt8](repeating: 0, count: FrameHeader.size)

    init(first: UInt64, previous: SHA256Digest) {
        self.first = first
        self.previous = previous
        head = previous
    }

    var last: UInt64 { first + UInt64(records) - 1 }
    var frameBytes: Int { Sector.roundUp(bytes.count + 1) }

    static func emptyBytes(withPayload count: Int) -> Int {
        Sector.roundUp(FrameHeader.size + Record.headerSize + count + 1)
    }

    func frameBytes(withPayload count: Int) -> Int {
        Sector.roundUp(bytes.count + Record.headerSize + count + 1)
    }

    mutating func append(_ payload: [UInt8], sequence: UInt64, moment: Int64, chain: inout Chain) {
        let start = bytes.count
        bytes.append(littleEndian: UInt32(payload.count))
        bytes.append(littleEndian: sequence)
        bytes.append(littleEndian: moment)
        bytes.append(contentsOf: payload)
        chain.link(bytes.span.extracting(start..<bytes.count))
        head = chain.head
        records += 1
    }

    /// The whole frame, ready to be written.
    consuming func finish(salt: UInt32) -> [UInt8] {
        let size = frameBytes
        let bodyBytes = bytes.count + 1 - FrameHeader.size
        bytes.append(FrameHeader.endMark)
        bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
        let header = FrameHeader(
            bodyBytes: bodyBytes, first: first, records: records,
            blankSectors: bytes.blankSectors(in: 0..<size),
            bodyChecksum: CRC32C.checksum(bytes.span.extracting(FrameHeader.size..<size), seed: salt),
            head: head)
        header.write(into: &bytes, salt: salt)
        return bytes
    }
}

extension [UInt8] {
    /// How many whole sectors behind the first one are zeros. What lies behind the end counts as zeros.
    func blankSectors(in range: Range<Int>) -> UInt32 {
        var count: UInt32 = 0
        for start in stride(from: range.lowerBound + Sector.size, to: range.upperBound, by: Sector.size)
        where isBlank(from: start, to: start + Sector.size) {
            count += 1
        }
        return count
    }

    func isBlank(from start: Int, to end: Int) -> Bool {
        let end = Swift.min(end, count)
        return start >= end || Unix.isBlank(span.extracting(start..<end))
    }
}
