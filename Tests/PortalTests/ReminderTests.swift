import Access
import Foundation
import HTTP
import Mail
import Staffing
import Tenancy
import Testing

@testable import Portal

/// Hours of northwind are due on Wednesday at noon in Chicago; the test's clock begins on that day at six in the
/// morning there.
@Suite("Reminders and what their links show")
struct ReminderTests {
    private struct Scene {
        let company: TestCompany
        let desk: ReminderDesk
        var house: TestHouse { company.house }

        init(_ setting: CutoffSetting? = nil) async throws {
            company = try await TestCompany.open(in: TestHouse())
            desk = ReminderDesk(company.house.services)
            let noon = CutoffSetting(
                cutoff: Cutoff(.wednesday, minute: 720), escalation: nil, daysOff: [])
            let tenant = try await company.house.tenant("northwind")
            try await tenant.perform(.set(nil, setting ?? noon), for: .system)
            try await tenant.untilDurable()
        }

        /// As the second passes in which it is due.
        func pass(hours: Int64 = 0, minutes: Int64 = 0) async {
            house.clock.advance(seconds: hours * 3_600 + minutes * 60)
            await desk.run()
            house.clock.advance(seconds: ReminderDesk.settleSeconds)
            await desk.run()
        }

        func path(_ mail: Int = 0) throws -> String {
            let text = String(decoding: house.mails.mails[mail].bytes, as: UTF8.self)
            let line = try #require(text.split(separator: "\r\n").first { $0.hasPrefix("https://") })
            return try #require(line.firstRange(of: "/digests/").map { String(line[$0.lowerBound...]) })
        }

        func state() async throws -> TenantState { try await house.tenant("northwind").state }
    }

