import Access
import Foundation
import HTTP
import Locking
import Reactor
import Staffing
import Testing

@testable import Portal

/// A browser without a screen: keeps its cookie, and sends forms as our own pages would.
final class Browser: Sendable {
    let house: TestHouse
    let host: String
    private let cookie = Lock<String?>(nil)
    private let halfOpen = Lock<String?>(nil)
    private let browserKey = Lock<String?>(nil)
    private let view = Lock<String?>(nil)

    /// `host`: `northwind`, `staff`, or the empty text for the landing page.
    init(_ house: TestHouse, at host: String) {
        self.house = house
        self.host = host.isEmpty ? "localhost" : host + ".localhost"
    }

    /// At a host that is named whole.
    init(_ house: TestHouse, host: String) {
        self.house = house
        self.host = host
    }

    var sessionToken: String? {
        get { cookie.withLock { $0 } }
        set { cookie.withLock { $0 = newValue } }
    }

    /// What the browser holds between the password and the code.
    var halfOpenToken: String? {
        get { halfOpen.withLock { $0 } }
        set { halfOpen.withLock { $0 = newValue } }
    }

    /// What tells that a person has signed in from here before.
    var keptKey: String? {
        get { browserKey.withLock { $0 } }
        set { browserKey.withLock { $0 = newValue } }
    }

    /// What the browser holds while somebody looks as somebody else.
    var viewToken: String? {
        get { view.withLock { $0 } }
        set { view.withLock { $0 = newValue } }
    }

    /// The token that the forms of this session carry.
    var formToken: String {
        sessionToken.flatMap { house.services.doorkeeper.sessions.find($0, at: house.clock.reading) }?
            .formToken ?? ""
    }

    func get(_ target: String, headers: [(HeaderName, String)] = []) async throws -> Response {
        try await send(.get, target, headers: headers)
    }

    /// Posts a form with its token, as the page would.
    @discardableResult
    func post(_ target: String, _ fields: [(String, String)] = []) async throws -> Response {
        let body = (fields + [("csrf", formToken)]).map {
            PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1)
        }.joined(separator: "&")
        let headers: [(HeaderName, String)] = [
            (.contentType, "application/x-www-form-urlencoded"), (.origin, "https://\(host):8443"),
            (.secFetchSite, "same-origin"),
        ]
        return try await send(.post, target, headers: headers, body: Array(body.utf8))
    }

    /// Posts a multipart form: fields, and files as (name, file name, bytes).
    func upload(
        _ target: String, _ fields: [(String, String)], files: [(String, String, [UInt8])]
    ) async throws -> Response {
        let mark = "----test-boundary"
        var body: [UInt8] = []
        for (name, value) in fields + [("csrf", formToken)] {
            body += "--\(mark)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        for (name, file, bytes) in files {
            let disposition = "form-data; name=\"\(name)\"; filename=\"\(file)\""
            body += "--\(mark)\r\nContent-Disposition: \(disposition)\r\nContent-Type: text/csv\r\n\r\n".utf8
            body += bytes
            body += "\r\n".utf8
        }
        body += "--\(mark)--\r\n".utf8
        let headers: [(HeaderName, String)] = [
            (.contentType, "multipart/form-data; boundary=\(mark)"), (.origin, "https://\(host):8443"),
            (.secFetchSite, "same-origin"),
        ]
        return try await send(.post, target, headers: headers, body: body)
    }

    /// Any request, as it is.
    func send(
        _ method: HTTP.Method, _ target: String, headers: [(HeaderName, String)] = [], body: [UInt8] = []
    ) async throws -> Response {
        var headers = headers
        if let token = sessionToken { headers.append((.cookie, "__Host-session=\(token)")) }
        if let token = halfOpenToken { headers.append((.cookie, "__Host-second-step=\(token)")) }
        if let key = keptKey { headers.append((.cookie, "__Host-browser=\(key)")) }
        if let token = viewToken { headers.append((.cookie, "__Host-viewing=\(token)")) }
        if !body.isEmpty { headers.append(("content-length", String(body.count))) }
        let head = try RequestHead(method, target, host: host + ":8443", headers: headers)
        let request = Request(head: head, body: body)
        let portal = house.portal
        let loop = house.loop
        let answered = Answered()
        let exchange = Exchange(
            id: 7, peer: "127.0.0.1", network: "127.0.0.1", loop: 0, reply: { answered.give($0) })
        loop.post {
            switch portal.answer(request, exchange) {
            case .now(let response): answered.give(response)
            case .later: break
            case .move: answered.give(Response(plain: .internalServerError))
            }
        }
        var response = try #require(await answered.response())
        take(response)
        if response.carriesBody(for: head) { try response.readStored() }
        return response
    }

    private func take(_ response: Response) {
        for field in response.headers.fields where field.name == .setCookie {
            let pair = field.value.text.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            let value = pair.count > 1 ? String(pair[1]) : nil
            switch pair[0] {
            case "__Host-session": sessionToken = value
            case "__Host-second-step": halfOpenToken = value
            case "__Host-browser": keptKey = value
            case "__Host-viewing": viewToken = value
            default: continue
            }
        }
    }
}

extension Response {
    /// Reads what is kept elsewhere, as a connection does.
    fileprivate mutating func readStored() throws {
        guard var stored else { return }
        while !stored.range.isEmpty {
            guard case .read(let count) = stored.body.readAtOnce(stored.range, into: &body) else {
                throw CutShort(read: body.count)
            }
            stored.advance(by: count)
        }
    }
}

/// The connection ended within a body.
struct CutShort: Error { let read: Int }

/// The first answer counts, as on a connection. It changes hands under a lock, where the thread sanitizer sees
/// it: what goes through a continuation that was resumed before it was awaited, it takes for a race.
private final class Answered: Sendable {
    private let state = Lock(State())

    private struct State {
        var response: Response?
        var waiting: CheckedContinuation<Void, Never>?
    }

    func give(_ response: Response) {
        let waiting = state.withLock { state in
            if state.response == nil { state.response = response }
            return state.waiting.take()
        }
        waiting?.resume()
    }

    func response() async -> Response? {
        await withCheckedContinuation { continuation in
            let isHere = state.withLock { state in
                guard state.response == nil else { return true }
                state.waiting = continuation
                return false
            }
            if isHere { continuation.resume() }
        }
        return state.withLock { $0.response }
    }
}

extension Response {
    var text: String { String(decoding: body, as: UTF8.self) }

    /// Where a redirect leads.
    var location: String? { headers[.location]?.text }
}
