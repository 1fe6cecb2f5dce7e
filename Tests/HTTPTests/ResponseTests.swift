import HTTP
import Testing

@Suite("Answers")
struct ResponseTests {
    private let date = HTTPDate(secondsSince1970: 784_111_777).bytes

    private func encoded(_ response: Response, for head: RequestHead?) -> String {
        var buffer: [UInt8] = []
        response.encodeHead(for: head, date: date, into: &buffer)
        if response.carriesBody(for: head) { buffer += response.body }
        return String(decoding: buffer, as: UTF8.self)
    }

    @Test("an answer has status, date, type, length, security headers and body")
    func encodes() throws {
        let text = encoded(Response(.ok, .html, body: Array("<p>".utf8)), for: try RequestHead(.get, "/"))
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\ndate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"))
        #expect(text.hasSuffix("\r\n\r\n<p>"))
        #expect(text.contains("\r\ncontent-type: text/html; charset=utf-8\r\n"))
        #expect(text.contains("\r\ncontent-length: 3\r\n"))
        #expect(text.contains("\r\ncache-control: no-store\r\n"))
        #expect(!text.contains("connection:"))
        #expect(text.contains("\r\nstrict-transport-security: max-age=63072000"))
        #expect(text.contains("default-src 'none';") && text.contains("form-action 'self'"))
        #expect(!text.contains("unsafe-inline") && text.contains("frame-ancestors 'none'"))
        #expect(text.contains("\r\nx-content-type-options: nosniff\r\n"))
        #expect(text.contains("\r\nreferrer-policy: same-origin\r\n"))
    }

    @Test("HEAD has the length and not the body; 204 and 304 have neither")
    func bodies() throws {
        let head = encoded(Response(.ok, .html, body: [65, 66]), for: try RequestHead(.head, "/"))
        #expect(head.contains("content-length: 2\r\n") && head.hasSuffix("\r\n\r\n"))
        for status in [Status.noContent, .notModified] {
            let text = encoded(Response(status, body: [65]), for: try RequestHead(.get, "/"))
            #expect(!text.contains("content-length") && text.hasSuffix("\r\n\r\n"))
        }
    }

    @Test("an answer without a request closes, as does one that says so")
    func closes() throws {
        #expect(encoded(Response(.hostMissing), for: nil).contains("\r\nconnection: close\r\n"))
        let open = try RequestHead(.post, "/")
        #expect(encoded(Response(.notFound).closing, for: open).contains("\r\nconnection: close\r\n"))
        let closing = try RequestHead(.get, "/", headers: [("connection", "close")])
        #expect(encoded(Response(.ok), for: closing).contains("\r\nconnection: close\r\n"))
    }

    @Test("no header value can end its line", arguments: ["a\r\nb: c", "a\nb", "a\0", "\u{7f}", "\u{e9}"])
    func headersHoldOneLine(text: String) {
        #expect(HeaderValue(text) == nil)
    }

    @Test("headers are replaced, added and removed")
    func headerEdits() {
        var headers = ResponseHeaders()
        headers[.location] = "/a"
        headers[.location] = "/b"
        headers.add(.setCookie, "a=b")
        headers.add(.setCookie, "c=d")
        #expect(headers.fields.map(\.value.text) == ["/b", "a=b", "c=d"])
        headers[.setCookie] = nil
        #expect(headers.fields.count == 1)
    }

    @Test("a file is offered under its name, and opened as nothing")
    func attaches() {
        var response = Response(.ok, .pdf)
        response.attach(as: "Fact\u{e9} \"1\".pdf\r\n")
        let expected =
            "attachment; filename=\"Fact__ _1_.pdf__\"; filename*=UTF-8''Fact%C3%A9%20%221%22.pdf%0D%0A"
        #expect(response.headers[.contentDisposition]?.text == expected)
        #expect(encoded(response, for: nil).contains("; sandbox\r\n"))
    }

    @Test("every status has its phrase", arguments: Status.allCases)
    func phrases(status: Status) {
        #expect(!status.phrase.isEmpty)
    }

    @Test("a cookie is bound to this host, to TLS and to HTTP")
    func cookies() throws {
        let cookie = try #require(Cookie("session", "abc", maxAgeSeconds: 60))
        #expect(
            cookie.headerValue.text
                == "__Host-session=abc; Path=/; Secure; SameSite=Lax; HttpOnly; Max-Age=60")
        #expect(Cookie(removing: "session").headerValue.text.hasSuffix("Max-Age=0"))
        for value in ["a;b", "a b", "a\r\nb", "a\"", "a,b", "\u{e9}"] { #expect(Cookie("a", value) == nil) }
    }

    @Test("a cookie is found among others, and not when it was planted twice")
    func readsCookies() throws {
        let head = try RequestHead(
            .get, "/", headers: [(.cookie, "a=1; __Host-s=\"x=y\";b"), (.cookie, "c=; a=2")])
        #expect(head.cookies["__Host-s"] == "x=y")
        #expect(head.cookies["c"]?.isEmpty == true)
        #expect(head.cookies["b"] == nil && head.cookies["host-s"] == nil)
        #expect(head.cookies["a"] == nil)
    }
}
