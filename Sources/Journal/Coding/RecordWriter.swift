/// Writes values as compact bytes: unsigned numbers as LEB128, signed ones zigzag, texts with their length.
package struct RecordWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    package mutating func write(_ number: Int64) {
        write(UInt64(bitPattern: number << 1 ^ number >> 63))
    }

    package mutating func write(_ number: Int) { write(Int64(number)) }

    package mutating func write(_ byte: UInt8) { bytes.append(byte) }

    package mutating func write(_ text: String) {
        write(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func write(_ value: some Storable) { value.write(to: &self) }

    package mutating func write(_ values: [some Storable]) {
        write(UInt64(values.count))
        for value in values { value.write(to: &self) }
    }

    package mutating func write(_ value: (some Storable)?) {
        write(value == nil ? 0 as UInt8 : 1)
        value?.write(to: &self)
    }
}

/// A value that is kept on disk. What was written once is read for ever.
package protocol Storable {
    func write(to writer: inout RecordWriter)
    init(from reader: inout RecordReader) throws(Damaged)
}

/// Bytes that are no record: the checksum held, so a program wrote them wrongly or a newer one wrote them.
package struct Damaged: Error, Hashable, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
