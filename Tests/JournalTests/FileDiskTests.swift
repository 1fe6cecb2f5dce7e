import Crypto
import Drills
import Foundation
import Journal
import Testing

@Suite("Real files")
final class FileDiskTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "journal-\(UUID().uuidString)")
    private let disk: FileDisk

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        disk = try FileDisk(root: folder.path())
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @Test("keep every acknowledged entry, through many segments and openings")
    func keeps() throws {
        var contents: Content?
        for round in 0..<4 {
            var ledger = try Ledger(disk)
            if let contents { #expect(Content(ledger) == contents) }
            for number in 1...30 {
                try ledger.append(payload(number + round))
                if number % 4 == 0 { ledger.expectCommit() }
            }
            ledger.expectCommit()
            if round % 2 == 1 { try ledger.store.snapshot(ledger.state)?.write() }
            contents = Content(ledger)
        }
        let report = verify(disk, name: "tenants/7")
        #expect(report.isSound && report.entries == 120 && report.snapshots == 2)
    }

    @Test("are locked by one writer, but may be verified meanwhile")
    func lock() throws {
        let ledger = try Ledger(disk)
        #expect(throws: StoreFailure.locked(store: "tenants/7")) {
            _ = try Ledger(FileDisk(root: folder.path()))
        }
        #expect(verify(disk, name: "tenants/7").isSound)
        ledger.close()
        _ = try Ledger(disk)
    }

    @Test("have names below the root only", arguments: ["../x", "/etc/passwd", "a//b", "", "a/./b", "a\0b"])
    func names(name: String) {
        #expect(throws: DiskFailure.self) { _ = try disk.open(name, for: .read) }
        #expect(throws: DiskFailure.self) { try disk.makeDirectory(name) }
    }

    @Test("hold documents under the digest of what is in them")
    func documents() throws {
        let ledger = try Ledger(disk)
        let documents = Documents(disk: disk, store: "tenants/7")
        let bytes = payload(3)
        let digest = try documents.write(bytes)
        #expect(try documents.write(bytes) == digest)
        #expect(try documents.read(digest) == bytes)
        let file = folder.appending(path: "tenants/7/documents/\(digest.hex.prefix(2))/\(digest.hex)")
        try Data([1, 2, 3]).write(to: file)
        #expect(throws: StoreFailure.damagedDocument(digest)) { try documents.read(digest) }
        #expect(try documents.write(bytes) == digest)
        #expect(try documents.read(digest) == bytes)
        try documents.remove(digest)
        #expect(throws: StoreFailure.missingDocument(digest)) { try documents.read(digest) }
        ledger.close()
    }
}

extension FileDiskTests {
    @Test(
        "tell of whoever writes to them, renames or removes them", arguments: ["write", "rename", "remove"])
    func stamps(deed: String) throws {
        let (here, there) = (folder.appending(path: "a"), folder.appending(path: "b"))
        try Data([1, 2, 3]).write(to: here)
        let file = try disk.open("a", for: .read)
        // The kernel's clock for files moves on a few times in a hundredth of a second.
        usleep(50_000)
        let stamp = try file.stamp()
        #expect(try file.stamp() == stamp)
        switch deed {
        case "write":
            let handle = try FileHandle(forWritingTo: here)
            try handle.write(contentsOf: Data([9]))
            try handle.close()
        case "rename": try disk.rename("a", to: there.lastPathComponent)
        default: try disk.remove("a")
        }
        #expect(try file.stamp() != stamp)
    }

    @Test("are read without waiting where they are in memory")
    func atOnce() throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        try Data(bytes).write(to: folder.appending(path: "a"))
        let file = try disk.open("a", for: .read)
        var read: [UInt8] = [7]
        // Nil is an honest answer of a kernel or file system that cannot tell.
        if let count = try file.readAtOnce(at: 10, count: 200_000, into: &read) {
            #expect(count == 99_990 && Array(read.dropFirst()) == Array(bytes[10...]))
        } else {
            #expect(read == [7])
        }
    }
}

@Suite("CRC-32C")
struct CRC32CTests {
    @Test("gives the values of RFC 3720, B.4")
    func vectors() {
        #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32).span) == 0x8A91_36AA)
        #expect(CRC32C.checksum([UInt8](repeating: 0xFF, count: 32).span) == 0x62A8_AB43)
        #expect(CRC32C.checksum(Array(0..<32 as Range<UInt8>).span) == 0x46DD_794E)
        #expect(CRC32C.checksum(Array("123456789".utf8).span) == 0xE306_9283)
    }

    @Test("is the same with and without the processor's instruction", arguments: [0, 1, 7, 8, 9, 300])
    func portable(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 31) }
        #expect(CRC32C.checksum(bytes.span, seed: 99) == CRC32C.portableChecksum(bytes.span, seed: 99))
    }
}
