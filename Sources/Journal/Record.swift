/// What a store remembers: one event, when it was recorded, and its place in the order.
package struct Entry: Sendable {
    package let sequence: UInt64
    /// Microseconds since 1970, as the server's clock had it. Data only: the sequence is the order.
    package let moment: Int64
    /// What the payload stands among: a replay copies none of ten thousand.
    let bytes: [UInt8]
    let range: Range<Int>

    package var payload: [UInt8] { Array(bytes[range]) }

    package init(sequence: UInt64, moment: Int64, payload: [UInt8]) {
        self.init(sequence: sequence, moment: moment, bytes: payload, range: 0..<payload.count)
    }

    init(sequence: UInt64, moment: Int64, bytes: [UInt8], range: Range<Int>) {
        self.sequence = sequence
        self.moment = moment
        self.bytes = bytes
        self.range = range
    }
}

extension Entry: Hashable {
    package static func == (left: Entry, right: Entry) -> Bool {
        (left.sequence, left.moment) == (right.sequence, right.moment)
            && left.bytes[left.range] == right.bytes[right.range]
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(sequence)
        hasher.combine(bytes[range])
    }
}

/// An entry as bytes: payload length (4), sequence (8), moment (8), payload.
struct Record {
    let range: Range<Int>
    let sequence: UInt64
    let moment: Int64

    static let headerSize = 20

    /// Nil when no whole record stands between `start` and `end`.
    init?(in bytes: [UInt8], from start: Int, to end: Int) {
        guard start + Self.headerSize <= end else { return nil }
        let length = Int(bytes.integer(at: start, as: UInt32.self))
        guard start + Self.headerSize + length <= end else { return nil }
        range = start..<start + Self.headerSize + length
        sequence = bytes.integer(at: start + 4)
        moment = Int64(bitPattern: bytes.integer(at: start + 12))
    }

    func entry(in bytes: [UInt8]) -> Entry {
        Entry(
            sequence: sequence, moment: moment, bytes: bytes,
            range: range.lowerBound + Self.headerSize..<range.upperBound)
    }
}
