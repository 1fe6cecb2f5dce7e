import Access
import HTTP
import Journal
import MemoryDisk
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("What is shown only when it is on record who saw it")
struct GuardedTests {
    @Test("is this list and no other")
    func list() {
        func shown(_ table: [Endpoint], _ shows: Endpoint.Shows) -> Set<String> {
            Set(table.filter { $0.shows == shows }.map { "\($0.method.name) \($0.pattern)" })
        }
        #expect(
            shown(Tables.client, .documents) == [
                "GET /timesheets/*/receipt/pdf", "GET /timesheets/*/receipt/json", "GET /invoices",
                "GET /invoices/statement.csv", "GET /invoices/*", "GET /invoices/*/csv",
                "GET /invoices/*/pdf", "POST /people/from-file", "GET /people/from-file/check",
                "POST /people/from-file/invitations", "GET /people/from-file/refused",
            ])
        #expect(
            shown(Tables.client, .rates) == [
                "GET /assignments", "GET /assignments/csv", "GET /timesheets/*",
                "POST /timesheets/*/approval",
                "POST /timesheets/*/approval/withdrawal", "POST /timesheets/*/rejection",
                "POST /timesheets/*/comments",
            ])
        #expect(
            shown(Tables.staff, .documents) == [
                "GET /tenants/*/invoices", "POST /tenants/*/invoices", "POST /tenants/*/invoices/payment",
                "GET /tenants/*/invoices/pdf", "POST /tenants/*/imports/dry-run",
                "GET /tenants/*/imports/dry-run", "GET /tenants/*/imports/result",
                "GET /tenants/*/imports/refused", "POST /tenants/*/people/from-file",
                "GET /tenants/*/people/from-file/check", "POST /tenants/*/people/from-file/invitations",
                "GET /tenants/*/people/from-file/refused",
            ])
        #expect(shown(Tables.staff, .rates) == ["GET /tenants/*/assignments"])
        #expect(Tables.landing.allSatisfy { $0.shows == .ordinary })
    }

    /// The bill rate, the pay rate and the beginning of a PDF; whatever shows one must be guarded.
    private static let figures = ["31.50", "22.22", "%PDF"]

    @Test("is all that has a rate or a file in it, for whoever may see rates")
    func ordinaryPagesShowNone() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        try await company.invoiceAll(at: "northwind")
        let sheet = try #require(await company.house.tenant("northwind").state.timesheets.keys.first)
        for (table, host, person) in [
            (Tables.client, "northwind", "billing"), (Tables.client, "northwind", "admin"),
            (Tables.staff, "staff", "ops"), (Tables.staff, "staff", "billing"),
        ] {
            let browser = try await company.signedIn(person, at: host)
            for endpoint in table where endpoint.method == .get && endpoint.shows == .ordinary {
                let key = host == "staff" ? "northwind" : sheet.pathText
                let path = endpoint.pattern.replacing("*", with: key)
                let page = try await browser.get(path + "?sheet=\(sheet.pathText)")
                for figure in Self.figures {
                    #expect(!page.text.contains(figure), "\(person) sees \(figure) at \(path)")
                }
            }
        }
    }

    /// A client with an invoice, on a disk of which each try gets a copy.
    private func invoiced() async throws -> (disk: MemoryDisk, token: String, path: String) {
        let company = try await TestCompany.open(in: TestHouse(), slugs: ["northwind"])
        let invoice = try #require(try await company.invoiceAll(at: "northwind").first)
        let browser = try await company.signedIn("billing", at: "northwind")
        #expect(await company.house.services.trail.flush())
        return (company.house.disk.copy(), try #require(browser.sessionToken), invoice.path + "/pdf")
    }

    @Test("is on record whenever it left, at whichever disk call the power goes")
    func plug() async throws {
        let (disk, token, path) = try await invoiced()
        var shown = 0
        var refused = 0
        for call in 1...16 {
            let copy = disk.copy()
            let house = try await TestHouse(disk: copy)
            let browser = Browser(house, at: "northwind")
            browser.sessionToken = token
            // The client is awake, so what the disk is asked for is the document and its record.
            #expect(try await browser.get("/timesheets").status == .ok)
            #expect(await house.services.trail.flush())
            copy.plan(.powerCut, atCall: copy.calls + call)
            do {
                let answer = try await browser.get(path)
                if answer.status != .ok {
                    #expect(!answer.text.contains("%PDF"))
                    refused += 1
                    continue
                }
            } catch let cut as CutShort where cut.read == 0 {
                refused += 1
                continue
            } catch is CutShort {}
            shown += 1
            let records = try await TestHouse(disk: copy.restarted(.everything)).services.trail
                .newest(in: nil, limit: 10) { $0.path == path }
            #expect(records.count == 1, "the power went at call \(call)")
        }
        #expect(shown > 0 && refused > 0)
    }

    @Test("is not what only leads elsewhere: its record follows as that of an ordinary page does")
    func leadsElsewhere() async throws {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("billing")
        let path = try await scene.path("A1")
        #expect(try await browser.get(path).status == .ok)
        scene.house.disk.trouble(DiskTrouble(below: Trail.storeName, [.sync], .failed("planted")))
        let answer = try await browser.get(path)
        #expect(answer.status == .serviceUnavailable)
        #expect(!answer.text.contains("31.50"))
        #expect(try await browser.post(path + "/comments", [("words", "Thank you")]).status == .seeOther)
    }

    @Test("is refused with the reason while the record cannot be written, and shown again when it can")
    func full() async throws {
        let (disk, token, path) = try await invoiced()
        let house = try await TestHouse(disk: disk)
        let browser = Browser(house, at: "northwind")
        browser.sessionToken = token
        disk.setCapacity(disk.usedBytes)
        var answer = try await browser.get(path)
        // What was claimed ahead is used up first.
        for _ in 0..<200 where answer.status == .ok { answer = try await browser.get(path) }
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.text.contains("shown only when it is on record who saw them"))
        #expect(try await browser.get("/timesheets").status == .ok)
        disk.setCapacity(nil)
        #expect(try await browser.get(path).status == .ok)
    }
}
