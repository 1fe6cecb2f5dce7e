import Crypto
import Foundation
import Journal
import Locking
import MemoryDisk
import Staffing
import Testing

@testable import Access

@Suite("Checkpoints")
struct CheckpointTests {
    private let key = InstallationKey.generate()
    private let home = MemoryDisk()
    private let elsewhere = MemoryDisk()
    /// 2026-11-21 13:05:07 UTC.
    private let moment = Moment(microseconds: 1_795_266_307_123_456)

    private func notary(at now: Moment, _ reports: Reports = Reports()) -> Notary {
        let (home, elsewhere) = (home, elsewhere)
        return Notary(
            key: key,
            places: [
                CheckpointPlace("data", folder: Notary.folder, run: { $0() }, report: { _ in }) { home },
                CheckpointPlace("outside", folder: ".", run: { $0() }, report: { reports.note($0) }) {
                    () throws(DiskFailure) in
                    if reports.isBroken { throw .missing }
                    return elsewhere
                },
            ], at: now)
    }

    private func mark(_ sequence: UInt64) -> StoreMark {
        StoreMark(sequence: sequence, head: sha256([UInt8(sequence)]))
    }

    private func read(_ disk: MemoryDisk, _ folder: String) -> CheckpointRecords {
        CheckpointRecords(in: folder, of: disk, by: key.verifying)
    }

