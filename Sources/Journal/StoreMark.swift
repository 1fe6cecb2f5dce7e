package import Crypto

/// How far a chain had come: an entry and the link behind it. Who keeps one can tell later whether anything
/// up to that entry was taken away or made anew.
package struct StoreMark: Hashable, Sendable {
    package let sequence: UInt64
    package let head: SHA256Digest

    /// Before the first entry.
    package static let beginning = StoreMark(sequence: 0, head: Chain.beginning)

    package init(sequence: UInt64, head: SHA256Digest) {
        self.sequence = sequence
        self.head = head
    }
}
