import Cast
import Journal
import Locking
import MemoryDisk
import Staffing
import Testing

@testable import Tenancy

@Suite("What a client promises")
struct DurabilityTests {
    /// Takes down who was answered, in order.
    private final class Answers: Sendable {
        private let names = Lock<[String]>([])
        func note(_ name: String, _ result: Result<Void, StoreFailure>) {
            let word = if case .success = result { "" } else { " failed" }
            names.withLock { $0.append(name + word) }
        }
        var all: [String] { names.withLock { $0 } }
    }

    private func comment(_ words: String, on tenant: Tenant, then answers: Answers) async throws {
        let sheet = try #require(await tenant.firstSheet)
        let approver = await tenant.approver
        try await tenant.run { tenant in
            try tenant.perform(.comment(sheet.id, words: words), for: approver)
            tenant.whenDurable { answers.note(words, $0) }
        }
    }

    @Test("a reply is held until what it shows is on disk, and replies leave in order")
    func held() async throws {
        let stage = try Stage()
        let tenant = try await stage.openClient("harbour")
        try await tenant.untilDurable()
        let answers = Answers()
        stage.work.hold()
        for words in ["one", "two", "three"] { try await comment(words, on: tenant, then: answers) }
        await tenant.run { $0.whenDurable { answers.note("a reader", $0) } }
        #expect(answers.all.isEmpty)
        #expect(await tenant.isDurable == false)
        stage.work.releaseOne()
        // The reply comes back over the loop, sooner or later.
        for _ in 0..<10_000 where answers.all.isEmpty { await tenant.run { _ in } }
        #expect(answers.all == ["one"])
        stage.work.release()
        try await tenant.untilDurable()
        #expect(answers.all == ["one", "two", "three", "a reader"])
        #expect(await tenant.isDurable)
        await tenant.run { $0.whenDurable { answers.note("at once", $0) } }
        #expect(answers.all.last == "at once")
    }

    @Test("what changes in one turn of the loop goes to the disk with one sync")
    func sharedSync() async throws {
        let stage = try Stage()
        let tenant = try await stage.openClient("harbour")
        try await tenant.untilDurable()
        let sheet = try #require(await tenant.firstSheet)
        let approver = await tenant.approver
        let answers = Answers()
        stage.work.hold()
        try await tenant.run { tenant in
            for words in ["one", "two", "three"] {
                try tenant.perform(.comment(sheet.id, words: words), for: approver)
                tenant.whenDurable { answers.note(words, $0) }
            }
        }
        // Behind this step, which stands behind the turn that changed something, the write is on its way.
        await tenant.run { _ in }
        stage.work.releaseOne()
        for _ in 0..<10_000 where answers.all.isEmpty { await tenant.run { _ in } }
        #expect(answers.all == ["one", "two", "three"])
        stage.work.release()
    }

    @Test("what is refused is not recorded")
    func refused() async throws {
        let stage = try Stage()
        let tenant = try await stage.openClient("harbour")
        let before = await tenant.revision
        let sheet = try #require(await tenant.firstSheet)
        let approver = await tenant.approver
        await #expect(throws: Turned<TimesheetRefusal>.self) {
            try await tenant.perform(.approve(sheet.id, seen: 1), for: approver)
        }
        #expect(try await tenant.perform(.join(Self.contact(of: approver)), for: approver).count == 1)
        #expect(try await tenant.perform(.join(Self.contact(of: approver)), for: approver).isEmpty)
        #expect(await tenant.revision == before + 1)
    }

    private static func contact(of caller: Caller) throws -> ContactID {
        guard case .contact(let id) = caller.viewer.person else { throw Unexpected() }
        return id
    }

    @Test("after a failed sync the outcome is unknown, nothing more is taken, and reads say so too")
    func failedSync() async throws {
        let stage = try Stage()
        let tenant = try await stage.openClient("harbour")
        try await tenant.untilDurable()
        // From here on the disk refuses everything, so whichever call comes first of write and sync fails.
        for call in 1...8 {
            stage.disk.plan(.fails(.failed("input/output error")), atCall: stage.disk.calls + call)
        }
        let answers = Answers()
        try await comment("lost?", on: tenant, then: answers)
        await #expect(throws: StoreFailure.outcomeUnknown(because: "input/output error")) {
            try await tenant.untilDurable()
        }
        #expect(answers.all == ["lost? failed"])
        await tenant.run { $0.whenDurable { answers.note("a reader", $0) } }
        #expect(answers.all.last == "a reader failed")
        #expect(await tenant.isDurable == false)
        do {
            try await comment("later", on: tenant, then: answers)
            Issue.record("A client whose store has stopped took another change.")
        } catch Turned<TimesheetRefusal>.notRecorded(.stopped) {}
        #expect(await tenant.firstSheet?.history.contains { $0.what == .commented("later") } == false)
        for call in 1...8 { stage.disk.plan(nil, atCall: stage.disk.calls + call) }
        let cedar = try await stage.openClient("cedar")
        try await cedar.untilDurable()
    }

    @Test("whichever call to the disk fails, what was promised is there afterwards and the rest says so")
    func everyCall() async throws {
        let origin = try Stage()
        try await origin.openClient("harbour").untilDurable()
        let disk = origin.disk.copy()
        var (promised, unknown) = (0, 0)
        for place in 1...12 {
            let stage = try Stage(disk.copy())
            let tenant = try await stage.tenant("harbour")
            let sheet = try #require(await tenant.firstSheet)
            stage.disk.plan(.powerCut, atCall: stage.disk.calls + place)
            let wasPromised: Bool
            do {
                try await tenant.perform(.comment(sheet.id, words: "kept?"), for: tenant.approver)
                try await tenant.untilDurable()
                wasPromised = true
            } catch {
                wasPromised = false
            }
            let after = try await Stage(stage.disk.restarted(.everything)).tenant("harbour")
            let isThere = await after.firstSheet?.history.contains { $0.what == .commented("kept?") }
            if wasPromised { #expect(isThere == true, "call \(place)") }
            if wasPromised { promised += 1 } else { unknown += 1 }
        }
        #expect(promised > 0 && unknown > 0)
    }
}
