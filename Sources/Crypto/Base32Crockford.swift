/// Identifiers for addresses: 64 bits in 13 characters of Crockford's alphabet, which has no I, L, O or U.
///
/// Strict: every identifier has one spelling, so that a record has one address.
package enum Base32Crockford {
    /// 13 times 5 bits; the first character carries only four.
    package static let length = 13

    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    private static let values: [UInt8?] = {
        var values = [UInt8?](repeating: nil, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    package static func encode(_ identifier: UInt64) -> String {
        unsafe String(unsafeUninitializedCapacity: length) { text in
            for place in 0..<length {
                unsafe text[place] = digits[Int(identifier >> UInt64(5 * (length - 1 - place)) & 31)]
            }
            return length
        }
    }

    /// Appends the 13 characters, without a string on the way.
    package static func encode(_ identifier: UInt64, into bytes: inout [UInt8]) {
        for shift in stride(from: 60, through: 0, by: -5) {
            bytes.append(digits[Int(identifier >> UInt64(shift) & 31)])
        }
    }

    /// Nil unless the text is what `encode` writes.
    package static func decode(_ text: some StringProtocol) -> UInt64? { decode(Array(String(text).utf8)) }

    package static func decode(_ text: some Collection<UInt8>) -> UInt64? {
        // An array, because a loop over what the compiler does not know takes many times longer.
        let text = Array(text)
        guard text.count == length else { return nil }
        var identifier: UInt64 = 0
        for (place, character) in text.enumerated() {
            guard let value = values[Int(character)], place > 0 || value < 16 else { return nil }
            identifier = identifier << 5 | UInt64(value)
        }
        return identifier
    }
}
