import Crypto
import Journal
import MemoryDisk

/// A journal in the hands of somebody who knows its format, and mends every checksum behind himself. Written
/// from the format's description, not with the journal's own code.
struct ForgedJournal {
    struct Frame {
        var first: UInt64
        var head: [UInt8]
        /// With their lengths, sequences and moments.
        var records: [[UInt8]]
        /// Where it stands.
        let offset: Int
        let end: Int

        var last: UInt64 { first + UInt64(records.count) - 1 }
        var range: ClosedRange<UInt64> { first...last }
    }

    let name: String
    let size: Int
    private(set) var header: [UInt8]
    var frames: [Frame] = []

    static let sector = 512
    private static let headerSize = 65
    private static let mark: [UInt8] = Array("CSFM".utf8)
    private static let endMark: UInt8 = 0xA5

    /// Nothing for a store of more than one segment: histories here are short.
    init?(_ store: String, on disk: MemoryDisk) {
        let names = disk.files.filter { $0.hasPrefix(store + "/journal/") && $0.hasSuffix(".segment") }
        guard names.count == 1, let bytes = disk.contents(names[0]) else { return nil }
        name = names[0]
        size = bytes.count
        header = Array(bytes[..<Self.sector])
        var offset = Self.sector
        while let frame = Self.frame(in: bytes, at: offset) {
            frames.append(frame)
            offset = frame.end
        }
    }

    private static func frame(in bytes: [UInt8], at offset: Int) -> Frame? {
        guard offset + sector <= bytes.count, Array(bytes[offset..<offset + 4]) == mark else { return nil }
        let body = Int(number(bytes, offset + 4, 4))
        let count = Int(number(bytes, offset + 16, 4))
        var records: [[UInt8]] = []
        var place = offset + headerSize
        for _ in 0..<count {
            let length = 20 + Int(number(bytes, place, 4))
            records.append(Array(bytes[place..<place + length]))
            place += length
        }
        let end = offset + (headerSize + body + sector - 1) / sector * sector
        return Frame(
            first: number(bytes, offset + 8, 8), head: Array(bytes[offset + 28..<offset + 60]),
            records: records, offset: offset, end: end)
    }

    private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> UInt64 {
        bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func little(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
    }

    /// The frames one behind the other, as the file would be with sound checksums.
    func bytes() -> [UInt8] {
        let salt = CRC32C.checksum(header.span.extracting(0..<Self.sector - 4))
        var bytes = header
        for frame in frames { bytes += Self.bytes(of: frame, salt) }
        return bytes + [UInt8](repeating: 0, count: max(0, size - bytes.count))
    }

    private static func bytes(of frame: Frame, _ salt: UInt32) -> [UInt8] {
        let body = frame.records.flatMap { $0 } + [endMark]
        let whole = headerSize + body.count
        let padding = (whole + sector - 1) / sector * sector - whole
        let behind = body + [UInt8](repeating: 0, count: padding)
        var head = mark + little(UInt64(body.count), 4) + little(frame.first, 8)
        head += little(UInt64(frame.records.count), 4)
        head += little(blankSectors(behind), 4)
        head += little(UInt64(CRC32C.checksum(behind.span, seed: salt)), 4) + frame.head
        head += little(UInt64(CRC32C.checksum(head.span, seed: salt)), 4)
        return head + [endMark] + behind
    }

    /// Sectors of nothing but zeros behind the first.
    private static func blankSectors(_ behind: [UInt8]) -> UInt64 {
        var count: UInt64 = 0
        var start = sector - headerSize
        while start < behind.count {
            if behind[start..<start + sector].allSatisfy({ $0 == 0 }) { count += 1 }
            start += sector
        }
        return count
    }

    /// Makes every link anew, as only the signature of a checkpoint can contradict.
    mutating func relink() {
        var link = [UInt8](repeating: 0, count: 32)
        for place in frames.indices {
            for record in frames[place].records { link = sha256(link + record).array }
            frames[place].head = link
        }
    }

    /// The place of an entry: which frame, and where in it.
    func place(of sequence: UInt64) -> (frame: Int, record: Int)? {
        guard let frame = frames.firstIndex(where: { $0.range.contains(sequence) }) else { return nil }
        return (frame, Int(sequence - frames[frame].first))
    }
}
