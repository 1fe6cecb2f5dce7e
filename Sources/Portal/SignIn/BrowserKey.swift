import Access
import HTTP

/// The cookie by which a browser is known again, long after its sessions have ended. It opens nothing: it
/// only tells whether a sign-in is news to the person.
enum BrowserKey {
    private static let cookie: StaticString = "browser"
    private static let cookieName = "__Host-browser"

    /// What the browser holds, or nothing.
    static func held(_ visit: Visit) -> String { visit.request.cookies[cookieName] ?? "" }

    /// Learns the browser in which somebody has just signed in, and answers whether they should hear of it.
    static func note(_ account: Account, _ visit: Visit, in response: inout Response) async -> Bool {
        let recognition = await visit.services.doorkeeper.recognise(
            held(visit), of: account, at: visit.services.reading())
        let key = recognition.key.text
        if let kept = Cookie(cookie, key, maxAgeSeconds: Doorkeeper.browserKeySeconds) { response.set(kept) }
        return recognition.isNews
    }
}
