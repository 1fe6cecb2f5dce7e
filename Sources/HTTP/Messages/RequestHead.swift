/// All that a request says before its body, already checked: whoever holds one need not doubt its syntax.
/// An object, because everybody on a request's way holds it: a value would cost a dozen counts at each step.
package final class RequestHead: Sendable {
    package let method: Method
    /// As it was sent, without the query; for the log. Routes look at `segments`.
    package let path: String
    /// The path between its slashes, decoded once. A segment never holds a slash, a backslash, a control
    /// byte or `..`; it may be empty.
    package let segments: [String]
    package let query: Query
    /// Lower case, without the port.
    package let host: String
    package let headers: Headers
    package let framing: Framing
    /// Whether the client lets the connection stay open behind the answer.
    package let keepAlive: Bool
    package let expectsContinue: Bool

    init(
        _ bytes: ArraySlice<UInt8>, line: HeadParser.RequestLine, fields: [Headers.Field], _ limits: Limits
    ) throws(Rejection) {
        let bytes = Array(bytes)
        let target = try Target(bytes[line.target], method: line.method, limits: limits)
        let headers = Headers(head: consume bytes, fields: fields)
        let verdict = try MessageRules.judge(headers, minorVersion: line.minorVersion, limits)
        method = line.method
        (path, segments, query) = (target.path, target.segments, target.query)
        host = verdict.host
        self.headers = headers
        framing = verdict.framing
        keepAlive = verdict.keepAlive
        expectsContinue = verdict.expectsContinue
    }

    package var cookies: Cookies { Cookies(headers) }

    /// The kind of the body, lower case and without parameters, such as `text/csv`.
    package var mediaType: String? {
        headers[.contentType].map { value in
            let bytes = [UInt8](value.utf8)
            return Ascii.lowered(bytes.prefix { $0 != Ascii.semicolon }.trimmed)
        }
    }
}

extension RequestHead {
    /// Makes a head by parsing one, so that tests and tools cannot have a head that no client could send.
    package convenience init(
        _ method: Method, _ target: String, host: String = "localhost",
        headers: [(HeaderName, String)] = [], limits: Limits = .standard
    ) throws(Rejection) {
        var text = "\(method.name) \(target) HTTP/1.1\r\nhost: \(host)\r\n"
        for (name, value) in headers { text += "\(name.text): \(value)\r\n" }
        let bytes = [UInt8]((text + "\r\n").utf8)
        var parser = HeadParser(limits: limits)
        guard try parser.advance(bytes, from: 0), let line = parser.requestLine, parser.length == bytes.count,
            parser.fields.count == headers.count + 1
        else { throw .malformedHeader }
        try self.init(bytes[...], line: line, fields: parser.fields, limits)
    }
}
