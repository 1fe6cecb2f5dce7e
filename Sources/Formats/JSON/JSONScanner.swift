/// Reads the words of JSON from bytes that are known to be UTF-8.
struct JSONScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    func refusal(_ reason: JSONRefusal.Reason) -> JSONRefusal {
        JSONRefusal(reason: reason, offset: position)
    }

    mutating func advance() { position += 1 }

    mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    mutating func expect(_ byte: UInt8) throws(JSONRefusal) {
        guard !isAtEnd else { throw refusal(.truncated) }
        guard take(byte) else { throw refusal(.unexpectedByte) }
    }

    mutating func number() throws(JSONRefusal) -> JSONNumber {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        return JSONNumber(spelling: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func digits() throws(JSONRefusal) {
        let start = position
        while let byte = peek, ASCII.isDigit(byte) { position += 1 }
        guard position > start else { throw refusal(.badNumber) }
    }

    mutating func string() throws(JSONRefusal) -> String {
        try expect(ASCII.quote)
        var start = position
        var content: [UInt8] = []
        while let byte = peek {
            switch byte {
            case ASCII.quote:
                let tail = bytes[start..<position]
                position += 1
                // Most strings have no escapes and are made from the document's bytes at once.
                return String(decoding: content.isEmpty ? tail : (content + tail)[...], as: UTF8.self)
            case ASCII.backslash:
                content += bytes[start..<position]
                position += 1
                content += try escape()
                start = position
            case 0..<0x20: throw refusal(.controlCharacter)
            default: position += 1
            }
        }
        throw refusal(.truncated)
    }

    private mutating func escape() throws(JSONRefusal) -> [UInt8] {
        guard let byte = peek else { throw refusal(.truncated) }
        position += 1
        switch byte {
        case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"): return Array(String(Character(try escapedScalar())).utf8)
        default: throw refusal(.badEscape)
        }
    }

    private mutating func escapedScalar() throws(JSONRefusal) -> Unicode.Scalar {
        let first = try fourHexDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take(ASCII.backslash), take(UInt8(ascii: "u")) else {
            throw refusal(.loneSurrogate)
        }
        let second = try fourHexDigits()
        guard 0xDC00...0xDFFF ~= second,
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw refusal(.loneSurrogate) }
        return scalar
    }

    private mutating func fourHexDigits() throws(JSONRefusal) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek else { throw refusal(.truncated) }
            switch byte {
            case ASCII.digits: value = value << 4 | UInt32(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
            default: throw refusal(.badEscape)
            }
            position += 1
        }
        return value
    }
}
