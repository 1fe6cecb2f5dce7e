/// The name of one state of a resource (RFC 9110 section 8.8.3).
package struct ETag: Hashable, Sendable {
    /// Without quotes.
    package let value: String
    package let isWeak: Bool

    /// Nil if the value has quotes, spaces or bytes outside visible ASCII.
    package init?(_ value: String, isWeak: Bool = false) {
        guard ETag.isValid(value) else { return nil }
        self.value = value
        self.isWeak = isWeak
    }

    /// As a number of changes, such as a tenant's revision. Weak, because a page may differ in bytes that do
    /// not matter.
    package init(revision: UInt64) {
        value = String(revision, radix: 36)
        isWeak = true
    }

    var text: String { (isWeak ? "W/\"" : "\"") + value + "\"" }

    /// Equal enough to save a transfer.
    func matchesWeakly(_ other: ETag) -> Bool { value == other.value }

    /// Equal byte for byte, which parts and changes need.
    func matchesStrongly(_ other: ETag) -> Bool { !isWeak && !other.isWeak && value == other.value }

    private static func isValid(_ text: String) -> Bool {
        text.utf8.span.all { $0 > Ascii.space && $0 < Ascii.delete && $0 != UInt8(ascii: "\"") }
    }
}

/// The tags of an `If-Match` or `If-None-Match`.
enum ETagCondition {
    case any
    case list([ETag])

    /// Nil if the text is not one, in which case the condition is taken as absent.
    init?(_ text: String) {
        if text == "*" {
            self = .any
            return
        }
        var tags: [ETag] = []
        for item in text.split(separator: ",") {
            guard tags.count < ETagCondition.tagLimit, let tag = ETagCondition.tag(item) else { return nil }
            tags.append(tag)
        }
        guard !tags.isEmpty else { return nil }
        self = .list(tags)
    }

    func holds(for current: ETag?, _ matches: (ETag, ETag) -> Bool) -> Bool {
        switch self {
        case .any: true
        case .list(let tags): current.map { current in tags.contains { matches($0, current) } } ?? false
        }
    }

    static func tag(_ text: Substring) -> ETag? {
        var bytes = Array(text.utf8)[...].trimmed
        let isWeak = bytes.starts(with: "W/".utf8)
        if isWeak { bytes = bytes.dropFirst(2) }
        let quote = UInt8(ascii: "\"")
        guard bytes.count >= 2, bytes.first == quote, bytes.last == quote else { return nil }
        return ETag(String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self), isWeak: isWeak)
    }

    private static let tagLimit = 64
}
