/// The SHA-256 of a record's content in its canonical bytes: what a person saw when they decided.
package struct Fingerprint: Hashable, Sendable {
    package let first: UInt64, second: UInt64, third: UInt64, fourth: UInt64

    package init(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ fourth: UInt64) {
        self.first = first
        self.second = second
        self.third = third
        self.fourth = fourth
    }

    /// The short form that forms carry beside a record's identifier: enough to tell an edited sheet.
    package var short: UInt64 { first }

    package var shortened: ShortFingerprint { ShortFingerprint(short: first) }
}

/// The beginning of a fingerprint, where the content itself is at hand to make the whole of.
package struct ShortFingerprint: Hashable, Sendable {
    package let short: UInt64

    package init(short: UInt64) { self.short = short }
}

/// Bytes that are the same whenever the content is the same, whatever version of the program wrote them.
package struct CanonicalBytes {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func append(_ number: some FixedWidthInteger) {
        var rest = UInt64(truncatingIfNeeded: number)
        for _ in 0..<8 {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    package mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }
}
