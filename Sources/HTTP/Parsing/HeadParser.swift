/// Reads a request's head line by line and remembers how far it came, so that no byte is looked at again
/// when more of them arrive, and so that the verdict does not depend on how they were cut.
///
/// Strict where RFC 9112 leaves a choice: lines end in CRLF, the request line has single spaces, a header is
/// never continued, and nothing stands between a name and its colon.
struct HeadParser {
    private let limits: Limits
    /// Where the line under way begins, counted from the start of the head.
    private(set) var length = 0
    /// Up to here no line feed was found.
    private var searched = 0
    private var headersStart = 0
    private(set) var requestLine: RequestLine?
    private(set) var fields: [Headers.Field] = []

    struct RequestLine {
        let method: Method
        let target: Range<Int>
        /// The digit behind `HTTP/1.`.
        let minorVersion: Int
    }

    init(limits: Limits) {
        self.limits = limits
    }

    /// - Parameters:
    ///   - buffer: what has arrived; more of it at each call.
    ///   - start: where this head begins in it.
    /// - Returns: whether the head is complete; it then takes up the first `length` bytes.
    /// - Throws: the first rule that is broken.
    mutating func advance(_ buffer: [UInt8], from start: Int) throws(Rejection) -> Bool {
        let head = buffer.span.extracting(start...)
        while let end = try endOfLine(in: head) {
            let line = length..<end
            length = end + 2
            searched = length
            if requestLine == nil {
                requestLine = try Self.requestLine(head, line, limits)
                headersStart = length
                fields.reserveCapacity(16)
            } else if line.isEmpty {
                return true
            } else {
                guard fields.count < limits.headerCount else { throw .tooManyHeaders }
                fields.append(try Self.field(head, line))
            }
        }
        return false
    }

    /// Where the line under way ends, before its CRLF; nil while it is incomplete. Its length is judged
    /// first, so that a long line is the same offence whether its end has arrived or not.
    private mutating func endOfLine(in head: Span<UInt8>) throws(Rejection) -> Int? {
        let feed = head.first(Ascii.lineFeed, in: searched..<head.count)
        let end = feed.map { $0 + 1 } ?? head.count
        if requestLine == nil {
            guard end - length <= limits.line else { throw .targetTooLong }
        } else {
            guard end - length <= limits.line, end - headersStart <= limits.headers else {
                throw .headersTooLarge
            }
        }
        guard let feed else {
            searched = head.count
            return nil
        }
        guard feed > length, head[feed - 1] == Ascii.carriageReturn else { throw .bareLineFeed }
        return feed - 1
    }

    private static func requestLine(
        _ head: Span<UInt8>, _ line: Range<Int>, _ limits: Limits
    ) throws(Rejection) -> RequestLine {
        guard let first = head.first(Ascii.space, in: line), first > line.lowerBound,
            head.all(ByteSet.token, in: line.lowerBound..<first)
        else { throw .malformedRequestLine }
        guard first - line.lowerBound <= limits.method else { throw .methodTooLong }
        guard let second = head.first(Ascii.space, in: (first + 1)..<line.upperBound), second > first + 1
        else {
            throw .malformedRequestLine
        }
        return RequestLine(
            method: Self.method(head, line.lowerBound..<first), target: (first + 1)..<second,
            minorVersion: try minorVersion(head, (second + 1)..<line.upperBound))
    }

    /// Most requests read.
    private static func method(_ head: Span<UInt8>, _ name: Range<Int>) -> Method {
        head.holds("GET", in: name) ? .get : Method(head.text(name))
    }

    private static func minorVersion(_ head: Span<UInt8>, _ version: Range<Int>) throws(Rejection) -> Int {
        let start = version.lowerBound
        guard version.count == 8, head.holds("HTTP/", in: start..<(start + 5)),
            Ascii.isDigit(head[start + 5]),
            head[start + 6] == UInt8(ascii: "."), Ascii.isDigit(head[start + 7])
        else { throw .malformedRequestLine }
        guard head[start + 5] == UInt8(ascii: "1"), head[start + 7] <= UInt8(ascii: "1") else {
            throw .versionUnsupported
        }
        return Int(head[start + 7] - UInt8(ascii: "0"))
    }

    private static func field(_ head: Span<UInt8>, _ line: Range<Int>) throws(Rejection) -> Headers.Field {
        guard !Ascii.isBlank(head[line.lowerBound]) else { throw .foldedHeader }
        let token = ByteSet.token
        var colon = line.lowerBound
        while colon < line.upperBound, token.contains(head[colon]) { colon += 1 }
        guard line.lowerBound < colon, colon < line.upperBound, head[colon] == Ascii.colon else {
            throw .malformedHeader
        }
        var (start, end) = (colon + 1, line.upperBound)
        while start < end, Ascii.isBlank(head[start]) { start += 1 }
        while end > start, Ascii.isBlank(head[end - 1]) { end -= 1 }
        for index in start..<end where !Ascii.isFieldContent(head[index]) { throw .malformedHeader }
        return Headers.Field(
            nameStart: UInt16(line.lowerBound), nameEnd: UInt16(colon),
            valueStart: UInt16(start), valueEnd: UInt16(end))
    }
}
