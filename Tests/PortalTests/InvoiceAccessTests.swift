import Formats
import HTTP
import Portal
import Staffing
import Tenancy
import Testing

@Suite("Invoices for people of a client")
struct InvoiceAccessTests {
    private let company: TestCompany
    private let atA: Invoice
    private let atB: Invoice

    init() async throws {
        company = try await TestCompany.open(in: TestHouse())
        let issued = try await company.invoiceAll(at: "northwind")
        let state = try await company.house.tenant("northwind").state
        atA = try #require(issued.first { state.code(of: $0.worksite) == "A" })
        atB = try #require(issued.first { state.code(of: $0.worksite) == "B" })
    }

    @Test("a billing contact of one worksite sees its invoices alone: list, totals and files")
    func oneWorksite() async throws {
        let browser = try await company.signedIn("billing-a", at: "northwind")
        let list = try await browser.get("/invoices")
        #expect(list.status == .ok)
        expectWellFormed(list)
        #expect(list.text.contains(atA.number) && !list.text.contains(atB.number))
        #expect(list.text.contains("<strong>\(money(atA.total))</strong>"))
        #expect(!list.text.contains("Dock B"))
        let statement = try await browser.get("/invoices/statement.csv")
        #expect(statement.text.contains(atA.number) && !statement.text.contains(atB.number))
        for path in [atB.path, atB.path + "/pdf", atB.path + "/csv"] {
            #expect(try await browser.get(path).status == .notFound)
        }
        for path in [atA.path, atA.path + "/pdf", atA.path + "/csv"] {
            #expect(try await browser.get(path).status == .ok)
        }
        let search = try await browser.get("/invoices?q=Dock+B")
        #expect(search.text.contains("No invoice matches"))
    }

    @Test(
        "people without the permission get not-found everywhere",
        arguments: ["approver", "approver-all", "admin", "requester", "viewer"])
    func withoutPermission(name: String) async throws {
        let browser = try await company.signedIn(name, at: "northwind")
        for path in ["/invoices", "/invoices/statement.csv", atA.path, atA.path + "/pdf", atA.path + "/csv"] {
            #expect(try await browser.get(path).status == .notFound)
        }
        #expect(!(try await browser.get("/help")).text.contains("href=\"/invoices\""))
    }

    @Test("another client's invoice is absent, under its own and under our address")
    func otherClient() async throws {
        let browser = try await company.signedIn("billing", at: "cedar")
        for path in [atA.path, atA.path + "/pdf", atA.path + "/csv"] {
            #expect(try await browser.get(path).status == .notFound)
        }
        #expect(try await browser.get("/invoices").text.contains("No invoices yet"))
    }

    @Test("list, statement, lines and record agree on every sum")
    func sums() async throws {
        let browser = try await company.signedIn("billing", at: "northwind")
        let owed = Money(minorUnits: atA.total.minorUnits + atB.total.minorUnits, .usd)
        let list = try await browser.get("/invoices")
        #expect(list.text.contains("<strong>\(money(owed))</strong>"))
        let statement = try rows(try await browser.get("/invoices/statement.csv").body)
        #expect(try sum(statement, column: 5) == owed.minorUnits)
        for invoice in [atA, atB] {
            let page = try await browser.get(invoice.path)
            #expect(page.text.contains("<dd class=\"sum\">\(money(invoice.total))</dd>"))
            let lines = try rows(try await browser.get(invoice.path + "/csv").body)
            #expect(lines.count == invoice.lines.count + 1)
            #expect(try sum(lines, column: 10) == invoice.total.minorUnits)
        }
    }

    @Test("each line leads to its timesheet and names who approved it, and when")
    func evidence() async throws {
        let browser = try await company.signedIn("billing", at: "northwind")
        let page = try await browser.get(atA.path)
        expectWellFormed(page)
        for line in atA.lines {
            #expect(page.text.contains("/timesheets/\(line.timesheet.pathText)"))
        }
        #expect(page.text.contains("Approved by approver-all of northwind, Nov 18, 2026"))
        #expect(page.text.contains("$31.50 ×\u{A0}1.5"))
    }

    @Test("the list narrows by status, and by number, worksite and worker")
    func filters() async throws {
        let browser = try await company.signedIn("billing", at: "northwind")
        for (query, hasA, hasB) in [
            ("status=open", true, true), ("status=paid", false, false), ("status=overdue", false, false),
            ("q=dock+a", true, false), ("q=worker+b1", false, true), ("q=\(atB.number)", false, true),
            ("status=nonsense", true, true), ("page=99", false, false), ("q=%3Cb%3E", false, false),
        ] {
            let text = try await browser.get("/invoices?" + query).text
            #expect(text.contains(atA.path + "\"") == hasA, "\(query)")
            #expect(text.contains(atB.path + "\"") == hasB, "\(query)")
            #expect(!text.contains("value=\"<b>"))
        }
    }

    @Test("what is overdue stands apart, since its earliest due date, and a payment ends it")
    func overdue() async throws {
        company.house.clock.advance(seconds: 31 * 86_400)
        let tenant = try await company.house.tenant("northwind")
        let browser = try await company.signedIn("billing", at: "northwind")
        let late = try await browser.get("/invoices")
        #expect(late.text.contains("overdue since Dec 18, 2026"))
        #expect(late.text.contains("Overdue 1 day<"))
        for id in [atA.id, atB.id] {
            try await tenant.perform(.recordPayment(id, on: tenant.today), for: .system)
        }
        let paid = try await browser.get("/invoices")
        #expect(paid.text.contains("Nothing is owed.") && paid.text.contains("Paid Dec 19, 2026"))
    }

    private func money(_ amount: Money) -> String {
        MoneyStyle(.englishUS).text(minorUnits: amount.minorUnits, currency: amount.currency.rawValue)
    }

    private func rows(_ bytes: [UInt8]) throws -> [[String]] {
        var reader = try CSVReader(bytes, delimiter: .comma)
        return try reader.rows().map(\.fields)
    }

    private func sum(_ rows: [[String]], column: Int) throws -> Int64 {
        try rows.dropFirst().reduce(0) { $0 + (try #require(Int64($1[column].replacing(".", with: "")))) }
    }
}
