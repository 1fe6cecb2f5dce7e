import Cast
import Journal
import MemoryDisk
import Staffing
import Testing

@testable import Tenancy

@Suite("What a client's store gives back")
struct SnapshotTests {
    /// Everything that can happen to one sheet, and an invoice.
    private func live(_ tenant: Tenant) async throws {
        let sheet = try #require(await tenant.firstSheet)
        let approver = await tenant.approver
        let seen = sheet.fingerprint.short
        try await tenant.perform(.comment(sheet.id, words: "Looks long"), for: approver)
        try await tenant.perform(
            .reject(sheet.id, seen: seen, reason: .wrongHours, words: "An hour too many"), for: approver)
        let days = Cast.days([480, 480, 480, 480, 420])
        try await tenant.perform(.receive(sheet.assignment, week: Cast.week, days: days), for: .system)
        let changed = try #require(await tenant.firstSheet)
        try await tenant.perform(.approve(sheet.id, seen: changed.fingerprint.short), for: approver)
        try await tenant.perform(.withdrawApproval(sheet.id), for: approver)
        try await tenant.perform(.approve(sheet.id, seen: changed.fingerprint.short), for: approver)
    }

    private func invoice(_ tenant: Tenant) async throws {
        let draft = try await tenant.run { tenant in
            try InvoiceRules.drafts(through: Cast.week, tenant.state, tenant.context(for: .system)).first
        }
        let issued = try await tenant.perform(
            .issue(try #require(draft), file: Fingerprint(4, 3, 2, 1)), for: .system)
        guard case .issued(let invoice) = issued.first else { throw Unexpected() }
        try await tenant.perform(.recordPayment(invoice.id, on: invoice.issued), for: .system)
    }

    @Test("a client that was put to rest and woken is the same to the byte")
    func restAndWake() async throws {
        let stage = try Stage()
        let tenant = try await stage.openClient("harbour")
        try await live(tenant)
        try await invoice(tenant)
        let before = await tenant.bytes
        await stage.rest()
        #expect(stage.directory.awakeCount == 0)
        let woken = try await stage.tenant("harbour")
        #expect(woken !== tenant)
        #expect(await woken.bytes == before)
        #expect(stage.disk.files.contains { $0.hasSuffix(".snapshot") })
    }

    @Test("who left a moment ago can come back after a restart, and who stands in still does")
    func leftAndLent() async throws {
        let stage = try Stage()
        let tenant = try await stage.openClient("harbour")
        let ask = GrantAsk(role: .approver, node: .tenant, days: DayRange(from: Cast.begin))
        for name in ["giver", "other"] {
            let events = try await tenant.perform(
                .invite(name: name, email: "\(name)@a.example", language: .english, grants: [ask]),
                for: .system)
            guard case .invited(let contact) = events.first else { throw Unexpected() }
            try await tenant.perform(.join(contact.id), for: .system)
        }
        let people = await tenant.state.contacts.values
        let approver = try #require(people.first { $0.name == "giver" })
        let other = try #require(people.first { $0.name == "other" })
        let today = await tenant.today
        try await tenant.perform(
            .give(from: approver.id, to: other.id, worksites: [], DayRange(from: today, through: today)),
            for: .system)
        let lent = await tenant.state.delegations
        try await tenant.perform(.remove(approver.id, leavingUncovered: true), for: .system)
        let before = await tenant.bytes
        await stage.rest()
        let woken = try await stage.tenant("harbour")
        #expect(await woken.bytes == before)
        #expect(await woken.state.delegations == lent)
        try await woken.perform(.takeBack(approver.id), for: .system)
        #expect(await woken.state.contacts[approver.id] == approver)
    }

    @Test("a snapshot and what came after give the same bytes as everything from the beginning")
    func snapshotAndTail() async throws {
        let stage = try Stage()
        let tenant = try await stage.openClient("harbour")
        try await live(tenant)
        await stage.rest()
        let woken = try await stage.tenant("harbour")
        try await invoice(woken)
        try await woken.untilDurable()
        let state = await woken.bytes

        let disk = stage.disk.copy()
        #expect(try await Stage(disk.copy()).tenant("harbour").bytes == state)
        let snapshots = disk.files.filter { $0.hasSuffix(".snapshot") }
        #expect(snapshots.count == 1)
        for name in snapshots { try disk.remove(name) }
        #expect(try await Stage(disk).tenant("harbour").bytes == state)
    }

    @Test("a snapshot that does not fit is passed over, for the journal has everything")
    func foreignSnapshot() async throws {
        let stage = try Stage()
        let tenant = try await stage.openClient("harbour")
        let state = await tenant.bytes
        await stage.rest()
        let disk = stage.disk.copy()
        let name = try #require(disk.files.first { $0.hasSuffix(".snapshot") })
        disk.flip(bit: 900, of: name)
        #expect(try await Stage(disk).tenant("harbour").bytes == state)
    }

    @Test("records of every shape survive a snapshot")
    func everyRecord() throws {
        var state = Cast.harbourWaiting
        state.take(Samples.tenant, by: .contact(Cast.ana))
        var writer = RecordWriter()
        writer.write(state.records)
        var reader = RecordReader(writer.bytes)
        let records = try TenantRecords(from: &reader)
        #expect(records == state.records)
        let again = TenantState(records)
        #expect(again.records == state.records)
        #expect(again.waitingCount(at: Cast.plant2.id) == state.waitingCount(at: Cast.plant2.id))
        for site in state.worksitesByCode {
            #expect(again.waiting(at: site.id) == state.waiting(at: site.id))
        }
        #expect(again.contact(email: Cast.ben.email)?.id == Cast.ben.id)
        #expect(again.worker(number: "W-202")?.id == Cast.priya.id)
    }

    @Test("a snapshot of another layout is refused")
    func otherLayout() {
        var writer = RecordWriter()
        writer.write(Cast.harbour.records)
        var bytes = writer.bytes
        bytes[0] = 1
        #expect(throws: Damaged.self) {
            var reader = RecordReader(bytes)
            _ = try TenantRecords(from: &reader)
        }
    }

    @Test("the agency's records come back as they were, rates and all")
    func agency() async throws {
        let stage = try Stage()
        let agency = stage.agency
        try await agency.perform(.openTenant("harbour", name: "Harbour Foods"), for: .system)
        try await agency.perform(
            .addStaff(name: "Olga", email: "olga@agency.example", roles: [.opsAdmin, .billing]), for: .system)
        let joined = try await agency.perform(
            .addStaff(name: "Sam", email: "sam@agency.example", roles: [.coordinator]), for: .system)
        guard case .staffJoined(let sam) = joined.first else { throw Unexpected() }
        try await agency.perform(.removeStaff(sam.id), for: .system)
        try await agency.perform(
            .setPayRate(try #require(TenantID("harbour")), Identifier(501), HourlyRate(minorUnits: 2_222)),
            for: .system)
        try await agency.untilDurable()
        let state = await agency.state
        let again = try await Stage(stage.disk.copy()).agency.state
        #expect(again.snapshot == state.snapshot)
        #expect(try AgencyState(snapshot: state.snapshot).snapshot == state.snapshot)
        #expect(again.staff == state.staff && again.tenants == state.tenants)
    }
}

/// What a test meets where it must not.
struct Unexpected: Error {}
