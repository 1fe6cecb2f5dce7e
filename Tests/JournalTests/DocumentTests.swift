import Crypto
import Journal
import MemoryDisk
import Testing

@Suite("An open document")
struct DocumentTests {
    private let disk = MemoryDisk()
    private let documents: Documents
    /// Three pieces, the last of them short.
    private let bytes = (0..<150_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    private let digest: SHA256Digest

    init() throws {
        for folder in ["s", "s/documents", "s/documents/incoming"] { try disk.makeDirectory(folder) }
        documents = Documents(disk: disk, store: "s")
        digest = try documents.write(bytes)
    }

    private var file: String { "s/documents/\(digest.hex.prefix(2))/\(digest.hex)" }

    private func read(_ document: Document, _ range: Range<Int>) throws -> [UInt8] {
        var read: [UInt8] = [7]
        while read.count - 1 < range.count {
            let start = range.lowerBound + read.count - 1
            let count = try #require(try document.readAtOnce(start..<range.upperBound, into: &read))
            try #require(count > 0)
        }
        return Array(read.dropFirst())
    }

    @Test(
        "gives any part of itself",
        arguments: [
            0..<150_000, 0..<1, 149_999..<150_000, 65_535..<65_537, 65_536..<131_072, 70_000..<140_000,
        ])
    func parts(range: Range<Int>) throws {
        let document = try documents.open(digest)
        #expect(document.size == bytes.count)
        #expect(try read(document, range) == Array(bytes[range]))
        let piece = try document.read(range)
        #expect(!piece.isEmpty && piece.elementsEqual(bytes[range].prefix(piece.count)))
    }

    @Test("is not opened when a bit of it is wrong, and when it is gone")
    func refuses() throws {
        disk.rot(bit: 800_001, of: file)
        #expect(throws: StoreFailure.damagedDocument(digest)) { try documents.open(digest) }
        try documents.remove(digest)
        #expect(throws: StoreFailure.missingDocument(digest)) { try documents.open(digest) }
    }

    @Test("shows no bit that the disk lost after it was opened", arguments: [0, 524_287, 524_288, 1_199_999])
    func rots(bit: Int) throws {
        let document = try documents.open(digest)
        disk.rot(bit: bit, of: file)
        #expect(document.isUntouched, "the test means what no stamp tells")
        let piece = bit / 8..<bit / 8 + 1
        var read: [UInt8] = [7]
        #expect(throws: StoreFailure.damagedDocument(digest)) { try document.readAtOnce(piece, into: &read) }
        #expect(read == [7])
        #expect(throws: StoreFailure.damagedDocument(digest)) { try document.read(piece) }
    }

    @Test("stands on the shelf until somebody touches its file")
    func shelf() throws {
        let shelf = DocumentShelf()
        #expect(shelf.find(digest, in: documents) == nil)
        #expect(try shelf.open(digest, in: documents) === shelf.find(digest, in: documents))
        disk.flip(bit: 3, of: file)
        #expect(shelf.find(digest, in: documents) == nil)
        disk.flip(bit: 3, of: file)
        #expect(shelf.find(digest, in: documents) == nil, "who was let go is opened again first")
        _ = try shelf.open(digest, in: documents)
        try documents.remove(digest)
        #expect(shelf.find(digest, in: documents) == nil)
    }

    @Test("gives way on a full shelf when it was not asked for longest")
    func capacity() throws {
        let shelf = DocumentShelf()
        let digests = try (0...DocumentShelf.capacity).map { try documents.write([UInt8($0)]) }
        for digest in digests.dropLast() { _ = try shelf.open(digest, in: documents) }
        #expect(shelf.find(digests[0], in: documents) != nil)
        _ = try shelf.open(digests[DocumentShelf.capacity], in: documents)
        #expect(digests.filter { shelf.find($0, in: documents) == nil } == [digests[1]])
    }
}
