import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("A host of a client's own")
struct OwnHostTests {
    private let host = "portal.northwind.example"

    private func company() async throws -> TestCompany {
        let company = try await TestCompany.open(in: TestHouse())
        let northwind = try #require(TenantID("northwind"))
        company.house.services.setting.ownHosts.put([(host, northwind)])
        return company
    }

    @Test("leads to that client, whose people sign in there; what stands below the base domain stays")
    func leads() async throws {
        let company = try await company()
        let browser = Browser(company.house, host: host)
        let answer = try await browser.post(
            "/sign-in", [("email", "admin@northwind.example"), ("password", TestHouse.password)])
        #expect(answer.status == .seeOther)
        #expect(try await browser.get("/people").text.contains("admin of northwind"))
        let other = Browser(company.house, host: host)
        let refused = try await other.post(
            "/sign-in", [("email", "admin@cedar.example"), ("password", TestHouse.password)])
        #expect(refused.status != .seeOther && other.sessionToken == nil)
        #expect(try await company.signedIn("admin", at: "northwind").get("/people").status == .ok)
    }

    @Test("stands in links to the client from then on")
    func links() async throws {
        let company = try await company()
        let ops = try await company.signedIn("ops", at: "staff")
        let contact = try await company.house.tenant("northwind").state.contact("viewer", "northwind")
        let page = try await ops.post(
            "/tenants/northwind/viewing",
            [("person", contact.id.pathText), ("reason", "They cannot find last week.")])
        #expect(page.text.contains("href=\"https://\(host):8443/viewing/"))
    }

    @Test("is nobody's when it is not named any more, and another host is none of ours")
    func unknown() async throws {
        let company = try await company()
        for name in ["portal.cedar.example", "x." + host, "northwind.example"] {
            let answer = try await Browser(company.house, host: name).get("/sign-in")
            #expect(answer.status == .misdirectedRequest, "\(name)")
        }
        let cedar = try #require(TenantID("cedar"))
        company.house.services.setting.ownHosts.put([("portal.cedar.example", cedar)])
        #expect(try await Browser(company.house, host: host).get("/sign-in").status == .misdirectedRequest)
        let northwind = try #require(TenantID("northwind"))
        #expect(
            company.house.services.setting.origin(of: northwind) == "https://northwind.localhost:8443")
    }

    @Test("that is named for a client which is not there leads nowhere")
    func noClient() async throws {
        let company = try await company()
        let nobody = try #require(TenantID("nobody"))
        company.house.services.setting.ownHosts.put([(host, nobody)])
        #expect(try await Browser(company.house, host: host).get("/sign-in").status == .notFound)
    }
}
