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

    /// - Parameter head: the unparsed bytes from the first of this head on; more of them at each call.
    /// - Returns: whether the head is complete; it then takes up the first `length` bytes.
    mutating func advance(_ head: ArraySlice<UInt8>) throws(Rejection) -> Bool {
        while true {
            let base = head.startIndex
            guard let end = try endOfLine(in: head) else { return false }
            let line = head[(base + length)..<(base + end)]
            length = end + 2
            searched = length
            if requestLine == nil {
                requestLine = try Self.requestLine(line, base: base, limits)
                headersStart = length
                fields.reserveCapacity(16)
            } else if line.isEmpty {
                return true
            } else {
                guard fields.count < limits.headerCount else { throw .tooManyHeaders }
                fields.append(try Self.field(line, base: base))
            }
        }
    }

    /// Where the line under way ends, before its CRLF; nil while it is incomplete. Its length is judged first,
    /// so that a long line is the same offence whether its end has arrived or not.
    private mutating func endOfLine(in head: ArraySlice<UInt8>) throws(Rejection) -> Int? {
        let base = head.startIndex
        let feed = head[(base + searched)...].firstIndex(of: Ascii.lineFeed).map { $0 - base }
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
        guard feed > length, head[base + feed - 1] == Ascii.carriageReturn else { throw .bareLineFeed }
        return feed - 1
    }

    private static func requestLine(
        _ line: ArraySlice<UInt8>, base: Int, _ limits: Limits
    ) throws(Rejection) -> RequestLine {
        guard let first = line.firstIndex(of: Ascii.space) else { throw .malformedRequestLine }
        let method = line[..<first]
        guard !method.isEmpty, ByteSet.token.containsAll(method) else { throw .malformedRequestLine }
        guard method.count <= limits.method else { throw .methodTooLong }
        let rest = line[(first + 1)...]
        guard let second = rest.firstIndex(of: Ascii.space), second > rest.startIndex else {
            throw .malformedRequestLine
        }
        return RequestLine(
            method: Method(method), target: (first + 1 - base)..<(second - base),
            minorVersion: try minorVersion(line[(second + 1)...]))
    }

    private static func minorVersion(_ version: ArraySlice<UInt8>) throws(Rejection) -> Int {
        guard version.count == 8, version.starts(with: "HTTP/".utf8) else { throw .malformedRequestLine }
        let digits = version.suffix(3)
        let (major, dot, minor) = (digits[digits.startIndex], digits[digits.startIndex + 1], version.last)
        guard let minor, Ascii.isDigit(major), dot == UInt8(ascii: "."), Ascii.isDigit(minor) else {
            throw .malformedRequestLine
        }
        guard major == UInt8(ascii: "1"), minor <= UInt8(ascii: "1") else { throw .versionUnsupported }
        return Int(minor - UInt8(ascii: "0"))
    }

    private static func field(_ line: ArraySlice<UInt8>, base: Int) throws(Rejection) -> Headers.Field {
        guard line.first != Ascii.space, line.first != Ascii.tab else { throw .foldedHeader }
        guard let colon = line.firstIndex(of: Ascii.colon), colon > line.startIndex,
            ByteSet.token.containsAll(line[..<colon])
        else { throw .malformedHeader }
        var (start, end) = (colon + 1, line.endIndex)
        while start < end, line[start] == Ascii.space || line[start] == Ascii.tab { start += 1 }
        while end > start, line[end - 1] == Ascii.space || line[end - 1] == Ascii.tab { end -= 1 }
        guard line[start..<end].allSatisfy(Ascii.isFieldContent) else { throw .malformedHeader }
        return Headers.Field(
            nameStart: UInt16(line.startIndex - base), nameEnd: UInt16(colon - base),
            valueStart: UInt16(start - base), valueEnd: UInt16(end - base))
    }
}
