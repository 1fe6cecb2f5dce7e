import Access
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("The agency's own people")
struct ColleagueTests {
    private func scene() async throws -> (company: TestCompany, ops: Browser) {
        let company = try await TestCompany.open(in: TestHouse())
        return (company, try await company.signedIn("ops", at: "staff"))
    }

    private func member(_ name: String, _ company: TestCompany) async throws -> StaffMember {
        let email = try #require(EmailAddress("\(name)@agency.example"))
        return try #require(await company.house.services.agency.state.staff(email: email))
    }

    private func save(
        _ ops: Browser, _ member: StaffMember, _ roles: [Role], _ more: [(String, String)] = []
    ) async throws -> Response {
        let edition = member.edition(ops.house.services.world.fingerprint)
        let fields = [("name", member.name), ("edition", edition)] + roles.map { ("role", $0.rawValue) }
        return try await ops.post("/staff/\(member.id.pathText)", fields + more)
    }

    @Test("somebody is invited by mail, chooses a password and works with the roles that they were given")
    func invites() async throws {
        let (company, ops) = try await scene()
        let list = try await ops.get("/staff")
        #expect(list.text.contains("coordinator@agency.example") && list.fault == nil)
        let answer = try await ops.post(
            "/staff", [("name", "Nora Lind"), ("email", "nora@agency.example"), ("role", "recruiter")])
        #expect(answer.status == .ok && answer.fault == nil)
        #expect(company.house.mails.latest.contains("https://staff.localhost:8443/invitations/"))
        #expect(try await ops.get("/staff").text.contains("Invited"))
        let guest = Browser(company.house, at: "staff")
        let path = try company.house.mails.link()
        let password = PeopleScene.password
        #expect(try await guest.post(path, [("new", password), ("again", password)]).status == .seeOther)
        #expect(try await guest.get("/tenants").status == .ok)
        #expect(try await guest.get("/staff").status == .notFound)
    }

    @Test("roles change at once, also in an open session; a page that is behind is shown anew")
    func changes() async throws {
        let (company, ops) = try await scene()
        let billing = try await company.signedIn("billing", at: "staff")
        #expect(try await billing.get("/tenants/northwind/invoices").status == .ok)
        let before = try await member("billing", company)
        #expect(try await save(ops, before, [.recruiter]).location == "/staff?done=saved")
        #expect(try await billing.get("/tenants/northwind/invoices").status == .notFound)
        #expect(try await billing.get("/tenants/northwind/people").status == .ok)
        #expect(try await save(ops, before, [.billing]).status == .conflict)
        #expect(try await save(ops, member("billing", company), []).status == .unprocessableContent)
    }

    @Test("who leaves is signed out at once, and their links end")
    func removes() async throws {
        let (company, ops) = try await scene()
        let coordinator = try await company.signedIn("coordinator", at: "staff")
        let path = "/staff/\(try await member("coordinator", company).id.pathText)"
        _ = try await ops.post(path + "/invitation")
        let link = try company.house.mails.link()
        let page = try await ops.get(path + "/removal")
        #expect(page.text.contains("1 open session") && page.text.contains("a link that was not used yet"))
        #expect(try await ops.post(path + "/removal").location == "/staff?done=removed")
        #expect(try await coordinator.get("/tenants").location?.hasPrefix("/sign-in") == true)
        let answer = try await Browser(company.house, at: "staff").get(link)
        #expect(!answer.text.contains("name=\"new\""))
        #expect(try await ops.get(path).status == .notFound)
    }

    @Test("the last one who can change roles cannot go, nor give the role away; others are asked twice")
    func oneself() async throws {
        let (company, ops) = try await scene()
        let own = try await member("ops", company)
        let path = "/staff/\(own.id.pathText)/removal"
        #expect(try await ops.post(path).text.contains("name=\"own-loss\""))
        let last = try await ops.post(path, [("own-loss", "yes")])
        #expect(last.status == .conflict && last.text.contains("Nobody else can change people and roles"))
        let refused = try await save(ops, own, [.recruiter], [("own-loss", "yes")])
        #expect(refused.status == .unprocessableContent)
        try await company.addStaff("second", .opsAdmin)
        let asked = try await save(ops, own, [.recruiter])
        #expect(asked.status == .conflict && asked.text.contains("This is you"))
        #expect(try await save(ops, own, [.recruiter], [("own-loss", "yes")]).status == .seeOther)
        #expect(try await ops.get("/staff").status == .notFound)
    }

    @Test("a link is withdrawn, and a new one takes its place")
    func links() async throws {
        let (company, ops) = try await scene()
        _ = try await ops.post(
            "/staff", [("name", "Nora"), ("email", "nora@agency.example"), ("role", "recruiter")])
        let link = try company.house.mails.link()
        let path = "/staff/\(try await member("nora", company).id.pathText)"
        #expect(try await ops.post(path + "/invitation/withdrawal").status == .seeOther)
        let guest = Browser(company.house, at: "staff")
        #expect(!(try await guest.get(link).text.contains("name=\"new\"")))
        #expect(try await ops.get(path).text.contains("Has no link that works"))
        _ = try await ops.post(path + "/invitation")
        #expect(try await guest.get(company.house.mails.link()).text.contains("name=\"new\""))
    }

    @Test("nothing of it is done without a fresh proof")
    func stepUp() async throws {
        let (company, ops) = try await scene()
        let id = try await member("coordinator", company).id.pathText
        company.house.clock.advance(seconds: 20 * 60)
        let before = await company.house.services.agency.state.staff
        #expect(try await ops.get("/staff/\(id)").text.contains("id=\"proof\""))
        for path in ["/staff", "/staff/\(id)", "/staff/\(id)/removal"] {
            #expect(try await ops.post(path).status == .unprocessableContent, "\(path)")
        }
        _ = try await ops.post("/staff/\(id)/invitation")
        #expect(await company.house.services.agency.state.staff == before)
        #expect(company.house.mails.mails.isEmpty)
    }
}
