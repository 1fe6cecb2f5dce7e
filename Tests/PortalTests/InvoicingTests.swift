import HTTP
import Locking
import MemoryDisk
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Invoicing by the agency")
struct InvoicingTests {
    private let company: TestCompany
    private let path = "/tenants/northwind/invoices"

    init() async throws { company = try await TestCompany.open(in: TestHouse()) }

    private var tenant: Tenant { get async throws { try await company.house.tenant("northwind") } }

    @Test("the page says what can be invoiced and what waits, and a run issues it once")
    func run() async throws {
        let browser = try await company.signedIn("billing", at: "staff")
        #expect(try await browser.get(path).text.contains("5 timesheets"))
        try await company.approveAll(at: "northwind")
        let ready = try await browser.get(path)
        expectWellFormed(ready)
        // 3 × 40 h and 2 h of overtime at A, 2 × 40 h at B, all at 31.50.
        #expect(ready.text.contains("Issue 2 invoices · $6,394.50"))
        let week = [("through", TestCompany.week.iso)]
        let done = try await browser.post(path, week)
        let after = try await browser.get(try #require(done.location))
        expectWellFormed(after)
        #expect(after.text.contains("2 invoices issued, $6,394.50"))
        #expect(after.text.contains("No approved hours wait for an invoice."))
        let again = try await browser.post(path, week)
        #expect(again.location?.hasPrefix(path + "?issued=0") == true)
        #expect(try await tenant.state.invoices.values.map(\.number).sorted() == ["NO-00001", "NO-00002"])
    }

    @Test("billing staff open an issued file, and no file of another client under this one's address")
    func files() async throws {
        let issued = try await company.invoiceAll(at: "northwind")
        let browser = try await company.signedIn("billing", at: "staff")
        let id = try #require(issued.first).id.pathText
        let file = try await browser.get("\(path)/pdf?invoice=\(id)")
        #expect(file.status == .ok && file.text.hasPrefix("%PDF"))
        for wrong in ["/tenants/cedar/invoices/pdf?invoice=\(id)", "\(path)/pdf", "\(path)/pdf?invoice=x"] {
            #expect(try await browser.get(wrong).status == .notFound)
        }
    }

    @Test("a coordinator, who may not see invoices, gets not-found and changes nothing")
    func permission() async throws {
        try await company.approveAll(at: "northwind")
        let browser = try await company.signedIn("coordinator", at: "staff")
        #expect(try await browser.get(path).status == .notFound)
        #expect(try await browser.get(path + "/pdf?invoice=x").status == .notFound)
        #expect(try await browser.post(path, [("through", TestCompany.week.iso)]).status == .notFound)
        #expect(try await browser.post(path + "/payment").status == .notFound)
        #expect(try await tenant.state.invoices.isEmpty)
        let billing = try await company.signedIn("billing", at: "staff")
        #expect(try await billing.get("/tenants/nowhere/invoices").status == .notFound)
    }

    @Test("hours that change while their file is made are left out and said so; the rest keeps its numbers")
    func changedMeanwhile() async throws {
        try await company.approveAll(at: "northwind")
        let tenant = try await tenant
        let state = await tenant.state
        let sheet = try #require(state.timesheets.values.first { state.code(of: $0.worksite) == "A" })
        let approver = try await company.approver(at: "northwind")
        let isFirst = Lock(true)
        let press = InvoicePress(
            agencyName: "Meridian Staffing", fonts: company.house.services.fonts,
            run: { [run = company.house.services.runBlocking] job in
                let mustChange = isFirst.withLock { first in
                    defer { first = false }
                    return first
                }
                guard mustChange else { return run(job) }
                Task {
                    try await tenant.perform(.withdrawApproval(sheet.id), for: approver)
                    run(job)
                }
            })
        let outcome = try await InvoiceRun.issue(
            through: TestCompany.week, in: tenant, for: .system, with: press)
        #expect(outcome.leftOut == [sheet.bundle])
        #expect(outcome.issued.map(\.number) == ["NO-00001"])
        #expect(outcome.issued.map(\.worksite) != [sheet.worksite])
        #expect(await tenant.state.timesheets[sheet.id]?.invoice == nil)
        let key = sheet.week.iso + "." + sheet.worksite.pathText
        let browser = try await company.signedIn("billing", at: "staff")
        let page = try await browser.get("\(path)?issued=1&total=252000&left-out=\(key)&left-out=%3Cb%3E")
        #expect(page.text.contains("Dock A, week of Nov 9, 2026: its hours changed"))
        #expect(!page.text.contains("<b>"))
    }

    @Test("a run has a limit, says what remains, and the next run goes on")
    func bounded() async throws {
        try await company.approveAll(at: "northwind")
        var numbers: [String] = []
        for remaining in [1, 0] {
            let outcome = try await InvoiceRun.issue(
                through: TestCompany.week, in: try await tenant, for: .system, with: company.press, most: 1)
            #expect(outcome.remaining == remaining)
            numbers += outcome.issued.map(\.number)
        }
        #expect(numbers == ["NO-00001", "NO-00002"])
        let before = TestCompany.week.adding(days: -7)
        let none = try await InvoiceRun.issue(
            through: before, in: try await tenant, for: .system, with: company.press)
        #expect(none.issued.isEmpty && none.total == nil)
    }

    @Test("a disk that takes no more leaves no invoice without its file, and the page does not claim one")
    func fullDisk() async throws {
        try await company.approveAll(at: "northwind")
        try await tenant.untilDurable()
        let disk = company.house.disk
        let browser = try await company.signedIn("billing", at: "staff")
        disk.setCapacity(disk.usedBytes + 1_000)
        let answer = try await browser.post(path, [("through", TestCompany.week.iso)])
        #expect(answer.status == .serviceUnavailable)
        #expect(try await tenant.state.invoices.isEmpty)
        disk.setCapacity(nil)
        let again = try await browser.post(path, [("through", TestCompany.week.iso)])
        #expect(again.location?.hasPrefix(path + "?issued=2") == true)
    }

    @Test("a payment is recorded once; a wrong date or invoice keeps what was typed")
    func payment() async throws {
        let invoice = try #require(try await company.invoiceAll(at: "northwind").first)
        let browser = try await company.signedIn("billing", at: "staff")
        func pay(_ id: String, _ day: String) async throws -> Response {
            try await browser.post(path + "/payment", [("invoice", id), ("paid", day)])
        }
        let id = invoice.id.pathText
        for day in ["2026-11-17", "2026-11-19", "soon"] {
            let answer = try await pay(id, day)
            #expect(answer.status == .unprocessableContent && answer.text.contains("value=\"\(day)\""))
            #expect(answer.text.contains("id=\"paid-error\""))
            expectWellFormed(answer)
        }
        #expect(try await pay("nonsense", "2026-11-18").text.contains("id=\"invoice-error\""))
        let paid = try await pay(id, "2026-11-18")
        #expect(paid.location == "\(path)?paid=\(id)")
        let page = try await browser.get(try #require(paid.location))
        #expect(page.text.contains("Payment of \(invoice.number) recorded"))
        #expect(try await pay(id, "2026-11-18").status == .unprocessableContent)
        let status = try await tenant.state.invoices[invoice.id]?.status
        #expect(status == .paid(on: Day(number: 20_775)))
    }

    @Test("a run without a week is asked for one and issues nothing")
    func withoutWeek() async throws {
        try await company.approveAll(at: "northwind")
        let browser = try await company.signedIn("billing", at: "staff")
        let answer = try await browser.post(path, [("through", "last week")])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("Choose the last week to invoice"))
        #expect(try await tenant.state.invoices.isEmpty)
    }
}
