/// Reads what `RecordWriter` wrote, and refuses whatever else it meets.
///
/// What is called for every field is inlinable: each list is then read by code made for its own type, which
/// is several times faster than asking the type at run time. It is public for that reason alone, because the
/// compiler carries only public bodies from one module into another.
public struct RecordReader {
    @usableFromInline let bytes: [UInt8]
    @usableFromInline let end: Int
    @usableFromInline var position: Int

    package init(_ bytes: [UInt8]) { self.init(bytes, in: 0..<bytes.count) }

    /// Reads the payload where it stands.
    package init(_ entry: Entry) { self.init(entry.bytes, in: entry.range) }

    private init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    package var isAtEnd: Bool { position == end }

    @inlinable
    public mutating func readNumber() throws(Damaged) -> UInt64 {
        // Most numbers are small: one byte is the whole of them.
        if position < end, bytes[position] < 0x80 {
            defer { position += 1 }
            return UInt64(bytes[position])
        }
        return try readLongNumber()
    }

    @usableFromInline
    mutating func readLongNumber() throws(Damaged) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        var place = position
        while place < end, shift < 64 {
            let byte = bytes[place]
            place += 1
            let part = UInt64(byte & 0x7f)
            // One spelling for each number: no bits that fall off the end, and no zeros that add nothing.
            guard (part << shift) >> shift == part, byte != 0 || shift == 0 else {
                throw Damaged("a number is not spelled as it is written")
            }
            number |= part << shift
            if byte < 0x80 {
                position = place
                return number
            }
            shift += 7
        }
        throw Damaged("a number ends too early or is too long")
    }

    @inlinable
    public mutating func readSigned() throws(Damaged) -> Int64 {
        let zigzag = try readNumber()
        return Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1)
    }

    @inlinable
    public mutating func readInt() throws(Damaged) -> Int { Int(try readSigned()) }

    /// Bounded where it is read, so that whoever computes with it need not fear an overflow.
    @inlinable
    public mutating func readInt(in range: ClosedRange<Int>) throws(Damaged) -> Int {
        let number = try readInt()
        guard range.contains(number) else { throw Damaged("a number out of its range") }
        return number
    }

    @inlinable
    public mutating func readByte() throws(Damaged) -> UInt8 {
        guard position < end else { throw Damaged("a byte is missing") }
        defer { position += 1 }
        return bytes[position]
    }

    /// Eight bytes, the most significant first.
    package mutating func readWord() throws(Damaged) -> UInt64 {
        guard end - position >= 8 else { throw Damaged("a byte is missing") }
        var word: UInt64 = 0
        for index in position..<position + 8 { word = word << 8 | UInt64(bytes[index]) }
        position += 8
        return word
    }

    package mutating func readBytes() throws(Damaged) -> [UInt8] {
        let length = try readCount()
        defer { position += length }
        return Array(bytes[position..<position + length])
    }

    package mutating func readText() throws(Damaged) -> String {
        let length = try readCount()
        defer { position += length }
        guard let text = try? UTF8Span(validating: bytes.span.extracting(position..<position + length))
        else { throw Damaged("a text is not UTF-8") }
        return String(copying: text)
    }

    /// The name of an event, which is compared where it stands.
    package mutating func readName() throws(Damaged) -> StoredName {
        let length = try readCount()
        defer { position += length }
        return StoredName(bytes: bytes, range: position..<position + length)
    }

    @inlinable
    public mutating func read<Value: Storable>(_ type: Value.Type = Value.self) throws(Damaged) -> Value {
        try Value(from: &self)
    }

    @inlinable
    public mutating func readList<Value: Storable>(
        of type: Value.Type = Value.self
    ) throws(Damaged) -> [Value] {
        let count = try readCount()
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try Value(from: &self)) }
        return values
    }

    @inlinable
    public mutating func readOptional<Value: Storable>(
        _ type: Value.Type = Value.self
    ) throws(Damaged) -> Value? {
        switch try readByte() {
        case 0: return nil
        case 1: return try Value(from: &self)
        default: throw Damaged("neither there nor absent")
        }
    }

    /// A length or count; each thing counted takes a byte at least, so more than what is left is damage.
    @inlinable
    public mutating func readCount() throws(Damaged) -> Int {
        let count = try readNumber()
        guard count <= UInt64(end - position) else {
            throw Damaged("more is announced than there is")
        }
        return Int(count)
    }
}

extension RecordReader {
    /// One case of an enum that is stored by its word.
    package mutating func readCase<Value: RawRepresentable<String>>() throws(Damaged) -> Value {
        let word = try readText()
        guard let value = Value(rawValue: word) else { throw Damaged("unknown word “\(word)”") }
        return value
    }
}