    @Test("say in plain text how far each chain had come, and are read as they were signed")
    func text() throws {
        let checkpoint = Checkpoint(at: moment, marks: ["tenants/a": mark(3), "agency": mark(9)])
        #expect(
            checkpoint.text == """
                countersign checkpoint 1
                2026-11-21T13:05:07Z
                agency 9 \(mark(9).head.hex)
                tenants/a 3 \(mark(3).head.hex)

                """)
        let note = checkpoint.note(signedBy: key.signing)
        #expect(CheckpointFile(name: "x", text: note).checkpoints(by: key.verifying) == [checkpoint])
        let stranger = InstallationKey.generate().verifying
        #expect(CheckpointFile(name: "x", text: note).checkpoints(by: stranger) == [nil])
    }

    @Test("with any bit changed are not taken for checkpoints")
    func forged() {
        let checkpoint = Checkpoint(at: moment, marks: ["agency": mark(9)])
        let bytes = Array(checkpoint.note(signedBy: key.signing).utf8)
        for bit in 0..<bytes.count * 8 {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            guard let text = String(validating: changed, as: UTF8.self) else { continue }
            let read = CheckpointFile(name: "x", text: text).checkpoints(by: key.verifying)
            #expect(!read.contains(checkpoint), "bit \(bit)")
        }
    }

    @Test("are all kept when the clock is set back, and the newest is known after a restart")
    func clockSetBack() async {
        var notary = notary(at: moment)
        var sequence: UInt64 = 0
        let hours: [Int64] = [0, -1, 0, 1, -24, 0, 30, 6]
        for hour in hours {
            let now = moment.adding(seconds: hour * 3_600)
            for _ in 0..<2 {
                sequence += 1
                await notary.attested(["agency": mark(sequence)], at: now)
            }
            notary = self.notary(at: now)
            #expect(notary.witness(of: "agency") == mark(sequence))
        }
        for records in [read(home, Notary.folder), read(elsewhere, ".")] {
            #expect(records.faults == [])
            #expect(Set(records.marks(of: "agency")) == Set((1...sequence).map(mark)))
        }
    }

    @Test("are written at home and elsewhere, the first of an hour with everything, then what changed")
    func hours() async {
        let notary = notary(at: moment)
        let first = ["agency": mark(1), "access/trail": mark(4), "tenants/a": .beginning]
        await notary.attested(first, at: moment)
        await notary.attested(["agency": mark(1), "access/trail": mark(6)], at: moment.adding(seconds: 60))
        await notary.attested(["agency": mark(1), "access/trail": mark(6)], at: moment.adding(seconds: 120))
        await notary.attested(["agency": mark(2)], at: moment.adding(seconds: 3_600))
        for records in [read(home, Notary.folder), read(elsewhere, ".")] {
            #expect(records.faults == [])
            #expect(
                records.checkpoints.map(\.marks) == [
                    ["agency": mark(1), "access/trail": mark(4)], ["access/trail": mark(6)],
                    ["agency": mark(2), "access/trail": mark(6)],
                ])
        }
        #expect(
            elsewhere.files == [
                "2026-11-21T13.checkpoints", "2026-11-21T14.checkpoints", "installation.pem",
            ])
    }

    @Test("of before a restart are known after it, and go on in the same file")
    func restart() async {
        await notary(at: moment).attested(["agency": mark(5), "tenants/a": mark(2)], at: moment)
        let again = notary(at: moment.adding(seconds: 300))
        #expect(again.witness(of: "tenants/a") == mark(2))
        #expect(again.witness(of: "tenants/b") == nil)
        await again.attested(["agency": mark(5)], at: moment.adding(seconds: 300))
        await again.attested(["agency": mark(6)], at: moment.adding(seconds: 360))
        #expect(read(home, Notary.folder).checkpoints.map(\.marks.count) == [2, 1])
        #expect(notary(at: moment.adding(seconds: 90_000)).witness(of: "agency") == mark(6))
    }

    @Test("that cannot be written elsewhere are reported once, and follow when they can")
    func broken() async {
        let reports = Reports()
        reports.isBroken = true
        let notary = notary(at: moment, reports)
        for number in 1...3 as ClosedRange<UInt64> {
            await notary.attested(["agency": mark(number)], at: moment.adding(seconds: Int64(number) * 3_600))
        }
        #expect(reports.all == ["there is no such file"])
        #expect(read(home, Notary.folder).checkpoints.count == 3)
        #expect(read(elsewhere, ".").checkpoints.isEmpty)
        reports.isBroken = false
        await notary.attested(["agency": mark(3)], at: moment.adding(seconds: 20_000))
        #expect(reports.all == ["there is no such file", "well"])
        #expect(read(elsewhere, ".").checkpoints.count == 3)
    }

    @Test("come once a minute")
    func minutes() {
        let notary = notary(at: moment)
        func isDue(_ second: Int64) -> Bool {
            notary.isDue(at: Reading(moment: moment, steadyMicroseconds: second * 1_000_000))
        }
        #expect([0, 1, 59, 60, 61, 119, 120].map(isDue) == [true, false, false, true, false, false, true])
    }

    @Test("can be checked with openssl alone, as README says")
    func openssl() async throws {
        await notary(at: moment).attested(["agency": mark(5)], at: moment)
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in elsewhere.files {
            try Data(try #require(elsewhere.contents(name))).write(to: folder.appending(path: name))
        }
        let readme = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
        let lines = try String(contentsOf: readme, encoding: .utf8).split(separator: "\n")
        let recipe = lines.filter { $0.contains("awk -v RS=") || $0.contains("openssl pkeyutl") }
        #expect(recipe.count == 3)
        let script = recipe.joined(separator: "\n").replacing("FILE", with: "*.checkpoints")
        #expect(try shell(script, in: folder) == 0)
        let forged = try #require(elsewhere.contents(elsewhere.files[0])).map { $0 == 0x35 ? 0x36 : $0 }
        try Data(forged).write(to: folder.appending(path: elsewhere.files[0]))
        #expect(try shell(script, in: folder) != 0)
    }

    private func shell(_ script: String, in folder: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-e", "-c", script]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// What a place said of itself, and whether it is out of order.
private final class Reports: Sendable {
    private let state = Lock((broken: false, heard: [String]()))

    var isBroken: Bool {
        get { state.withLock { $0.broken } }
        set { state.withLock { $0.broken = newValue } }
    }

    var all: [String] { state.withLock { $0.heard } }

    func note(_ failure: DiskFailure?) {
        state.withLock { $0.heard.append(failure?.explanation ?? "well") }
    }
}
