import Access
import Staffing
import Testing

@Suite("Whose page sent a form")
struct OriginCheckTests {
    private func refusal(
        _ method: String, origin: String?, site: String?, to authority: String = "northwind.example.com"
    ) -> OriginRefusal? {
        do throws(OriginRefusal) {
            try OriginCheck.check(method: method, origin: origin, fetchSite: site, authority: authority)
            return nil
        } catch {
            return error
        }
    }

    private let own = "https://northwind.example.com"

    @Test("looking is free", arguments: ["GET", "HEAD", "OPTIONS"])
    func safe(method: String) {
        #expect(refusal(method, origin: "https://evil.example", site: "cross-site") == nil)
    }

    @Test("our own pages may send forms")
    func ours() {
        #expect(refusal("POST", origin: own, site: "same-origin") == nil)
        #expect(refusal("POST", origin: own, site: nil) == nil)
        #expect(refusal("POST", origin: nil, site: "same-origin") == nil)
        #expect(refusal("POST", origin: nil, site: "none") == nil)
        #expect(refusal("POST", origin: own, site: nil, to: "northwind.example.com:443") == nil)
        #expect(refusal("POST", origin: own + ":8443", site: nil, to: "Northwind.example.com:8443") == nil)
    }

    @Test(
        "other sites may not, whatever else they say",
        arguments: ["cross-site", "same-site", "none", "", "Same-Origin"])
    func foreign(site: String) {
        #expect(refusal("POST", origin: "https://evil.example", site: site) == .foreignPage)
        #expect(refusal("DELETE", origin: own, site: site) == .foreignPage)
    }

    @Test(
        "without fetch metadata the origin must be exactly ours",
        arguments: [
            "null", "", "http://northwind.example.com", "https://northwind.example.com.evil.example",
            "https://harbour.example.com", "https://northwind.example.com:8443",
            "https://x@northwind.example.com",
            "https://northwind.example.com/",
        ])
    func strange(origin: String) {
        #expect(refusal("POST", origin: origin, site: nil) == .foreignPage)
        #expect(refusal("POST", origin: origin, site: "same-origin") == .foreignPage)
    }

    @Test(
        "a form from nowhere is refused",
        arguments: ["POST", "PUT", "PATCH", "DELETE", "post", "get", "BREW"])
    func nowhere(method: String) {
        #expect(refusal(method, origin: nil, site: nil) == .noOrigin)
        #expect(OriginRefusal.noOrigin.kind == .forbidden)
    }
}
