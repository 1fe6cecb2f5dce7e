package import HTTP
package import Markup

/// The pattern of an address, spelled once: links are made from it and requests are matched by it.
package struct Route<Key: PathKey>: Sendable {
    /// Between the slashes; a star stands for the key.
    package let segments: [String]
    /// What stands before and behind the key in an address.
    private let (head, tail): (String, String)

    /// - Parameter pattern: such as `/timesheets/*/approval`.
    package init(_ pattern: StaticString) {
        segments = pattern.description.split(separator: "/").map(String.init)
        let parts = segments.split(separator: "*", omittingEmptySubsequences: false).map { part in
            part.map { "/" + $0 }.joined()
        }
        (head, tail) = parts.count > 1 ? (parts[0] + "/", parts[1]) : (segments.isEmpty ? "/" : parts[0], "")
        let stars = segments.count { $0 == "*" }
        precondition(
            stars == (Key.self == NoKey.self ? 0 : 1), "A route has a star for its key and no other.")
    }

    package func callAsFunction(_ key: Key) -> Address {
        Address(path: head + PercentEncoding.encode(key.pathText) + tail)
    }

    func key(in path: [String]) -> Key? {
        guard path.count == segments.count else { return nil }
        var key: Key? = NoKey() as? Key
        for (pattern, part) in zip(segments, path) {
            if pattern == "*" {
                guard let found = Key(pathText: part) else { return nil }
                key = found
            } else if pattern != part {
                return nil
            }
        }
        return key
    }
}

extension Route<NoKey> {
    package var address: Address { self(NoKey()) }
}

/// A path of this host, ready for a link or a redirect.
package struct Address: Hashable, Sendable, MarkupValue {
    private let text: String

    init(path: String) { text = path }

    package func with(_ name: StaticString, _ value: String) -> Address {
        with(name, encoded: PercentEncoding.encode(value))
    }

    /// A number has nothing to encode.
    package func with(_ name: StaticString, _ number: some BinaryInteger) -> Address {
        with(name, encoded: String(number))
    }

    private func with(_ name: StaticString, encoded value: String) -> Address {
        var longer = text
        longer += text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
        longer += name.description
        longer += "="
        longer += value
        return Address(path: longer)
    }

    package func at(fragment: StaticString) -> Address { Address(path: text + "#" + fragment.description) }

    package func write(into page: inout Markup) { page.append(text: text) }

    package var headerValue: HeaderValue { HeaderValue(text) ?? "/" }

    package var path: String { text }

    /// An address that came with a request, if it is a plain path of this host.
    package init?(local text: String) {
        let bytes = Array(text.utf8)
        let isPlain = bytes.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != 0x5c }
        guard bytes.first == 0x2f, bytes.count < 2 || bytes[1] != 0x2f, isPlain else { return nil }
        self.text = text
    }
}
