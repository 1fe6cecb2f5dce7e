/// A strict reader of JSON: RFC 8259 and nothing beside it, so no byte order mark, no comments and no lone
/// surrogates.
package struct JSONReader {
    private let limits: JSONLimits
    private var scanner: JSONScanner
    private var depth = 0

    /// Reads one whole document.
    package static func read(
        _ bytes: [UInt8], limits: JSONLimits = JSONLimits()
    ) throws(JSONRefusal) -> JSONValue {
        guard bytes.count <= limits.bytes else {
            throw JSONRefusal(reason: .tooManyBytes, offset: limits.bytes)
        }
        if let offset = firstInvalidUTF8(bytes) { throw JSONRefusal(reason: .invalidUTF8, offset: offset) }
        var reader = JSONReader(limits: limits, scanner: JSONScanner(bytes))
        let value = try reader.value()
        reader.scanner.skipSpace()
        guard reader.scanner.isAtEnd else { throw reader.scanner.refusal(.textAfterEnd) }
        return value
    }

    private init(limits: JSONLimits, scanner: JSONScanner) {
        self.limits = limits
        self.scanner = scanner
    }

    private mutating func value() throws(JSONRefusal) -> JSONValue {
        scanner.skipSpace()
        guard let byte = scanner.peek else { throw scanner.refusal(.truncated) }
        switch byte {
        case UInt8(ascii: "{"): return try nested(Self.object)
        case UInt8(ascii: "["): return try nested(Self.array)
        case ASCII.quote: return .string(try scanner.string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), ASCII.digits: return .number(try scanner.number())
        default: throw scanner.refusal(.unexpectedByte)
        }
    }

    private mutating func nested(
        _ content: (inout JSONReader) throws(JSONRefusal) -> JSONValue
    ) throws(JSONRefusal) -> JSONValue {
        guard depth < limits.depth else { throw scanner.refusal(.tooDeep) }
        depth += 1
        scanner.advance()
        let value = try content(&self)
        depth -= 1
        return value
    }

    private static func array(_ reader: inout JSONReader) throws(JSONRefusal) -> JSONValue {
        var values: [JSONValue] = []
        reader.scanner.skipSpace()
        if reader.scanner.take(UInt8(ascii: "]")) { return .array(values) }
        repeat {
            values.append(try reader.value())
            reader.scanner.skipSpace()
        } while reader.scanner.take(UInt8(ascii: ","))
        try reader.scanner.expect(UInt8(ascii: "]"))
        return .array(values)
    }

    private static func object(_ reader: inout JSONReader) throws(JSONRefusal) -> JSONValue {
        var members: [String: JSONValue] = [:]
        reader.scanner.skipSpace()
        if reader.scanner.take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            reader.scanner.skipSpace()
            let start = reader.scanner
            let name = try reader.scanner.string()
            guard reader.limits.permitsRepeatedNames || members[name] == nil else {
                throw start.refusal(.repeatedName)
            }
            reader.scanner.skipSpace()
            try reader.scanner.expect(UInt8(ascii: ":"))
            members[name] = try reader.value()
            reader.scanner.skipSpace()
        } while reader.scanner.take(UInt8(ascii: ","))
        try reader.scanner.expect(UInt8(ascii: "}"))
        return .object(members)
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONRefusal) -> JSONValue {
        for byte in word.utf8 { try scanner.expect(byte) }
        return value
    }
}
