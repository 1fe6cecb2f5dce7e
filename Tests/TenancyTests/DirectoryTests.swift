import Cast
import Journal
import MemoryDisk
import Staffing
import Testing

@testable import Tenancy

@Suite("The directory of clients")
struct DirectoryTests {
    @Test("whoever asks while a client is being woken waits for the same actor")
    func wakesOnce() async throws {
        let stage = try Stage()
        _ = try await stage.openClient("harbour")
        await stage.rest()
        stage.work.hold()
        async let one = stage.tenant("harbour")
        async let two = stage.tenant("harbour")
        async let three = stage.tenant("harbour")
        while stage.work.waiting == 0 { await Task.yield() }
        #expect(stage.work.waiting == 1)
        stage.work.release()
        let found = try await [one, two, three]
        #expect(found[0] === found[1] && found[1] === found[2])
        #expect(stage.directory.awakeCount == 1)
        #expect(stage.directory.awake(found[0].id) === found[0])
    }

    @Test("whoever was never registered is not found, and no store is made for them")
    func unregistered() async throws {
        let stage = try Stage()
        let id = try #require(TenantID("nobody"))
        #expect(!stage.directory.isRegistered(id) && stage.directory.awake(id) == nil)
        await #expect(throws: StoreFailure.self) { try await stage.directory.tenant(id) }
        #expect(!stage.disk.files.contains { $0.contains("nobody") })
    }

