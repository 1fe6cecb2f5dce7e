import Access
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

extension TestCompany {
    /// The token of a way in that an ops admin was given, to look as somebody.
    func viewOffer(_ name: String, at slug: String, by staff: String = "ops") async throws -> String {
        let browser = try await signedIn(staff, at: "staff")
        return try await viewOffer(name, at: slug, from: browser)
    }

    /// The same, for a browser on the staff side that goes on.
    func viewOffer(_ name: String, at slug: String, from staff: Browser) async throws -> String {
        let contact = try await house.tenant(slug).state.contact(name, slug)
        let page = try await staff.post(
            "/tenants/\(slug)/viewing",
            [("person", contact.id.pathText), ("reason", "They cannot find last week.")])
        #expect(page.status == .ok)
        let link = try #require(page.text.firstMatch(of: /href="https:\/\/([^\/]+)\/viewing\/([^"]+)"/))
        #expect(link.1 == "\(slug).localhost:8443")
        return String(link.2)
    }

    /// A browser at the client in which somebody of the agency looks as that person.
    func viewing(_ name: String, at slug: String, by staff: String = "ops") async throws -> Browser {
        let browser = Browser(house, at: slug)
        let answer = try await browser.post("/viewing/" + viewOffer(name, at: slug, by: staff))
        #expect(answer.status == .seeOther && browser.viewToken != nil)
        return browser
    }
}

extension Response {
    /// The page as the person would have it: without the band above it, and what tells two sessions apart.
    var withoutView: String {
        let fields = headers.fields.filter { $0.name != .refresh && $0.name != "etag" }
            .map { "\($0.name.text): \($0.value.text)" }
        let page = text.replacing(/<aside class="viewing".*?<\/aside>/.dotMatchesNewlines(), with: "")
            .replacing(/name="csrf" value="[^"]*"/, with: "csrf")
        return "\(status.code)\n" + fields.filter { !$0.hasPrefix("content-length") }.joined(separator: "\n")
            + "\n\n" + page
    }
}
