package import Crypto

/// An open document that was found to be what its name says, and is watched from then on.
///
/// SHA-256 over the whole costs more than sending it does, so it is computed once, when the file is opened.
/// Afterwards two things stand for it. The file's stamp tells of whoever writes to the file, renames or
/// removes it. What changes beneath the file, a bit that a disk loses, is seen by the checksum of each piece,
/// taken while the SHA-256 was, and compared before a byte of the piece leaves.
package final class Document: Sendable {
    package let digest: SHA256Digest
    package let size: Int
    private let file: any DiskFile
    private let stamp: DiskStamp
    private let checksums: [UInt32]

    private static let pieceSize = 64 * 1024

    /// Nil if it is damaged.
    init?(_ digest: SHA256Digest, in file: any DiskFile) throws(DiskFailure) {
        // Before the first byte is read: who writes meanwhile is noticed afterwards.
        stamp = try file.stamp()
        size = stamp.size
        guard size <= Documents.largest else { throw .failed("\(size) bytes are too many for a document") }
        var hasher = SHA256Hasher()
        var checksums: [UInt32] = []
        for start in stride(from: 0, to: size, by: Self.pieceSize) {
            let piece = try file.read(at: start, count: min(Self.pieceSize, size - start))
            hasher.update(piece)
            checksums.append(CRC32C.passing(piece.span))
        }
        guard hasher.finish() == digest else { return nil }
        self.digest = digest
        self.file = file
        self.checksums = checksums
    }

    /// Whether the file still is the one that was opened, with what was in it.
    package var isUntouched: Bool { (try? file.stamp()) == stamp }

    /// Appends the beginning of a range, up to the end of a piece, behind what `bytes` holds; nil, and
    /// nothing appended, where the disk would have to be waited for.
    package func readAtOnce(_ range: Range<Int>, into bytes: inout [UInt8]) throws(StoreFailure) -> Int? {
        try read(range, into: &bytes) { piece, bytes throws(DiskFailure) in
            try file.readAtOnce(at: piece.lowerBound, count: piece.count, into: &bytes)
        }
    }

    /// The beginning of a range, up to the end of a piece. Blocks.
    package func read(_ range: Range<Int>) throws(StoreFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        _ = try read(range, into: &bytes) { piece, bytes throws(DiskFailure) in
            bytes += try file.read(at: piece.lowerBound, count: piece.count)
            return piece.count
        }
        return bytes
    }

    /// Pieces are read whole, because only whole ones have a checksum, and cut to the range.
    private func read(
        _ range: Range<Int>, into bytes: inout [UInt8],
        _ read: (Range<Int>, inout [UInt8]) throws(DiskFailure) -> Int?
    ) throws(StoreFailure) -> Int? {
        let number = range.lowerBound / Self.pieceSize
        let start = number * Self.pieceSize
        let piece = start..<min(start + Self.pieceSize, size)
        let before = bytes.count
        do throws(DiskFailure) {
            guard try read(piece, &bytes) != nil else { return nil }
        } catch {
            bytes.removeSubrange(before...)
            throw StoreFailure(error, on: digest.hex)
        }
        guard CRC32C.passing(bytes.span.extracting(before...)) == checksums[number] else {
            bytes.removeSubrange(before...)
            throw .damagedDocument(digest)
        }
        if piece.upperBound > range.upperBound { bytes.removeLast(piece.upperBound - range.upperBound) }
        bytes.removeSubrange(before..<before + range.lowerBound - start)
        return bytes.count - before
    }
}
