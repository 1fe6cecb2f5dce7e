/// Writes values as compact bytes: unsigned numbers as LEB128, signed ones zigzag, texts with their length.
public struct RecordWriter {
    @usableFromInline var written: [UInt8] = []

    package init() {}

    package var bytes: [UInt8] { written }

    @inlinable
    public mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            written.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        written.append(UInt8(rest))
    }

    @inlinable
    public mutating func write(_ number: Int64) {
        write(UInt64(bitPattern: number << 1 ^ number >> 63))
    }

    @inlinable
    public mutating func write(_ number: Int) { write(Int64(number)) }

    @inlinable
    public mutating func write(_ byte: UInt8) { written.append(byte) }

    /// Eight bytes, the most significant first.
    package mutating func write(word: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            written.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
        }
    }

    package mutating func write(bytes: [UInt8]) {
        write(UInt64(bytes.count))
        written.append(contentsOf: bytes)
    }

    package mutating func write(_ text: String) {
        write(UInt64(text.utf8.count))
        written.append(contentsOf: text.utf8)
    }

    @inlinable
    public mutating func write(_ value: some Storable) { value.write(to: &self) }

    @inlinable
    public mutating func write(_ values: some RandomAccessCollection<some Storable>) {
        write(UInt64(values.count))
        for value in values { value.write(to: &self) }
    }

    @inlinable
    public mutating func write(_ value: (some Storable)?) {
        write(value == nil ? 0 as UInt8 : 1)
        value?.write(to: &self)
    }
}

/// A value that is kept on disk. What was written once is read for ever.
public protocol Storable {
    func write(to writer: inout RecordWriter)
    init(from reader: inout RecordReader) throws(Damaged)
}

/// Bytes that are no record: the checksum held, so a program wrote them wrongly or a newer one wrote them.
public struct Damaged: Error, Hashable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}
