import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Expected hours on the staff side")
struct StaffHoursTests {
    private struct Scene {
        let sheets: TimesheetScene
        let tenant: Tenant
        let sam: Browser
        let assignment: AssignmentID

        init() async throws {
            sheets = try await TimesheetScene.open()
            tenant = try await sheets.house.tenant(sheets.slug)
            sam = try await sheets.company.signedIn("coordinator", at: "staff")
            let state = await tenant.state
            let worker = try #require(state.worker(number: "A1"))
            assignment = try #require(state.assignments(of: worker.id).first).id
        }

        var week: Day { TestCompany.week.adding(days: 7) }
        var base: String { "/tenants/" + sheets.slug }
        var fields: [(String, String)] { [("assignment", assignment.pathText), ("week", week.iso)] }
        var form: String { base + "/hours?assignment=\(assignment.pathText)&week=\(week.iso)" }

        func sheet() async -> Timesheet? { await tenant.state.timesheet(of: assignment, week: week) }
    }

    @Test("a coordinator types hours in, and the history says so")
    func typed() async throws {
        let scene = try await Scene()
        let list = try await scene.sam.get(scene.base + "/expected")
        expectWellFormed(list)
        #expect(list.text.contains("Worker A1") && list.text.contains("Type hours in"))
        expectWellFormed(try await scene.sam.get(scene.form))
        let wrong = try await scene.sam.post(scene.base + "/hours", scene.fields + [("hours-0", "25")])
        #expect(wrong.status == .unprocessableContent && wrong.text.contains("hours-0-error"))
        #expect(wrong.text.contains("value=\"25\""))
        let right = try await scene.sam.post(scene.base + "/hours", scene.fields + [("hours-0", "7:30")])
        #expect(right.status == .seeOther)
        let sheet = try #require(await scene.sheet())
        #expect(sheet.hours.total == 450 && sheet.history.first?.name == "Coordinator")
        #expect(await scene.tenant.state.expected.attestations.isEmpty)
    }

    @Test("that no hours come is said with a kind and a reason, and taken back")
    func none() async throws {
        let scene = try await Scene()
        let path = scene.base + "/hours/none"
        let wrong: [[(String, String)]] = [
            [], [("kind", "zero")], [("kind", "zero"), ("reason", "ended")],
        ]
        for fields in wrong {
            let answer = try await scene.sam.post(path, scene.fields + fields)
            #expect(answer.status == .unprocessableContent)
            expectWellFormed(answer)
        }
        let said = try await scene.sam.post(
            path, scene.fields + [("kind", "not-needed"), ("reason", "ended"), ("words", "Left early")])
        #expect(said.status == .seeOther)
        let page = try await scene.sam.get(scene.form)
        expectWellFormed(page)
        #expect(
            page.text.contains("Not needed: the assignment has ended") && page.text.contains("Left early"))
        let again = try await scene.sam.post(scene.base + "/hours/reopening", scene.fields)
        #expect(again.status == .seeOther)
        #expect(await scene.tenant.state.expected.idle.isEmpty)
    }

    @Test("late hours stand over all clients, and in the figures of each")
    func late() async throws {
        let scene = try await Scene()
        scene.sheets.house.clock.advance(seconds: 14 * 86_400)
        let sam = try await scene.sheets.company.signedIn("coordinator", at: "staff")
        let all = try await sam.get("/late-hours")
        expectWellFormed(all)
        #expect(all.text.contains("Worker A1 of northwind") && all.text.contains("Worker A1 of cedar"))
        let list = try await sam.get(scene.base + "/expected?q=A1")
        #expect(list.text.contains("late") && !list.text.contains("Worker A2"))
        let clients = try await sam.get("/tenants")
        #expect(clients.text.contains("/tenants/\(scene.sheets.slug)/expected"))
    }

    @Test("a personal link is shown once or mailed, ends the one before, and is ended")
    func links() async throws {
        let scene = try await Scene()
        let worker = try #require(await scene.tenant.state.worker(number: "A1")).id.pathText
        let path = scene.base + "/personal-link"
        #expect(try await scene.sam.get(path + "?worker=" + worker).text.contains("There is no link."))
        let bad = try await scene.sam.post(path, [("worker", worker), ("email", "nobody")])
        #expect(bad.status == .unprocessableContent)
        let shown = try await scene.sam.post(path, [("worker", worker), ("email", "")])
        expectWellFormed(shown)
        let first = try #require(link(in: shown.text))
        let phone = Browser(scene.sheets.house, at: scene.sheets.slug)
        #expect(try await phone.get(first).status == .ok)
        let page = try await scene.sam.get(path + "?worker=" + worker)
        #expect(page.text.contains("There is a link") && link(in: page.text) == nil)
        let mailed = try await scene.sam.post(path, [("worker", worker), ("email", "a1@home.example")])
        #expect(mailed.text.contains("a1@home.example") && link(in: mailed.text) == nil)
        #expect(try await phone.get(first).status == .notFound)
        let second = try #require(link(in: scene.sheets.house.mails.latest))
        #expect(try await phone.get(second).status == .ok)
        #expect(try await scene.sam.post(path + "/end", [("worker", worker)]).status == .seeOther)
        #expect(try await phone.get(second).status == .notFound)
    }

    private func link(in text: String) -> String? {
        guard let begin = text.firstRange(of: "/my-hours/") else { return nil }
        return String(text[begin.lowerBound...].prefix { "/-_".contains($0) || $0.isLetter || $0.isNumber })
    }
}
