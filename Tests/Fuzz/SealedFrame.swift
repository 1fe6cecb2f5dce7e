import Crypto
import Journal
import MemoryDisk

/// A frame of arbitrary records under checksums that are right, as only a faulty program could write it: made
/// from the description of the format, and not by the code that is tried.
enum SealedFrame {
    private static let headerBytes = 65
    private static let sector = 512

    /// Two bytes say how many records the frame announces and how many it links; the rest is its body.
    static func check(_ segment: [UInt8], _ input: [UInt8]) {
        guard input.count >= 2 else { return }
        let header = Array(segment[..<sector])
        let frame = frame(
            records: UInt32(input[0]), linked: Int(input[1]), body: Array(input.dropFirst(2)),
            salt: CRC32C.checksum(header.span.extracting(0..<(sector - 4))))
        let disk = MemoryDisk()
        guard JournalFuzz.open(disk) == [], let name = disk.files.first(where: { $0.hasSuffix(".segment") })
        else { return Fuzz.demand(false, "a new store is not empty") }
        disk.replace(name, with: header + frame + [UInt8](repeating: 0, count: 2 * sector))
        let found = JournalFuzz.open(disk)
        Fuzz.demand(JournalFuzz.open(disk) == found, "another journal when opened again")
        guard let found else { return }
        Fuzz.demand(found.count == Int(input[0]), "\(found.count) entries of \(input[0])")
        Fuzz.demand(
            found.enumerated().allSatisfy { $0.offset + 1 == $0.element.sequence }, "entries out of order")
    }

    private static func frame(records: UInt32, linked: Int, body: [UInt8], salt: UInt32) -> [UInt8] {
        let used = headerBytes + body.count + 1
        var bytes = [UInt8](repeating: 0, count: (used + sector - 1) / sector * sector)
        bytes.replaceSubrange(headerBytes..<(used - 1), with: body)
        bytes[used - 1] = 0xA5
        put(0x4D46_5343, 4, at: 0, in: &bytes)
        put(UInt64(body.count + 1), 4, at: 4, in: &bytes)
        put(1, 8, at: 8, in: &bytes)
        put(UInt64(records), 4, at: 16, in: &bytes)
        let blanks = stride(from: sector, to: bytes.count, by: sector).count { start in
            bytes[start..<(start + sector)].allSatisfy { $0 == 0 }
        }
        put(UInt64(blanks), 4, at: 20, in: &bytes)
        let checksum = CRC32C.checksum(bytes.span.extracting(headerBytes..<bytes.count), seed: salt)
        put(UInt64(checksum), 4, at: 24, in: &bytes)
        bytes.replaceSubrange(28..<60, with: head(of: body, records: linked).array)
        put(UInt64(CRC32C.checksum(bytes.span.extracting(0..<60), seed: salt)), 4, at: 60, in: &bytes)
        bytes[64] = 0xA5
        return bytes
    }

    /// The chain's link behind the records, as far as they are whole.
    private static func head(of body: [UInt8], records: Int) -> SHA256Digest {
        var (head, start) = (SHA256Digest.zero, 0)
        for _ in 0..<records where start + 20 <= body.count {
            let length = (0..<4).reduce(0) { $0 | Int(body[start + $1]) << ($1 * 8) }
            let end = start + 20 + length
            guard end <= body.count else { break }
            head = sha256(head.array + body[start..<end])
            start = end
        }
        return head
    }

    private static func put(_ number: UInt64, _ count: Int, at offset: Int, in bytes: inout [UInt8]) {
        for place in 0..<count {
            bytes[offset + place] = UInt8(truncatingIfNeeded: number >> UInt64(place * 8))
        }
    }
}
