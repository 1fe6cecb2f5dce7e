/// The cookies that a request carries, looked up in place.
package struct Cookies: Sendable {
    private let headers: Headers

    init(_ headers: Headers) {
        self.headers = headers
    }

    /// The value of a cookie, with quotes around it removed.
    ///
    /// Nil if it is not there, and nil if it is there more than once: two cookies of one name mean that
    /// somebody else has planted one, and which of them is ours cannot be told.
    package subscript(name: String) -> String? {
        let span = headers.bytes.span
        var found: Range<Int>?
        for place in headers.places(of: .cookie) {
            var start = place.lowerBound
            while start < place.upperBound {
                let end = span.first(Ascii.semicolon, in: start..<place.upperBound) ?? place.upperBound
                while start < end, Ascii.isBlank(span[start]) { start += 1 }
                let equals = span.first(UInt8(ascii: "="), in: start..<end)
                if let equals, span.holds(name, in: start..<equals) {
                    guard found == nil else { return nil }
                    found = (equals + 1)..<end
                }
                start = end + 1
            }
        }
        return found.map { String(decoding: Cookies.unquoted(headers.bytes[$0].trimmed), as: UTF8.self) }
    }

    private static func unquoted(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\"")
        guard value.count >= 2, value.first == quote, value.last == quote else { return value }
        return value.dropFirst().dropLast()
    }
}
