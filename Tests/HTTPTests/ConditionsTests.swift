import HTTP
import Testing

@Suite("Conditions and ranges")
struct ConditionsTests {
    private let moment = HTTPDate(secondsSince1970: 784_111_777)

    private func answer(
        _ headers: (HeaderName, String)..., method: HTTP.Method = .get, weak: Bool = false
    ) throws -> Response {
        var response = Response(.ok, .pdf, body: Array("0123456789".utf8))
        response.etag = ETag("v1", isWeak: weak)
        response.lastModified = moment
        response.offersRanges = true
        response.headers[.cacheControl] = "private, no-cache"
        return response.conditioned(by: try RequestHead(method, "/", headers: headers))
    }

    @Test("a client that has this state gets 304 and no body")
    func notModified() throws {
        for tags in ["\"v1\"", "W/\"v1\"", "\"v0\", \"v1\"", "*"] {
            let response = try answer((.ifNoneMatch, tags))
            #expect(response.status == .notModified && response.body.isEmpty)
            #expect(response.etag != nil && response.headers[.contentType] == nil)
            #expect(response.headers[.cacheControl] != nil)
        }
        #expect(try answer((.ifModifiedSince, moment.text)).status == .notModified)
        #expect(try answer((.ifNoneMatch, "\"v1\""), method: .head).status == .notModified)
    }

    @Test("a client that has another state, or says nothing clear, gets the whole")
    func modified() throws {
        for tags in ["\"v2\"", "v1", "\"v1", ""] {
            #expect(try answer((.ifNoneMatch, tags)).status == .ok)
        }
        #expect(try answer((.ifNoneMatch, "\"v2\""), (.ifModifiedSince, moment.text)).status == .ok)
        #expect(try answer((.ifModifiedSince, "Sat, 05 Nov 1994 08:49:37 GMT")).status == .ok)
        #expect(try answer((.ifModifiedSince, "yesterday")).status == .ok)
        #expect(try answer((.ifNoneMatch, "\"v1\""), method: .post).status == .ok)
    }

    @Test("If-Match fails on another state and on a weak tag")
    func preconditions() throws {
        #expect(try answer((.ifMatch, "\"v1\"")).status == .ok)
        #expect(try answer((.ifMatch, "*")).status == .ok)
        #expect(try answer((.ifMatch, "\"v2\"")).status == .preconditionFailed)
        #expect(try answer((.ifMatch, "\"v1\""), weak: true).status == .preconditionFailed)
        #expect(
            try answer((.ifUnmodifiedSince, "Sat, 05 Nov 1994 08:49:37 GMT")).status == .preconditionFailed)
    }

    @Test(
        "one range gives that part",
        arguments: [
            ("bytes=0-3", "0123", "bytes 0-3/10"), ("bytes=8-", "89", "bytes 8-9/10"),
            ("bytes=-3", "789", "bytes 7-9/10"), ("bytes=5-99", "56789", "bytes 5-9/10"),
            ("bytes=-99", "0123456789", "bytes 0-9/10"),
        ])
    func ranges(range: String, body: String, contentRange: String) throws {
        let response = try answer((.range, range))
        #expect(response.status == .partialContent && response.body == Array(body.utf8))
        #expect(response.headers[.contentRange]?.text == contentRange)
    }

    @Test("a range outside is 416 with the size", arguments: ["bytes=10-", "bytes=-0", "bytes=10-11"])
    func unsatisfiable(range: String) throws {
        let response = try answer((.range, range))
        #expect(response.status == .rangeNotSatisfiable)
        #expect(response.headers[.contentRange]?.text == "bytes */10")
    }

    @Test(
        "what is no single range is ignored",
        arguments: ["bytes=abc-xyz", "bytes=3-1", "bytes=0-1,3-4", "bytes=-", "lines=1-2", "bytes=1"])
    func ignoredRanges(range: String) throws {
        #expect(try answer((.range, range)).status == .ok)
    }

    @Test("a range of another state, or with POST or HEAD, is ignored")
    func ifRange() throws {
        #expect(try answer((.range, "bytes=0-1"), (.ifRange, "\"v1\"")).status == .partialContent)
        #expect(try answer((.range, "bytes=0-1"), (.ifRange, moment.text)).status == .partialContent)
        #expect(try answer((.range, "bytes=0-1"), (.ifRange, "\"v0\"")).status == .ok)
        #expect(try answer((.range, "bytes=0-1"), (.ifRange, "\"v1\""), weak: true).status == .ok)
        #expect(try answer((.range, "bytes=0-1"), method: .post).status == .ok)
        #expect(try answer((.range, "bytes=0-1"), method: .head).status == .ok)
    }

    @Test("dates are written and read back, and only in one form")
    func dates() {
        #expect(moment.text == "Sun, 06 Nov 1994 08:49:37 GMT")
        for seconds in [0, -1, 951_782_400, 4_102_444_799, -62_135_596_800, 253_402_300_799] as [Int64] {
            let date = HTTPDate(secondsSince1970: seconds)
            #expect(HTTPDate(date.text) == date && date.bytes.count == 29)
        }
        for text in [
            "Mon, 06 Nov 1994 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "",
        ] { #expect(HTTPDate(text) == nil) }
    }

    @Test(
        "of a body that is kept elsewhere, as much is read as is sent",
        arguments: [("bytes=2-4", 2..<5), ("bytes=-3", 7..<10), ("bytes=8-", 8..<10)])
    func storedPart(range: String, read: Range<Int>) throws {
        var response = Response(.ok, .pdf, stored: Digits())
        response.offersRanges = true
        let part = response.conditioned(by: try RequestHead(.get, "/", headers: [(.range, range)]))
        #expect(part.status == .partialContent && part.stored?.range == read && part.length == read.count)
        let end = "\(read.lowerBound)-\(read.upperBound - 1)/10"
        #expect(part.headers[.contentRange]?.text == "bytes \(end)")
        response.etag = ETag("v1")
        let known = response.conditioned(by: try RequestHead(.get, "/", headers: [(.ifNoneMatch, "*")]))
        #expect(known.status == .notModified && known.stored == nil)
    }

    private final class Digits: StoredBody {
        let size = 10
        func readAtOnce(_ range: Range<Int>, into buffer: inout [UInt8]) -> StoredPiece { .unreadable }
        func fetch(_ range: Range<Int>, _ done: @escaping @Sendable ([UInt8]?) -> Void) { done(nil) }
    }
}
