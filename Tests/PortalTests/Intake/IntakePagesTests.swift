import Foundation
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Pages of an import")
struct IntakePagesTests {
    private static let path = "/tenants/northwind/imports"
    private static let rows =
        IntakeRunTests.header + IntakeRunTests.week("A1") + IntakeRunTests.week("B1")
        + "99,<b>Nobody</b>,A,11/16/2026,REG,8\n"

    private func coordinator() async throws -> Browser {
        try await TestCompany.open(in: TestHouse()).signedIn("coordinator", at: "staff")
    }

    private func upload(
        _ browser: Browser, _ rows: String = rows, mapping: String = English().mappingTemplate(.days),
        week: String = "2026-11-18", more: [(String, String)] = []
    ) async throws -> Response {
        let files = rows.isEmpty ? [("file", "", [])] : [("file", "hours.csv", Array(rows.utf8))]
        let fields = [("mapping", mapping), ("week", week)] + more
        return try await browser.upload(
            Self.path + "/dry-run", fields, files: files + [("mapping-file", "", [])])
    }

    @Test("who may import sees the form; who may not sees nothing at all")
    func permission() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let page = try await company.signedIn("coordinator", at: "staff").get(Self.path)
        #expect(page.status == .ok)
        #expect(page.text.contains("value=\"2026-11-09\""), "last week is proposed")
        let billing = try await company.signedIn("billing", at: "staff")
        #expect(try await billing.get(Self.path).status == .notFound)
        #expect(try await upload(billing).status == .notFound)
        let approver = try await company.signedIn("approver", at: "northwind")
        #expect(try await approver.get(Self.path).status == .notFound)
        #expect(
            try await Browser(company.house, at: "staff").get(Self.path).location?.hasPrefix("/sign-in")
                == true)
        let coordinator = try await company.signedIn("coordinator", at: "staff")
        #expect(try await coordinator.get("/tenants/nobody/imports").status == .notFound)
    }

    @Test("a file is checked, confirmed and taken, and the refused rows come back")
    func wholeWay() async throws {
        let browser = try await coordinator()
        let tenant = try await browser.house.tenant("northwind")
        let before = await tenant.revision
        let sent = try await upload(browser)
        let address = try #require(sent.location)
        #expect(address.contains("week=2026-11-16"), "any day of the week will do")
        let page = try await browser.get(address)
        #expect(page.text.contains("Nobody has the employee number 99."))
        #expect(page.text.contains("Import 2 timesheets · 80.0 h"))
        #expect(!page.text.contains("<b>Nobody"))
        #expect(await tenant.revision == before)
        let fields = try #require(URLComponents(string: address)?.queryItems).map {
            ($0.name, $0.value ?? "")
        }
        let done = try await browser.post(Self.path, fields)
        let result = try await browser.get(try #require(done.location))
        #expect(
            result.text.contains("2 timesheets are new, 0 changed, 0 were there already, 0 could not change.")
        )
        #expect(await tenant.state.timesheets.count == 7)
        let file = try await browser.get(address.replacing("/dry-run", with: "/refused"))
        #expect(file.headers[.contentDisposition]?.text.contains("refused-northwind-2026-11-16.csv") == true)
        #expect(try CSVText(file.body).rows.count == 2)
        #expect(try await browser.get(address).text.contains("nothing in this file that would change"))
    }

    @Test("hours of one client reach no other")
    func otherClient() async throws {
        let browser = try await coordinator()
        let cedar = try await browser.house.tenant("cedar")
        let revision = await cedar.revision
        let address = try #require(try await upload(browser).location)
        let stranger = address.replacing("northwind", with: "cedar")
        #expect(try await browser.get(stranger).status == .notFound, "the files were kept at one client only")
        #expect(await cedar.revision == revision)
    }

    @Test("a fault in the mapping is shown with its line; the file is kept and the text can be corrected")
    func faultyMapping() async throws {
        let browser = try await coordinator()
        let mapping = English().mappingTemplate(.days).replacing("decimal = point", with: "decimal = dot")
        let page = try await upload(browser, mapping: mapping)
        #expect(page.status == .unprocessableContent)
        #expect(
            page.text.contains("Mapping, line 6: decimal cannot be “dot”. Write decimal = point or comma."))
        #expect(page.text.contains("decimal = dot"))
        let kept = try #require(page.text.firstMatch(of: /name="kept" value="([0-9a-f]{64})"/)).1
        let again = try await upload(browser, "", more: [("kept", String(kept))])
        #expect(again.status == .seeOther)
    }

    @Test(
        "a file that cannot be read gets a sentence at its field",
        arguments: [
            ("", "Choose the CSV file with the hours."),
            ("\n", "The file is empty."),
            ("Name;Hours\nA;8\n", "The file has no column “Employee ID”."),
            (IntakeRunTests.header, "The file has a header and no rows."),
        ])
    func faultyFile(rows: String, sentence: String) async throws {
        let page = try await upload(try await coordinator(), rows)
        #expect(page.status == .unprocessableContent)
        #expect(page.text.contains(sentence))
    }

    @Test("a form without a week or a mapping says so")
    func faultyForm() async throws {
        let browser = try await coordinator()
        #expect(try await upload(browser, week: "soon").text.contains("Enter a day of the week"))
        #expect(
            try await upload(browser, mapping: " ").text.contains("Choose a mapping file, or paste its text.")
        )
        #expect(try await browser.post(Self.path + "/dry-run").status == .unsupportedMediaType)
    }

    @Test("only the upload takes four megabytes")
    func limits() async throws {
        let house = try await TestHouse()
        func limit(_ target: String) throws -> Int {
            house.portal.bodyLimit(for: try RequestHead(.post, target, host: "staff.localhost:8443"))
        }
        #expect(try limit(Self.path + "/dry-run") == 4 << 20)
        #expect(try limit(Self.path) == Endpoint.formBytes)
    }

    @Test(
        "addresses that nobody was given lead nowhere", arguments: ["", "?file=x&mapping=y&week=2026-11-16"])
    func strangeAddresses(query: String) async throws {
        let browser = try await coordinator()
        for page in ["dry-run", "result", "refused", "template"] {
            #expect(try await browser.get("\(Self.path)/\(page)\(query)").status == .notFound)
        }
        let digest = String(repeating: "0", count: 64)
        let nothing = "\(Self.path)/dry-run?file=\(digest)&mapping=\(digest)&week=2026-11-16"
        #expect(try await browser.get(nothing).status == .notFound)
    }

    @Test("each template can be downloaded", arguments: HoursMapping.Layout.allCases)
    func templates(layout: HoursMapping.Layout) async throws {
        let file = try await coordinator().get("\(Self.path)/template?layout=\(layout.rawValue)")
        #expect(try HoursMapping(file.body).layout == layout)
    }
}
