import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

/// Who can see a record and why; and fields that a role masks, which then appear nowhere.
@Suite("Who can see this, and what is masked")
struct SightTests {
    private static func company() async throws -> TestCompany {
        try await TestCompany.open(in: try await TestHouse())
    }

    @Test("an admin reads who sees a sheet, by which grant, and which fields")
    func sheet() async throws {
        let company = try await Self.company()
        let state = try await company.house.tenant("northwind").state
        let sheet = try state.sheet(of: "A1").id.pathText
        let admin = try await company.signedIn("admin", at: "northwind")
        #expect(try await admin.get("/timesheets/\(sheet)").text.contains("/timesheets/\(sheet)/access"))
        let text = try await admin.get("/timesheets/\(sheet)/access").text
        for name in ["admin", "approver", "approver-all", "billing", "billing-a", "viewer"] {
            #expect(text.contains("<th scope=\"row\">\(name) of northwind</th>"), "\(name)")
        }
        for name in ["approver-b", "requester"] { #expect(!text.contains("\(name) of northwind")) }
        #expect(text.contains("bill rates") && text.contains("Dock A, from"))
        #expect(text.contains("Coordinator, Billing, Ops admin, Auditor"))
        #expect(!text.contains("Ops</th>"), "the agency's people have no names at a client")
    }

    @Test("an admin reads what somebody can see and do")
    func person() async throws {
        let company = try await Self.company()
        let state = try await company.house.tenant("northwind").state
        let approver = try state.contact("approver", "northwind").id.pathText
        let admin = try await company.signedIn("admin", at: "northwind")
        let text = try await admin.get("/people/\(approver)/access").text
        #expect(text.contains("What approver of northwind can see and do"))
        #expect(text.contains("Approve time") && text.contains("Dock A") && !text.contains("Dock B"))
    }

    @Test("staff read it with the agency's own people, by name")
    func staff() async throws {
        let company = try await Self.company()
        let state = try await company.house.tenant("northwind").state
        let sheet = try state.sheet(of: "A1").id.pathText
        let coordinator = try await company.signedIn("coordinator", at: "staff")
        let text = try await coordinator.get("/tenants/northwind/access?sheet=\(sheet)").text
        for name in ["Coordinator", "Billing", "Ops"] {
            #expect(text.contains("<th scope=\"row\">\(name)</th>"))
        }
        #expect(text.contains("approver of northwind"))
    }

    @Test("somebody who sees invoices and manages people reads who sees an invoice")
    func invoice() async throws {
        let company = try await Self.company()
        let tenant = try await company.house.tenant("northwind")
        let today = TestCompany.week.adding(days: -70)
        let asks = [Role.clientAdmin, .billingContact].map {
            GrantAsk(role: $0, node: .tenant, days: DayRange(from: today))
        }
        try await company.add("owner", asks, to: tenant)
        let records = try await MatrixRecords(company, "northwind")
        let owner = try await company.signedIn("owner", at: "northwind")
        let text = try await owner.get("/invoices/\(records["invoice", "A"])/access").text
        #expect(text.contains("billing-a of northwind") && text.contains("invoice files"))
        #expect(!text.contains("approver of northwind"))
    }

    @Test("addresses that a role masks appear nowhere, and searching does not find by them")
    func addresses() async throws {
        let company = try await Self.company()
        let tenant = try await company.house.tenant("northwind")
        let ask = GrantAsk(
            role: .humanResources, node: .tenant, days: DayRange(from: TestCompany.week.adding(days: -70)))
        try await company.add("hr", [ask], to: tenant)
        let reader = try await company.signedIn("hr", at: "northwind")
        let page = try await reader.get("/people").text
        #expect(page.contains("approver of northwind") && !page.contains("@northwind.example"))
        let found = try await reader.get("/people?q=northwind.example").text
        #expect(!found.contains("approver of northwind"))
        try await company.addStaff("auditor", .auditor)
        let auditor = try await company.signedIn("auditor", at: "staff")
        let list = try await auditor.get("/tenants/northwind/people").text
        #expect(list.contains("approver of northwind") && !list.contains("@northwind.example"))
        let search = try await auditor.get("/tenants/northwind/people?q=northwind.example").text
        #expect(!search.contains("approver of northwind"))
    }

    @Test("invoice files that a role masks are absent, from the pages, too")
    func files() async throws {
        let company = try await Self.company()
        let records = try await MatrixRecords(company, "northwind")
        let billing = try await company.signedIn("billing", at: "northwind")
        let invoice = records["invoice", "A"]
        #expect(try await billing.get("/invoices/\(invoice)/pdf").status == .ok)
        try await company.house.services.agency.perform(
            .change(
                .billingContact,
                RoleDraft(
                    title: "", permissions: [.seeInvoices, .seeBillRates], isGivenByClients: true)),
            for: .system)
        try await company.house.services.agency.untilDurable()
        #expect(try await billing.get("/invoices/\(invoice)/pdf").status == .notFound)
        for page in ["/invoices", "/invoices/\(invoice)"] {
            #expect(!(try await billing.get(page).text.contains("/pdf")))
        }
    }

    @Test("margins that a role masks appear nowhere, while both rates do")
    func margins() async throws {
        let company = try await Self.company()
        let billing = try await company.signedIn("billing", at: "staff")
        #expect(try await billing.get("/tenants/northwind/assignments").text.contains("9.28"))
        try await company.house.services.agency.perform(
            .change(
                .billing,
                RoleDraft(
                    title: "", permissions: [.seeTenants, .seeAssignments, .seeBillRates, .seePayRates],
                    isGivenByClients: false)),
            for: .system)
        try await company.house.services.agency.untilDurable()
        let text = try await billing.get("/tenants/northwind/assignments").text
        #expect(text.contains("22.22") && text.contains("31.50"))
        #expect(!text.contains("9.28") && !text.contains("Margin"))
    }

    @Test("bill rates that a role is given show in the same minute, and are gone when it loses them")
    func billRates() async throws {
        let company = try await Self.company()
        let state = try await company.house.tenant("northwind").state
        let sheet = try state.sheet(of: "A1").id.pathText
        let approver = try await company.signedIn("approver", at: "northwind")
        for (permissions, isShown) in [
            ([.seeTimesheets, .seeAssignments, .seeBillRates], true),
            ([.seeTimesheets, .seeAssignments], false),
        ] as [(PermissionSet, Bool)] {
            try await company.house.services.agency.perform(
                .change(
                    .approver, RoleDraft(title: "", permissions: permissions, isGivenByClients: true)),
                for: .system)
            try await company.house.services.agency.untilDurable()
            #expect(try await approver.get("/timesheets/\(sheet)").text.contains("1,260.00") == isShown)
            #expect(try await approver.get("/assignments").text.contains("31.50") == isShown)
        }
    }

    @Test("an approver who is added late sees and decides what waits already")
    func lateApprover() async throws {
        let company = try await Self.company()
        let tenant = try await company.house.tenant("northwind")
        let state = await tenant.state
        let waiting = try state.sheet(of: "B1")
        let node = Node.worksite(try #require(state.worksite(code: "B")).id)
        let today = TestCompany.week.adding(days: 9)
        try await company.add(
            "late", [GrantAsk(role: .approver, node: node, days: DayRange(from: today))], to: tenant)
        let late = try await company.signedIn("late", at: "northwind")
        let page = try await late.get("/timesheets/\(waiting.id.pathText)")
        let seen = try #require(page.text.firstMatch(of: /name="seen" value="([^"]*)"/)).1
        let done = try await late.post(
            "/timesheets/\(waiting.id.pathText)/approval", [("seen", String(seen))])
        #expect(done.status == .seeOther)
    }
}
