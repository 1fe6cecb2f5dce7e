import HTTP
import Streams

/// The Cookie header against a second reader, written the long way: one value, or none if it is ambiguous.
enum CookieFuzz {
    private static let name = "__Host-session"

    @Sendable static func check(_ bytes: [UInt8]) {
        let stream = Array("GET / HTTP/1.1\r\nHost: a\r\nCookie: ".utf8) + bytes + Array("\r\n\r\n".utf8)
        let seen = Conversation(stream)
        guard let head = seen.requests.first?.head, seen.requests.count == 1 else { return }
        let values = head.headers.values(of: .cookie).flatMap { header in
            header.split(separator: UInt8(ascii: ";")).compactMap(value)
        }
        let expected = values.count == 1 ? String(decoding: values[0], as: UTF8.self) : nil
        Fuzz.demand(head.cookies[name] == expected, "\(String(describing: head.cookies[name]))")
    }

    /// The value of one pair, if it is ours.
    private static func value(of pair: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let pair = trimmed(pair)
        guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), pair[..<equals].elementsEqual(name.utf8)
        else { return nil }
        let value = trimmed(pair[(equals + 1)...])
        let quote = UInt8(ascii: "\"")
        let isQuoted = value.count >= 2 && value.first == quote && value.last == quote
        return isQuoted ? value.dropFirst().dropLast() : value
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        var bytes = bytes.drop(while: isBlank)
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        return bytes
    }
}
