import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Opening a client and its worksites")
struct StaffOpeningTests {
    private func fields(_ changes: [(String, String)] = []) -> [(String, String)] {
        let fields = [
            ("slug", "harbour"), ("name", "Harbour Foods"), ("currency", "CAD"), ("language", "fr"),
            ("zone", "America/Halifax"), ("workweek", "6"), ("prefix", "hf"), ("terms", "45"),
        ]
        return fields.filter { field in !changes.contains { $0.0 == field.0 } } + changes
    }

    @Test("an ops admin opens a client, which then stands in the list")
    func opens() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("ops", at: "staff")
        let form = try await browser.get("/new-tenant")
        #expect(form.status == .ok)
        expectWellFormed(form)
        let answer = try await browser.post("/tenants", fields())
        #expect(answer.location == "/tenants/harbour?done=opened")
        let overview = try await browser.get("/tenants/harbour?done=opened")
        #expect(overview.text.contains("The client is open."))
        expectWellFormed(overview)
        for word in ["CAD", "French", "America/Halifax", "Sunday", "HF", "45 days"] {
            #expect(overview.text.contains(word), "\(word)")
        }
        #expect(try await browser.get("/tenants").text.contains("Harbour Foods"))
        let client = try await company.house.tenant("harbour").state.client
        #expect(client.workweekStart == .sunday && client.paymentTermsDays == 45)
    }

    @Test("coordinators and billing open nothing", arguments: ["coordinator", "billing"])
    func refusesOthers(role: String) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn(role, at: "staff")
        #expect(try await browser.get("/new-tenant").status == .notFound)
        #expect(try await browser.post("/tenants", fields()).status == .notFound)
        let worksite = try await browser.post(
            "/tenants/northwind/worksites", [("code", "C"), ("name", "Dock C")])
        #expect(worksite.status == .notFound)
        #expect(!company.house.services.tenants.isRegistered(try #require(TenantID("harbour"))))
        #expect(try await company.house.tenant("northwind").state.worksites.count == 2)
    }

    @Test(
        "what cannot be is said at its field, nothing typed is lost, and nothing is half done",
        arguments: [
            ("slug", "Harbour!"), ("slug", "staff"), ("name", "  "), ("zone", "Moon/Crater"), ("zone", ""),
            ("prefix", "H1"), ("terms", "181"), ("terms", "-1"), ("currency", "EUR"), ("language", "de"),
            ("workweek", "7"),
        ])
    func refuses(field: String, value: String) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("ops", at: "staff")
        let answer = try await browser.post("/tenants", fields([(field, value)]))
        #expect(answer.status == .unprocessableContent)
        expectWellFormed(answer)
        #expect(answer.text.contains("id=\"\(field)-error\""))
        #expect(field == "name" || answer.text.contains("value=\"Harbour Foods\""))
        #expect(await company.house.services.agency.state.tenants.count == 2)
    }

    @Test("a short name that is taken is refused, open or not")
    func taken() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("ops", at: "staff")
        for name in ["Northwind", "Other"] {
            let answer = try await browser.post(
                "/tenants", fields([("slug", "northwind"), ("name", name)]))
            #expect(answer.status == .unprocessableContent && answer.text.contains("id=\"slug-error\""))
        }
        #expect(try await company.house.tenant("northwind").state.client.name == "Northwind Ltd")
    }

    @Test("a client that was begun and never finished says so, and is finished under its own name only")
    func repairs() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let services = company.house.services
        try await services.agency.perform(.openTenant("harbour", name: "Harbour Foods"), for: .system)
        services.tenants.register(try #require(TenantID("harbour")))
        let browser = try await company.signedIn("ops", at: "staff")
        #expect(try await browser.get("/tenants").text.contains("Not opened yet"))
        let overview = try await browser.get("/tenants/harbour")
        #expect(overview.text.contains("/new-tenant?slug=harbour"))
        let form = try await browser.get("/new-tenant?slug=harbour")
        #expect(form.text.contains("value=\"Harbour Foods\" readonly"))
        let site = try await browser.post(
            "/tenants/harbour/worksites",
            [
                ("code", "C"), ("name", "C"), ("address", ""), ("zone", "UTC"), ("jurisdiction", "US-WA"),
            ])
        #expect(site.status == .unprocessableContent)
        let other = try await browser.post("/tenants", fields([("name", "Somebody else")]))
        #expect(other.status == .unprocessableContent)
        #expect(try await browser.post("/tenants", fields()).location == "/tenants/harbour?done=opened")
        #expect(try await browser.post("/tenants", fields()).status == .unprocessableContent)
    }

    @Test("a worksite is added where its zone and jurisdiction can be")
    func worksites() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("ops", at: "staff")
        let path = "/tenants/northwind/worksites"
        func typed(_ field: String, _ value: String) -> [(String, String)] {
            [
                ("code", "C"), ("name", "Dock C"), ("address", "3 Dock Road"), ("zone", "America/Chicago"),
                ("jurisdiction", "us-il"),
            ].map { $0.0 == field ? (field, value) : $0 }
        }
        for (field, value) in [
            ("code", ""), ("code", "A"), ("name", " "), ("zone", "Chicago"), ("jurisdiction", "Illinois"),
            ("jurisdiction", "US-ILLI"), ("jurisdiction", "U5-IL"),
        ] {
            let answer = try await browser.post(path, typed(field, value))
            #expect(answer.status == .unprocessableContent)
            expectWellFormed(answer)
            #expect(answer.text.contains("id=\"\(field)-error\""), "\(field) \(value)")
            #expect(answer.text.contains("value=\"3 Dock Road\""))
        }
        #expect(try await browser.post(path, typed("", "")).location == path + "?done=added")
        let page = try await browser.get(path + "?done=added")
        #expect(page.text.contains("The worksite is added.") && page.text.contains("US-IL"))
        #expect(page.text.contains("approver-all of northwind"))
        let added = try await company.house.tenant("northwind").state.worksite(code: "C")
        #expect(added?.timeZone == "America/Chicago")
        #expect(try await company.house.tenant("cedar").state.worksite(code: "C") == nil)
    }
}
