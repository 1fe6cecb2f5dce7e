/// An answer, before the connection adds length, date and security headers.
package struct Response: Sendable {
    package var status: Status
    package var headers = ResponseHeaders()
    package var body: [UInt8]
    /// The body, where it is not in memory; `body` is empty then.
    package private(set) var stored: StoredPart?
    /// The state that this body shows; with it a client asks again without getting the same bytes twice.
    package var etag: ETag?
    package var lastModified: HTTPDate?
    /// Whether `conditioned(by:)` may answer with a part; for documents, not for pages.
    package var offersRanges = false
    package var closesConnection = false
    package var security = SecurityHeaders.standard

    package init(_ status: Status, _ type: MediaType? = nil, body: [UInt8] = []) {
        self.status = status
        self.body = body
        if let type { headers[.contentType] = type.headerValue }
    }

    package init(_ status: Status, _ type: MediaType, stored body: any StoredBody) {
        self.init(status, type)
        stored = StoredPart(body)
    }

    /// The bare answer to bytes that were no request. It names the status and no more: the reason is for
    /// the log. Only who sent too much is likely to be a person with a file, and is told what to do.
    package init(_ rejection: Rejection) {
        self.init(plain: rejection.status)
        if rejection == .bodyTooLarge { body += Self.tooLarge.utf8 }
        closesConnection = true
    }

    private static let tooLarge = """

        What was sent is larger than this page takes, so it was not read and nothing was changed.
        Go back, and send a smaller file, or fewer entries at a time.

        """

    /// An answer that says its status in plain text.
    package init(plain status: Status) {
        self.init(status, .plainText, body: Array("\(status.code) \(status.phrase)\n".utf8))
    }

    /// Sends a browser elsewhere by GET, as after every form.
    /// - Parameter location: a path of this host, or an address, already percent-encoded.
    package init(seeOther location: HeaderValue) {
        self.init(.seeOther)
        headers[.location] = location
    }

    /// The same, and the connection ends with it, as behind a refused head.
    package var closing: Response {
        var answer = self
        answer.closesConnection = true
        return answer
    }

    /// The length of the body in bytes, wherever it is.
    package var length: Int { stored?.range.count ?? body.count }

    /// Keeps of the body only what lies in these bounds.
    mutating func narrow(to bounds: Range<Int>) {
        if let whole = stored {
            let start = whole.range.lowerBound
            stored = StoredPart(whole.body, start + bounds.lowerBound..<start + bounds.upperBound)
        } else {
            body = Array(body[bounds])
        }
    }

    mutating func dropBody() { (body, stored) = ([], nil) }

    /// Whether the body goes out behind the head, which it does not for HEAD.
    package func carriesBody(for head: RequestHead?) -> Bool {
        !status.forbidsBody && head?.method != .head
    }

    package mutating func set(_ cookie: Cookie) {
        headers.add(.setCookie, cookie.headerValue)
    }

    /// Offers the body as a file under a name. The name is given in ASCII for old clients and whole for
    /// others (RFC 6266), and browsers are told not to open it as a page.
    package mutating func attach(as fileName: String) {
        var plain: [UInt8] = []
        plain.reserveCapacity(fileName.utf8.count)
        for byte in fileName.utf8 {
            plain.append(ByteSet.plainFileName.contains(byte) ? byte : UInt8(ascii: "_"))
        }
        let (ascii, whole) = (String(decoding: plain, as: UTF8.self), PercentEncoding.encode(fileName))
        headers[.contentDisposition] = HeaderValue(
            checked: "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(whole)")
        security = .download
    }
}
