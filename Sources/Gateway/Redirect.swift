import HTTP

/// What answers plain HTTP: the same address over TLS. Nothing else is ever said without encryption.
struct Redirect: Application {
    /// Named in the address unless it is the usual one.
    let port: UInt16
    /// Only this domain and the hosts below it are redirected, or a link through us could lead elsewhere.
    /// Nil redirects every host.
    let domain: String?
    /// Whether a host beside that domain is ours, too.
    let isOurOwn: @Sendable (String) -> Bool

    /// Bodies are read and ignored up to this size, so that a client hears the answer.
    private static let bodyLimit = 64 * 1_024
    private static let usualPort: UInt16 = 443

    func bodyLimit(for head: RequestHead) -> Int { Self.bodyLimit }

    func answer(_ request: Request, _ exchange: Exchange) -> Answer {
        let head = request.head
        guard isOurs(head.host) else { return .now(Response(plain: .misdirectedRequest)) }
        guard head.path != "*", let location = HeaderValue("https://\(head.host)\(suffix)\(target(head))")
        else {
            return .now(Response(plain: .badRequest))
        }
        var response = Response(.permanentRedirect)
        response.headers[.location] = location
        return .now(response)
    }

    private func isOurs(_ host: String) -> Bool {
        guard let domain else { return true }
        return host == domain || host.hasSuffix("." + domain) || isOurOwn(host)
    }

    private var suffix: String { port == Self.usualPort ? "" : ":\(port)" }

    private func target(_ head: RequestHead) -> String {
        guard !head.query.isEmpty else { return head.path }
        let fields = head.query.fields.map {
            PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value)
        }
        return head.path + "?" + fields.joined(separator: "&")
    }
}