    @Test("a client with a damaged journal is refused again and again, and the others answer")
    func damaged() async throws {
        let origin = try Stage()
        for slug in ["harbour", "cedar"] { try await origin.openClient(slug).untilDurable() }
        await origin.rest()
        let disk = origin.disk.copy()
        let segment = try #require(
            disk.files.first { $0.hasPrefix("tenants/harbour/journal/") && $0.hasSuffix(".segment") })
        for name in disk.files where name.hasSuffix(".snapshot") { try disk.remove(name) }
        disk.flip(bit: 8 * 600, of: segment)
        let stage = try Stage(disk)
        for _ in 1...2 {
            do {
                _ = try await stage.tenant("harbour")
                Issue.record("A damaged journal was opened.")
            } catch StoreFailure.damaged(let damage) {
                #expect(damage.file == segment)
            }
        }
        let cedar = try await stage.tenant("cedar")
        #expect(await cedar.firstSheet != nil)
        #expect(stage.directory.awakeCount == 1)
    }

    @Test("a journal with an entry that this program cannot read is refused, and names the entry")
    func unreadable() async throws {
        let disk = MemoryDisk()
        var store = try Store(
            opening: disk, name: "tenants/harbour", identity: Array("harbour".utf8),
            restore: { _ in }, replay: { _ in })
        _ = try store.append([1, 2, 3], at: 0)
        if let batch = store.takeBatch() { store.finish(batch.write()) }
        store.close()
        let stage = try Stage(disk)
        do {
            _ = try await stage.tenant("harbour")
            Issue.record("An entry that is no step was accepted.")
        } catch StoreFailure.unreadable(let sequence, _) {
            #expect(sequence == 1)
        }
    }

    @Test("another client's files in a client's place are refused")
    func foreign() async throws {
        let origin = try Stage()
        try await origin.openClient("harbour").untilDurable()
        await origin.rest()
        let disk = origin.disk.copy()
        let moved = Stage.self
        for folder in ["tenants/cedar", "tenants/cedar/journal", "tenants/cedar/snapshots"] {
            try disk.makeDirectory(folder)
        }
        for folder in ["tenants/cedar/documents", "tenants/cedar/documents/incoming"] {
            try disk.makeDirectory(folder)
        }
        for name in disk.files where name.hasPrefix("tenants/harbour/") {
            try disk.rename(name, to: name.replacing("harbour", with: "cedar"))
        }
        let stage = try moved.init(disk)
        await #expect(throws: StoreFailure.self) { try await stage.tenant("cedar") }
    }

    @Test("only whoever was not used since is put to rest, and wakes when asked for")
    func restsTheIdle() async throws {
        let stage = try Stage()
        let harbour = try await stage.openClient("harbour")
        stage.advance(seconds: 60)
        let cedar = try await stage.openClient("cedar")
        stage.directory.rest(unusedSince: Cast.now.adding(seconds: 30))
        let again = try await stage.tenant("harbour")
        #expect(again !== harbour)
        #expect(try await stage.tenant("cedar") === cedar)
        #expect(await again.firstSheet != nil)
    }

    @Test("over the budget, whoever was not used for longest rests, and nobody is refused")
    func budget() async throws {
        let slugs = ["harbour", "cedar", "maple", "granite"]
        let stage = try Stage(slugs: slugs, mostAwake: 2)
        for slug in slugs {
            try await stage.openClient(slug).untilDurable()
            stage.advance(seconds: 1)
        }
        await stage.untilAwake(["granite", "maple"])
        // Being asked for is a use, so the other one goes.
        let maple = try await stage.tenant("maple")
        stage.advance(seconds: 1)
        let cedar = try await stage.tenant("cedar")
        await stage.untilAwake(["cedar", "maple"])
        #expect(try await stage.tenant("maple") === maple)
        #expect(await cedar.firstSheet != nil)
        for slug in slugs { #expect(try await stage.tenant(slug).firstSheet != nil) }
    }

    @Test("a client is not let go of while a snapshot of it is being written, or it could not wake")
    func restsAfterTheSnapshot() async throws {
        let stage = try Stage()
        let tenant = try await stage.openClient("harbour")
        try await tenant.untilDurable()
        let sheet = try #require(await tenant.firstSheet)
        let approver = await tenant.approver
        stage.work.hold()
        for _ in 1...3 {
            let turns: [TimesheetCommand] = (0..<1_700).map {
                $0 % 2 == 0
                    ? .approve(sheet.id, seen: sheet.fingerprint.short) : .withdrawApproval(sheet.id)
            }
            let batch = try await tenant.perform(turns, for: approver)
            #expect(batch.refusals.isEmpty)
        }
        while await !tenant.isDurable {
            stage.work.releaseOne()
            await Task.yield()
        }
        // The snapshot of five thousand events has its turn now.
        #expect(stage.work.waiting == 1)
        stage.directory.rest(unusedSince: Moment(microseconds: .max))
        async let again = stage.tenant("harbour")
        for _ in 0..<100 { await Task.yield() }
        stage.work.release()
        #expect(try await again.firstSheet?.history.count == 5_101)
        #expect(try await again !== tenant)
    }

    @Test("a client that woke with many entries behind its snapshot keeps a new one when it rests")
    func snapshotAfterCrash() async throws {
        let origin = try Stage()
        try await origin.openClient("harbour").untilDurable()
        let stage = try Stage(origin.disk.copy())
        #expect(try await stage.tenant("harbour").firstSheet != nil)
        #expect(!stage.disk.files.contains { $0.hasSuffix(".snapshot") })
        await stage.rest()
        #expect(stage.disk.files.contains { $0.hasSuffix(".snapshot") })
    }

    @Test("what is recorded while a client is put to rest is confirmed, and wakes with it")
    func restsAfterTheLastWrite() async throws {
        let stage = try Stage()
        let tenant = try await stage.openClient("harbour")
        try await tenant.untilDurable()
        let sheet = try #require(await tenant.firstSheet)
        stage.work.hold()
        stage.directory.rest(unusedSince: Moment(microseconds: .max))
        let approver = await tenant.approver
        try await tenant.perform(.comment(sheet.id, words: "just in time"), for: approver)
        let answer = Task { try await tenant.untilDurable() }
        while await tenant.isDurable { await Task.yield() }
        stage.work.release()
        try await answer.value
        let again = try await stage.tenant("harbour")
        #expect(await again.firstSheet?.history.last?.what == .commented("just in time"))
    }

    @Test("whoever still holds a client that was put to rest is refused")
    func asleep() async throws {
        let stage = try Stage()
        let tenant = try await stage.openClient("harbour")
        let sheet = try #require(await tenant.firstSheet)
        let approver = await tenant.approver
        await stage.rest()
        do {
            try await tenant.perform(.comment(sheet.id, words: "too late"), for: approver)
            Issue.record("A client at rest took a change.")
        } catch Turned<TimesheetRefusal>.notRecorded(.stopped) {}
        await #expect(throws: StoreFailure.self) { try await tenant.untilDurable() }
        #expect(await tenant.isDurable == false)
    }

    @Test("a client lives on the same loop whenever it is awake, in every run")
    func loops() throws {
        let stage = try Stage()
        #expect(stage.directory.loop(of: try #require(TenantID("harbour"))) == 0)
        #expect(stage.directory.all.map(\.slug) == ["cedar", "harbour"])
    }

    @Test("no byte of one client stands in a file of another, nor any pay rate in a client's")
    func separation() async throws {
        let stage = try Stage()
        for slug in ["harbour", "cedar"] {
            let tenant = try await stage.openClient(slug)
            let sheet = try #require(await tenant.firstSheet)
            try await tenant.perform(
                .comment(sheet.id, words: "canary-comment-\(slug)"), for: tenant.approver)
            _ = try tenant.documents.write(Array("canary-document-\(slug)".utf8))
        }
        let harbour = try #require(TenantID("harbour"))
        try await stage.agency.perform(.openTenant("harbour", name: "canary-agency"), for: .system)
        try await stage.agency.perform(
            .setPayRate(harbour, Identifier(0x6361_6e61_7279), HourlyRate(minorUnits: 987_654)), for: .system)
        try await stage.agency.untilDurable()
        await stage.rest()
        var folders: Set<String> = []
        for name in stage.disk.files {
            let bytes = stage.disk.contents(name) ?? []
            for (mark, folder) in [
                ("canary-comment-harbour", "tenants/harbour/"), ("canary-comment-cedar", "tenants/cedar/"),
                ("canary-document-harbour", "tenants/harbour/"), ("canary-document-cedar", "tenants/cedar/"),
                ("Worker of harbour", "tenants/harbour/"), ("Worker of cedar", "tenants/cedar/"),
                ("canary-agency", "agency/"),
            ] where bytes.contains(Array(mark.utf8)) {
                #expect(name.hasPrefix(folder), "\(mark) stands in \(name)")
                folders.insert(mark)
            }
            var writer = RecordWriter()
            writer.write(HourlyRate(minorUnits: 987_654))
            if bytes.contains(writer.bytes), !name.hasPrefix("agency/") {
                Issue.record("The pay rate stands in \(name).")
            }
        }
        #expect(folders.count == 7)
    }
}
