/// Numbers and texts in as few bytes as each needs, one behind the other: so the sheets of a client lie in
/// memory.
struct PackedWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ byte: UInt8) { bytes.append(byte) }

    mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(signed number: Int64) { write(UInt64(bitPattern: number << 1 ^ number >> 63)) }

    mutating func write(contentsOf packed: ArraySlice<UInt8>) { bytes.append(contentsOf: packed) }

    mutating func write(_ text: String) {
        write(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }
}

/// Reads it back. Where the bytes end too early or say nothing, it finds nothing: strange bytes are no trap.
struct PackedReader: Sendable {
    let bytes: [UInt8]
    private(set) var position: Int
    private let end: Int

    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = min(range.upperBound, bytes.count)
    }

    var isAtEnd: Bool { position >= end }

    mutating func readByte() -> UInt8? {
        guard position < end else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func readNumber() -> UInt64? {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while position < end, shift < 64 {
            let byte = bytes[position]
            position += 1
            number |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }

    mutating func readSigned() -> Int64? {
        guard let zigzag = readNumber() else { return nil }
        return Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1)
    }

    /// How many bytes, or values of a byte at least, follow: never more than there are.
    mutating func readCount() -> Int? {
        guard let count = readNumber(), count <= UInt64(max(0, end - position)) else { return nil }
        return Int(count)
    }

    /// Where a stretch of bytes stands that its length is written before.
    mutating func readStretch() -> Range<Int>? {
        guard let count = readCount() else { return nil }
        defer { position += count }
        return position..<position + count
    }
}
