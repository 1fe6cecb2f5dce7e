import HTTP
import Staffing
import Testing

@testable import Portal

@Suite("How a client's portal looks")
struct BrandingTests {
    /// One grey pixel.
    private static let picture: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
        1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54,
        0x78, 0x9C, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0, 0, 0, 0, 0x49, 0x45,
        0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    private func company() async throws -> TestCompany { try await TestCompany.open(in: TestHouse()) }

    private func fields(_ name: String, _ accent: String) -> [(String, String)] {
        [("name", name), ("accent", accent)]
    }

    @Test("is changed by the client's admin, and stands on every page, also before anybody is signed in")
    func changes() async throws {
        let company = try await company()
        let admin = try await company.signedIn("admin", at: "northwind")
        let viewer = try await company.signedIn("viewer", at: "northwind")
        #expect(try await viewer.get("/timesheets").text.contains("Northwind Ltd"))
        let saved = try await admin.upload(
            "/branding", fields("North & Wind", "#fc0"), files: [("logo", "logo.png", Self.picture)])
        #expect(saved.status == .seeOther && saved.location == "/branding?done=1")
        let page = try await admin.get("/branding?done=1")
        expectWellFormed(page)
        #expect(page.text.contains("On light pages #ffcc00 is shown as #"))
        for browser in [viewer, Browser(company.house, at: "northwind")] {
            for path in ["/sign-in", "/timesheets", "/help"] {
                let page = try await browser.get(path)
                if page.status == .seeOther { continue }
                expectWellFormed(page)
                #expect(page.text.contains("<span>North &amp; Wind</span>"), "\(path)")
                let style = try #require(page.text.firstMatch(of: /href="(\/look\/[^"]+)"/)?.1)
                let logo = try #require(page.text.firstMatch(of: /<img src="(\/logo\/[^"]+)"/)?.1)
                let styles = try await browser.get(String(style))
                #expect(styles.text.hasPrefix(":root { --accent: light-dark(#"))
                let picture = try await browser.get(String(logo))
                #expect(picture.status == .ok && picture.body == Self.picture)
                #expect(picture.headers[.contentType]?.text == "image/png")
                #expect(picture.headers[.contentDisposition] == nil)
                #expect(try await Browser(company.house, at: "cedar").get(String(logo)).status == .notFound)
            }
        }
        #expect(!(try await Browser(company.house, at: "cedar").get("/sign-in").text.contains("/look/")))
        let ops = try await company.signedIn("ops", at: "staff")
        #expect(try await ops.post("/tenants/northwind/branding", [("no-logo", "1")]).status == .seeOther)
        let plain = try await viewer.get("/timesheets").text
        #expect(plain.contains("Northwind Ltd") && !plain.contains("/look/") && !plain.contains("/logo/"))
    }

    @Test("is shown before it is saved, and a preview changes nothing")
    func preview() async throws {
        let company = try await company()
        let admin = try await company.signedIn("admin", at: "northwind")
        let page = try await admin.post("/branding", fields("Harbour", "#336699") + [("preview", "1")])
        expectWellFormed(page)
        #expect(page.text.contains("<span>Harbour</span>") && page.text.contains("/look/336699-"))
        #expect(!(try await admin.get("/branding").text.contains("Harbour")))
    }

    @Test(
        "refuses what is no color, too long a name, and files that are no sound picture",
        arguments: [
            ("x", "red", nil), ("x", "#12", nil), ("x", "#0b5cad; }", nil),
            (String(repeating: "x", count: 61), "", nil), ("x", "", Array("<svg onload=alert(1)>".utf8)),
            ("x", "", Array(picture.dropLast())), ("x", "", Array(repeating: 7, count: 65 * 1024)),
        ] as [(String, String, [UInt8]?)])
    func refuses(name: String, accent: String, file: [UInt8]?) async throws {
        let company = try await company()
        let admin = try await company.signedIn("admin", at: "northwind")
        let page = try await admin.upload(
            "/branding", fields(name, accent), files: file.map { [("logo", "logo.png", $0)] } ?? [])
        expectWellFormed(page)
        #expect(page.status == .unprocessableContent)
        #expect(!(try await admin.get("/branding").text.contains("/look/")))
    }

    @Test("styles are of two colors in one spelling, and of nothing else")
    func styles() async throws {
        let browser = Browser(try await company().house, at: "northwind")
        #expect(try await browser.get("/look/0b5cad-85b8ff.css").status == .ok)
        for name in [
            "0B5CAD-85b8ff.css", "0b5cad.css", "red-blue.css", "0b5cad-85b8ff", "0b5cad-85b8ff.css.css",
        ] {
            #expect(try await browser.get("/look/" + name).status == .notFound, "\(name)")
        }
    }
}
