import Journal
import MemoryDisk
import Staffing
import Testing

@testable import Tenancy

@Suite("A client whose write has failed")
struct HaltTests {
    @Test("halts alone, is named with the reason and since when, and rests no more")
    func halts() async throws {
        let stage = try Stage()
        let harbour = try await stage.openClient("harbour")
        let cedar = try await stage.openClient("cedar")
        #expect(stage.directory.troubles.isEmpty)
        stage.advance(seconds: 5)
        try await stage.halt(harbour)
        let trouble = try #require(stage.directory.troubles.first)
        #expect(trouble.id == harbour.id && stage.directory.troubles.count == 1)
        #expect(trouble.trouble.since == stage.now)
        #expect(trouble.trouble.failure == .stopped(because: "the disk broke"))
        #expect(stage.directory.halt(of: harbour.id) == trouble.trouble)
        #expect(stage.directory.halt(of: cedar.id) == nil)
        stage.advance(seconds: 3_600)
        stage.directory.rest(unusedSince: stage.now)
        #expect(stage.directory.awake(harbour.id) === harbour)
        try await stage.tenant("cedar").perform(
            .addWorksite(
                code: "D9", name: "Dock", address: "", timeZone: "UTC", jurisdiction: "CA-NS"), for: .system)
        try await stage.tenant("cedar").untilDurable()
    }

    @Test("is opened again from its disk, with everything that was confirmed and nothing in doubt twice")
    func reopens() async throws {
        let stage = try Stage()
        let harbour = try await stage.openClient("harbour")
        try await harbour.untilDurable()
        let confirmed = await harbour.revision
        try await stage.halt(harbour)
        let again = try await stage.directory.reopen(harbour.id)
        #expect(again !== harbour && stage.directory.troubles.isEmpty)
        #expect(await again.run { $0.failure == nil && $0.isDurable })
        #expect(await (confirmed...confirmed + 1).contains(again.revision))
        let sheet = try #require(await again.firstSheet)
        #expect(sheet.history.count == 1 + Int(await again.revision - confirmed))
        try await again.perform(.comment(sheet.id, words: "and on"), for: again.approver)
        try await again.untilDurable()
        #expect(try await stage.directory.reopen(harbour.id) === again)
    }

    @Test("what does not open is named until it opens")
    func unopened() async throws {
        let stage = try Stage()
        let id = try await stage.openClient("harbour").id
        await stage.rest()
        stage.disk.plan(.fails(.failed("the disk broke")), atCall: stage.disk.calls + 1)
        await #expect(throws: StoreFailure.self) { try await stage.directory.tenant(id) }
        #expect(stage.directory.troubles.map(\.id) == [id] && stage.directory.halt(of: id) == nil)
        _ = try await stage.directory.tenant(id)
        #expect(stage.directory.troubles.isEmpty)
    }
}

extension Stage {
    /// Lets the sync of a comment fail, after its bytes were written.
    fileprivate func halt(_ tenant: Tenant) async throws {
        try await tenant.untilDurable()
        let sheet = try #require(await tenant.firstSheet)
        let approver = await tenant.approver
        disk.plan(.fails(.failed("the disk broke")), atCall: disk.calls + 2)
        try await tenant.perform(.comment(sheet.id, words: "in doubt"), for: approver)
        await #expect(throws: StoreFailure.outcomeUnknown(because: "the disk broke")) {
            try await tenant.untilDurable()
        }
    }
}
