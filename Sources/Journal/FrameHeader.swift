internal import Crypto

/// Begins a frame: the records that one sync makes durable together.
///
///     0 mark (4)  4 body bytes (4)  8 first sequence (8)  16 records (4)  20 blank sectors (4)
///     24 CRC-32C of all behind the header (4)  28 newest link (32)  60 CRC-32C of the header (4)
///     64 end mark
///
/// The body is the records and one more end mark; zeros fill the last sector.
struct FrameHeader {
    let bodyBytes: Int
    let first: UInt64
    let records: UInt32
    /// Sectors that hold nothing but zeros although they were written. More of them: the write was torn.
    let blankSectors: UInt32
    let bodyChecksum: UInt32
    /// The chain's link behind the last record.
    let head: SHA256Digest

    static let size = 65
    static let endMark: UInt8 = 0xA5
    private static let mark: UInt32 = 0x4D46_5343
    private static let checksumOffset = 60
    private static let endMarkOffset = 64

    var last: UInt64 { first + UInt64(records) - 1 }
    /// On disk, with the header.
    var frameBytes: Int { Sector.roundUp(Self.size + bodyBytes) }

    /// An end mark is missing where the bytes end before it. One bit of damage does not make it look missing.
    static func isEndMarkMissing(_ byte: UInt8?) -> Bool { (byte ?? 0).nonzeroBitCount <= 1 }

    static func isEndMarkMissing(in bytes: [UInt8], at offset: Int) -> Bool {
        isEndMarkMissing(bytes.byte(at: offset + endMarkOffset))
    }
}

extension FrameHeader {
    func write(into bytes: inout [UInt8], salt: UInt32) {
        bytes.put(littleEndian: Self.mark, at: 0)
        bytes.put(littleEndian: UInt32(bodyBytes), at: 4)
        bytes.put(littleEndian: first, at: 8)
        bytes.put(littleEndian: records, at: 16)
        bytes.put(littleEndian: blankSectors, at: 20)
        bytes.put(littleEndian: bodyChecksum, at: 24)
        bytes.put(head.array, at: 28)
        let checksum = CRC32C.checksum(bytes.span.extracting(0..<Self.checksumOffset), seed: salt)
        bytes.put(littleEndian: checksum, at: Self.checksumOffset)
        bytes[Self.endMarkOffset] = Self.endMark
    }

    /// Nil when no sound header stands at `offset`.
    init?(in bytes: [UInt8], at offset: Int, salt: UInt32) {
        guard offset + Self.size <= bytes.count, bytes.integer(at: offset) == Self.mark,
            bytes[offset + Self.endMarkOffset] == Self.endMark
        else { return nil }
        let covered = bytes.span.extracting(offset..<offset + Self.checksumOffset)
        guard bytes.integer(at: offset + Self.checksumOffset) == CRC32C.checksum(covered, seed: salt) else {
            return nil
        }
        bodyBytes = Int(bytes.integer(at: offset + 4, as: UInt32.self))
        first = bytes.integer(at: offset + 8)
        records = bytes.integer(at: offset + 16)
        blankSectors = bytes.integer(at: offset + 20)
        bodyChecksum = bytes.integer(at: offset + 24)
        head = SHA256Digest(from: bytes, at: offset + 28)
        guard records > 0, bodyBytes > 0 else { return nil }
    }
}

extension [UInt8] {
    func byte(at offset: Int) -> UInt8? { offset < count ? self[offset] : nil }
}
