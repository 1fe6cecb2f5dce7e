import Cast
import HTTP
import Reactor
import Staffing
import Tenancy
import Testing

@testable import Portal

/// What becomes of a request while the role that lets it in is taken away.
@Suite("A role that ends in mid-flight")
struct MidFlightTests {
    /// Takes everything from somebody, on the client's own loop.
    private static func removal(
        of name: String, _ company: TestCompany
    ) async throws -> @Sendable () -> Void {
        let tenant = try await company.house.tenant("northwind")
        let id = try await tenant.state.contact(name, "northwind").id
        return {
            tenant.assumeIsolated { tenant in
                _ = try? tenant.perform(.remove(id, leavingUncovered: true), for: .system)
            }
        }
    }

    @Test("a request that has passed the door and waits is judged again when it acts: nothing is changed")
    func request() async throws {
        let scene = try await PeopleScene()
        let fields = try await scene.form(of: "viewer", [("name", "Vera")])
        let second = try await scene.invitation([("email", "second@northwind.example")])
        let removal = try await Self.removal(of: "admin", scene.company)
        // Somebody else remains who could undo it, or the admin could not be removed.
        let tenant = try await scene.house.tenant("northwind")
        let ask = GrantAsk(role: .clientAdmin, node: .tenant, days: DayRange(from: TestCompany.week))
        try await scene.company.add("other-admin", [ask], to: tenant)
        let answer = try await scene.admin.post(scene.path("viewer"), fields, meanwhile: removal)
        #expect(answer.status == .notFound)
        #expect(try await scene.contact("viewer").name == "viewer of northwind")
        #expect(try await scene.admin.post("/people", second).status == .seeOther)
        #expect(
            try await scene.state().contact(email: #require(EmailAddress("second@northwind.example"))) == nil)
    }

    @Test("a bulk approval is one step: what came before the role ended is approved whole, after it nothing")
    func bulk() async throws {
        for isBefore in [true, false] {
            let scene = try await TimesheetScene.open()
            let browser = try await scene.browser("approver")
            let fields = try await [
                ("scope", "selected"), ("sheet", scene.seen("A1")), ("sheet", scene.seen("A2")),
                ("sheet", scene.seen("A3")),
            ]
            let removal = try await Self.removal(of: "approver", scene.company)
            let nothing: @Sendable () -> Void = {}
            if isBefore { scene.house.loop.post(removal) }
            let answer = try await browser.post(
                "/timesheets/approvals", fields, meanwhile: isBefore ? nothing : removal)
            #expect(answer.status == .seeOther)
            #expect(answer.location?.hasPrefix("/sign-in") == isBefore)
            let approved = try await scene.state.timesheets.values.count { $0.isApproved }
            #expect(approved == (isBefore ? 0 : 3))
            let history = try await scene.sheet("A1").history
            #expect(history.contains { $0.name == "approver of northwind" } == !isBefore)
        }
    }

    @Test("a file that is on its way goes to its end; the next part of it is refused")
    func download() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let invoice = try #require(try await company.invoiceAll(at: "northwind").first)
        let browser = try await company.signedIn("billing", at: "northwind")
        let removal = try await Self.removal(of: "billing", company)
        let path = invoice.path + "/pdf"
        let first = try await browser.get(path, headers: [(.range, "bytes=0-99")])
        #expect(first.status == .partialContent && first.body.count == 100)
        let whole = try await browser.get(path, meanwhile: removal)
        #expect(whole.status == .ok && Fingerprint(whole.body) == invoice.file)
        let next = try await browser.get(path, headers: [(.range, "bytes=100-199")])
        #expect(next.status == .seeOther && next.body.isEmpty)
        #expect(next.location?.hasPrefix("/sign-in") == true)
    }
}
