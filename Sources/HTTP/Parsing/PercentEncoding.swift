/// Percent encoding (RFC 3986 section 2.1), and the `+` of forms.
package enum PercentEncoding {
    package enum Failure: Error, Hashable { case malformed }

    /// Encodes all but unreserved characters, so that the result is safe in any part of an address.
    package static func encode(_ text: String) -> String {
        if text.utf8.allSatisfy({ ByteSet.unreserved.contains($0) }) { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if ByteSet.unreserved.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [Ascii.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Decodes once. Broken escapes, NUL and anything but valid UTF-8 (overlong forms too) are refused.
    /// - Parameters:
    ///   - bytes: what stands between the separators.
    ///   - plusIsSpace: true in forms and queries.
    /// - Returns: the text.
    /// - Throws: `malformed`.
    package static func decode(
        _ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = false
    ) throws(Failure) -> String {
        if ByteSet.unreserved.containsAll(bytes) { return String(decoding: bytes, as: UTF8.self) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            var byte = bytes[index]
            index += 1
            if byte == Ascii.percent {
                guard bytes.endIndex - index >= 2, let high = Ascii.hexDigit(bytes[index]),
                    let low = Ascii.hexDigit(bytes[index + 1])
                else { throw .malformed }
                byte = high << 4 | low
                index += 2
            } else if plusIsSpace, byte == UInt8(ascii: "+") {
                byte = Ascii.space
            }
            guard byte != 0 else { throw .malformed }
            decoded.append(byte)
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .malformed }
        return text
    }

    private static let digits = [UInt8]("0123456789ABCDEF".utf8)
}
