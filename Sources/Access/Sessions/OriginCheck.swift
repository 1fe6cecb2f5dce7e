package import Staffing

/// Whether a request that may change something comes from our own pages, told before any session is
/// looked at.
///
/// This protects the forms before sign-in, which have no token yet, and stands before the token on all
/// others. (Fetch Metadata, and RFC 6454 for browsers without it.)
package enum OriginCheck {
    private static let standardPort = ":443"

    /// `authority` is the host that was asked, with its port unless that is 443, from a request whose host
    /// was already found to be ours.
    package static func check(
        method: String, origin: String?, fetchSite: String?, authority: String
    ) throws(OriginRefusal) {
        if method == "GET" || method == "HEAD" || method == "OPTIONS" { return }
        switch fetchSite {
        case "same-origin": break
        // A person, not a page: an address typed or a form sent again. No page means no origin.
        case "none": if origin != nil { throw .foreignPage }
        case nil: if origin == nil { throw .noOrigin }
        default: throw .foreignPage
        }
        guard let origin else { return }
        // Browsers spell it as we do; only another spelling is looked at more closely.
        if origin == "https://" + authority { return }
        guard normal(origin) == "https://" + normal(authority) else { throw .foreignPage }
    }

    private static func normal(_ text: String) -> String {
        let small = text.lowercased()
        return small.hasSuffix(standardPort) ? String(small.dropLast(standardPort.utf8.count)) : small
    }
}

package enum OriginRefusal: Refusal {
    /// Another site's page sent it.
    case foreignPage
    /// Nothing says whose page sent it.
    case noOrigin

    package var kind: RefusalKind { .forbidden }
}
