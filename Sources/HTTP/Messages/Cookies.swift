/// The cookies that a request carries, looked up in place.
package struct Cookies: Sendable {
    private let headers: Headers

    init(_ headers: Headers) {
        self.headers = headers
    }

    /// The value of a cookie, with quotes around it removed.
    ///
    /// Nil if it is not there, and nil if it is there more than once: two cookies of one name mean that somebody
    /// else has planted one, and which of them is ours cannot be told.
    package subscript(name: String) -> String? {
        var found: ArraySlice<UInt8>?
        for header in headers.values(of: .cookie) {
            for pair in header.split(separator: Ascii.semicolon) {
                let pair = pair.trimmed
                guard let equals = pair.firstIndex(of: UInt8(ascii: "=")),
                    pair[..<equals].elementsEqual(name.utf8)
                else { continue }
                guard found == nil else { return nil }
                found = pair[(equals + 1)...]
            }
        }
        return found.map { String(decoding: Cookies.unquoted($0), as: UTF8.self) }
    }

    private static func unquoted(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\"")
        guard value.count >= 2, value.first == quote, value.last == quote else { return value }
        return value.dropFirst().dropLast()
    }
}