    @Test("one mail to each approver in the morning, no second one that day, nor after a restart")
    func mails() async throws {
        let scene = try await Scene()
        await scene.pass()
        #expect(scene.house.mails.mails.isEmpty, "it is night there")
        await scene.pass(hours: 2)
        let recipients = scene.house.mails.mails.map(\.recipient).sorted()
        #expect(
            recipients == ["approver-all", "approver-b", "approver"].map { $0 + "@northwind.example" })
        let mail = try #require(
            scene.house.mails.mails.first { $0.recipient.hasPrefix("approver@") }.map {
                String(decoding: $0.bytes, as: UTF8.self).replacing("\r\n", with: " ")
            })
        #expect(mail.contains("Dock A: 3 timesheets, 122.0 h (2 as scheduled, 1 to look at)"), "\(mail)")
        #expect(mail.contains("Wed, Nov 18, 12:00"))
        #expect(!mail.contains("Dock B") && !mail.contains("$"))
        await scene.pass(minutes: 30)
        await ReminderDesk(scene.house.services).run()
        await scene.pass(hours: 1)
        #expect(scene.house.mails.mails.count == 3)
        let book = try await scene.state().cutoffs
        #expect(book.steps.map(\.rung) == [.approver, .approver, .standIn, .standIn])
        #expect(book.reminders.count == 3)
    }

    @Test("the page behind the link needs no session, shows what the mail said, and decides nothing")
    func page() async throws {
        let scene = try await Scene()
        await scene.pass(hours: 2)
        let index = try #require(
            scene.house.mails.mails.firstIndex { $0.recipient.hasPrefix("approver@") })
        let path = try scene.path(index)
        let anybody = Browser(scene.house, at: "northwind")
        let before = try await scene.state().waiting
        let page = try await anybody.get(path)
        #expect(page.status == .ok && page.fault == nil)
        #expect(page.text.contains("Dock A: 3 timesheets") && !page.text.contains("Dock B"))
        #expect(!page.text.contains("<form") && !page.text.contains("$"))
        #expect(!page.text.contains("Worker A1"), "nobody's hours by name")
        #expect(try await anybody.post(path).status == .methodNotAllowed)
        #expect(try await scene.state().waiting == before)
        // Neither another client's host nor another token has it, and both look the same.
        let admin = try await scene.company.signedIn("admin", at: "northwind")
        #expect(try await admin.get(path).status == .notFound, "signed in as somebody else")
        let foreign = try await Browser(scene.house, at: "cedar").get(path)
        #expect(foreign.status == .notFound && !foreign.text.contains("Dock A"))
        #expect(try await anybody.get("/digests/NONE").status == .notFound)
        let book = try await scene.state().cutoffs
        #expect(!book.reminders.contains { "\($0)".contains(path.dropFirst(9)) }, "only a hash is kept")
        let tenant = try await scene.house.tenant("northwind")
        let approver = try await scene.state().contact("approver", "northwind").id
        try await tenant.perform(.remove(approver, leavingUncovered: true), for: .system)
        #expect(try await anybody.get(path).status == .notFound, "of somebody who was removed")
        scene.house.clock.advance(seconds: Reminder.lifeSeconds)
        #expect(try await anybody.get(try scene.path(1)).status == .notFound, "it has ended")
    }

    @Test("a mail that never reached the queue is written again, under its number, with another link")
    func rescue() async throws {
        let scene = try await Scene()
        scene.house.mails.breakDown()
        await scene.pass(hours: 2)
        #expect(scene.house.mails.mails.isEmpty)
        let lost = try await scene.state().cutoffs.reminders
        #expect(lost.count == 3)
        scene.house.mails.mend()
        await scene.pass(minutes: 2)
        #expect(Set(scene.house.mails.mails.map(\.id)) == Set(lost.map(\.id.rawValue)))
        let found = try await scene.state().cutoffs.reminders
        #expect(
            Set(found.map(\.id)) == Set(lost.map(\.id))
                && Set(found.map(\.token)).isDisjoint(with: lost.map(\.token)))
        #expect(try await Browser(scene.house, at: "northwind").get(try scene.path()).status == .ok)
    }

    @Test("what nobody decided by the deadline stands with the coordinators until it is decided")
    func missed() async throws {
        let scene = try await Scene()
        // Sessions end after half an hour without use, so somebody comes in each time.
        func exceptions() async throws -> Response {
            try await scene.company.signedIn("coordinator", at: "staff").get("/exceptions")
        }
        await scene.pass(hours: 2)
        #expect(try await exceptions().text.contains("No exceptions"))
        await scene.pass(hours: 5)
        let page = try await exceptions()
        #expect(page.fault == nil)
        #expect(page.text.contains("3 not decided in time"))
        #expect(page.text.contains("2 not decided in time"))
        #expect(page.text.contains("Wed, Nov 18, 12:00"))
        let tenant = try await scene.house.tenant("northwind")
        let sheets = try await scene.state().waiting
        for sheet in sheets {
            try await tenant.perform(.approve(sheet.id, seen: sheet.fingerprint.short), for: .system)
        }
        await scene.pass(minutes: 1)
        #expect(try await exceptions().text.contains("No exceptions"))
    }

    @Test("a mail that did not arrive stands there too, by the name of whom it was for")
    func undelivered() async throws {
        let scene = try await Scene()
        await scene.pass(hours: 2)
        scene.house.mails.settle(
            MailTrouble(.refused, code: 550, words: "No such user"),
            at: scene.house.clock.reading.moment.seconds)
        await scene.pass(hours: 1)
        let staff = try await scene.company.signedIn("coordinator", at: "staff")
        let page = try await staff.get("/exceptions")
        #expect(page.text.contains("The mail to approver of northwind did not arrive"))
        let billing = try await scene.company.signedIn("billing", at: "staff")
        #expect(!(try await billing.get("/exceptions").text.contains("The mail to")))
    }

    @Test("clients at rest are looked at once, and then left alone until their hour")
    func rest() async throws {
        let scene = try await Scene()
        await scene.pass()
        let clients = scene.house.services.tenants
        #expect(scene.house.services.exceptions.count == 2)
        clients.rest(unusedSince: scene.house.clock.reading.moment.adding(seconds: 1))
        while clients.awakeCount > 0 { await Task.yield() }
        for _ in 0..<100 {
            scene.house.clock.advance(seconds: 60)
            await scene.desk.run()
        }
        #expect(clients.awakeCount == 0, "nothing was due in a hundred minutes")
        await scene.pass(minutes: 30)
        #expect(scene.house.mails.mails.count == 3, "who was due was woken")
    }

    @Test("daily mails can be turned off in one's account")
    func choice() async throws {
        let scene = try await Scene()
        let browser = try await scene.company.signedIn("approver", at: "northwind")
        #expect(try await browser.get("/account").text.contains("Mails about hours that wait"))
        let answer = try await browser.post("/account/digests", [("digests", "off")])
        #expect(answer.location == "/account?done=digests")
        #expect(try await browser.get("/account?done=digests").fault == nil)
        #expect(try await browser.post("/account/digests", [("digests", "hourly")]).status == .badRequest)
        await scene.pass(hours: 2)
        #expect(scene.house.mails.mails.count == 2)
        // The last call has no off: nine in the morning there.
        await scene.pass(hours: 1)
        #expect(scene.house.mails.mails.count == 3)
        #expect(scene.house.mails.mails.last?.recipient == "approver@northwind.example")
    }
}

extension TenantState {
    fileprivate var waiting: [Timesheet] { worksitesByCode.flatMap { waiting(at: $0.id) } }
}
