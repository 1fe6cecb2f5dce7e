import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Who works where")
struct AssignmentTests {
    @Test("a viewer sees the assignments of their worksites only")
    func worksites() async throws {
        let scene = try await TimesheetScene.open()
        for name in ["approver", "viewer", "requester"] {
            let page = try await scene.browser(name).get("/assignments")
            expectWellFormed(page)
            #expect(page.text.contains("Worker A1") && !page.text.contains("Worker B1"))
            #expect(!page.text.contains("Dock B") && !page.text.contains("cedar"))
        }
        let all = try await scene.browser("approver-all").get("/assignments")
        #expect(all.text.contains("Worker A1") && all.text.contains("Worker B1"))
        #expect(try await scene.browser("billing").get("/assignments").status == .notFound)
    }

    @Test("a search and a worksite narrow the list, and reach nothing beyond it")
    func filters() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver-all")
        let id = try #require(try await scene.state.worksite(code: "B")).id.pathText
        let narrow = try await browser.get("/assignments?worksite=\(id)&q=b1")
        expectWellFormed(narrow)
        #expect(narrow.text.contains("Worker B1") && !narrow.text.contains("Worker B2"))
        #expect(!narrow.text.contains("Worker A1"))
        let other = try await scene.browser("approver").get("/assignments?worksite=\(id)&q=b1")
        expectWellFormed(other)
        #expect(other.text.contains("No assignment matches"))
    }

    @Test("what has ended stands behind its own tab; what is still to come does not")
    func ended() async throws {
        let scene = try await TimesheetScene.open()
        let tenant = try await scene.house.tenant(scene.slug)
        let worksite = try #require(await tenant.state.worksite(code: "A")).id
        let today = await tenant.today
        let spans = [
            ("Past", DayRange(from: today.adding(days: -9), through: today.adding(days: -1))),
            ("Now", DayRange(from: today.adding(days: -9), through: today)),
            ("Later", DayRange(from: today.adding(days: 1))),
        ]
        for (number, days) in spans {
            let events = try await tenant.perform(
                .registerWorker(number: number, name: "\(number) Person"), for: .system)
            guard case .workerRegistered(let worker) = events.first else { return }
            try await tenant.perform(
                .startAssignment(
                    worker.id, worksite, title: "Picker", days, billRate: HourlyRate(minorUnits: 100),
                    WeekSchedule(minutes: [480, 0, 0, 0, 0, 0, 0]), purchaseOrder: ""), for: .system)
        }
        let browser = try await scene.browser("approver")
        let current = try await browser.get("/assignments").text
        #expect(current.contains("Now Person") && current.contains("Later Person"))
        #expect(current.contains("Starts Nov 19, 2026") && !current.contains("Past Person"))
        let ended = try await browser.get("/assignments?show=ended")
        expectWellFormed(ended)
        #expect(ended.text.contains("Past Person") && !ended.text.contains("Now Person"))
    }
}
