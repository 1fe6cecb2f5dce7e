/// A strict reader of CBOR: the canonical form of CTAP2 and nothing beside it, so that every value has one
/// spelling. Depth and size are bounded.
package struct CBORReader {
    /// CTAP2 allows four levels.
    package static let depthLimit = 4
    /// Attestation statements carry certificates; none of them is near this.
    package static let byteLimit = 16 * 1024

    private let bytes: [UInt8]
    private var position: Int
    private var depth = 0

    /// Reads bytes that are one value and no more.
    package static func read(_ bytes: [UInt8]) throws(CBORRefusal) -> CBORValue {
        let (value, end) = try readFirst(bytes, from: 0)
        guard end == bytes.count else { throw CBORRefusal(reason: .moreFollows, offset: end) }
        return value
    }

    /// Reads one value and says where it ends.
    package static func readFirst(
        _ bytes: [UInt8], from start: Int
    ) throws(CBORRefusal) -> (value: CBORValue, end: Int) {
        guard bytes.count <= byteLimit else { throw CBORRefusal(reason: .tooManyBytes, offset: byteLimit) }
        var reader = CBORReader(bytes: bytes, position: start)
        let value = try reader.value()
        return (value, reader.position)
    }

    private init(bytes: [UInt8], position: Int) {
        self.bytes = bytes
        self.position = position
    }

    private mutating func value() throws(CBORRefusal) -> CBORValue {
        let start = position
        let (kind, argument) = try head()
        switch kind {
        case 0: return .integer(Int64(argument))
        case 1: return .integer(-1 - Int64(argument))
        case 2: return .bytes(Array(try take(argument)))
        case 3:
            guard let text = String(validating: try take(argument), as: UTF8.self) else {
                throw CBORRefusal(reason: .invalidUTF8, offset: start)
            }
            return .text(text)
        case 4: return try nested(at: start) { (reader) throws(CBORRefusal) in try reader.array(argument) }
        case 5: return try nested(at: start) { (reader) throws(CBORRefusal) in try reader.map(argument) }
        case 7:
            switch bytes[start] {
            case 0xf4: return .bool(false)
            case 0xf5: return .bool(true)
            case 0xf6: return .null
            default: throw CBORRefusal(reason: .notAllowed, offset: start)
            }
        default: throw CBORRefusal(reason: .notAllowed, offset: start)
        }
    }

    /// The kind of an item, and the number that its first bytes carry, spelled as shortly as it can be.
    private mutating func head() throws(CBORRefusal) -> (kind: UInt8, argument: Int) {
        let start = position
        guard let first = try take(1).first else { throw CBORRefusal(reason: .truncated, offset: start) }
        let (kind, rest) = (first >> 5, first & 31)
        // A simple value is its first byte: the longer ones are none that CTAP2 knows.
        if rest < 24 || kind == 7 { return (kind, Int(rest)) }
        guard rest < 28 else { throw CBORRefusal(reason: .notShortest, offset: start) }
        let count = 1 << Int(rest - 24)
        let number = try take(count).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        let least: UInt64 = count == 1 ? 24 : 1 << UInt64(count * 4)
        guard number >= least else { throw CBORRefusal(reason: .notShortest, offset: start) }
        guard let argument = Int(exactly: number) else {
            throw CBORRefusal(reason: .notAllowed, offset: start)
        }
        return (kind, argument)
    }

    private mutating func take(_ count: Int) throws(CBORRefusal) -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else {
            throw CBORRefusal(reason: .truncated, offset: position)
        }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    private mutating func nested(
        at start: Int, _ content: (inout CBORReader) throws(CBORRefusal) -> CBORValue
    ) throws(CBORRefusal) -> CBORValue {
        guard depth < Self.depthLimit else { throw CBORRefusal(reason: .tooDeep, offset: start) }
        depth += 1
        defer { depth -= 1 }
        return try content(&self)
    }

    private mutating func array(_ count: Int) throws(CBORRefusal) -> CBORValue {
        var values: [CBORValue] = []
        // Each element takes a byte at least, so no count can ask for more work than there are bytes.
        for _ in 0..<count { values.append(try value()) }
        return .array(values)
    }

    private mutating func map(_ count: Int) throws(CBORRefusal) -> CBORValue {
        var members: [CBORValue: CBORValue] = [:]
        var last: ArraySlice<UInt8>?
        for _ in 0..<count {
            let start = position
            let key = try value()
            let spelling = bytes[start..<position]
            if let last, !Self.precedes(last, spelling) {
                throw CBORRefusal(reason: .notInOrder, offset: start)
            }
            last = spelling
            // Texts that only Unicode tells apart are one name to whoever looks for it.
            guard members[key] == nil else { throw CBORRefusal(reason: .notInOrder, offset: start) }
            members[key] = try value()
        }
        return .map(members)
    }

    /// The order of CTAP2: by kind, then the shorter first, then byte by byte.
    private static func precedes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        let kinds = (left[left.startIndex] >> 5, right[right.startIndex] >> 5)
        if kinds.0 != kinds.1 { return kinds.0 < kinds.1 }
        if left.count != right.count { return left.count < right.count }
        return left.lexicographicallyPrecedes(right)
    }
}
