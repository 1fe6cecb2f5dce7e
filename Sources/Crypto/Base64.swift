/// Base64 for addresses and headers (RFC 4648, section 5), without padding.
package enum Base64URL {
    package static func encode(_ bytes: some Collection<UInt8>) -> String { Base64.url.encode(bytes) }

    /// Nil unless the text is the one encoding of some bytes: no padding, no spaces, no stray bits.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? { Base64.url.decode(text) }
}

/// Base64 as other programs write it (RFC 4648, section 4), with padding.
package enum PaddedBase64 {
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        let text = Base64.standard.encode(bytes)
        return text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    }

    /// Nil unless the text is the one encoding of some bytes.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        let digits = text.prefix { $0 != "=" }
        guard let bytes = Base64.standard.decode(digits), encode(bytes) == text else { return nil }
        return bytes
    }
}

/// The two alphabets of RFC 4648, both without padding.
struct Base64: Sendable {
    /// As stored password hashes use it.
    static let standard = Base64(last: [UInt8(ascii: "+"), UInt8(ascii: "/")])
    static let url = Base64(last: [UInt8(ascii: "-"), UInt8(ascii: "_")])

    private let digits: [UInt8]
    private let values: [UInt8]
    private static let noDigit: UInt8 = 255

    private init(last: [UInt8]) {
        let digits =
            Array(UInt8(ascii: "A")...UInt8(ascii: "Z")) + Array(UInt8(ascii: "a")...UInt8(ascii: "z"))
            + Array(UInt8(ascii: "0")...UInt8(ascii: "9")) + last
        var values = [UInt8](repeating: Self.noDigit, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        self.digits = digits
        self.values = values
    }

    /// The loops run over arrays, because those over what the compiler does not know take many times longer.
    func encode(_ bytes: some Collection<UInt8>) -> String {
        let bytes = Array(bytes)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(digits[Int(bits >> UInt32(count) & 63)])
            }
        }
        if count > 0 { text.append(digits[Int(bits << UInt32(6 - count) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    func decode(_ text: some StringProtocol) -> [UInt8]? {
        let text = Array(String(text).utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        for character in text {
            let value = values[Int(character)]
            guard value != Self.noDigit else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        // What is left over are fewer than six bits, and all zero, or the text is nobody's encoding.
        guard count < 6, bits & (1 << UInt32(count) - 1) == 0 else { return nil }
        return bytes
    }
}
