import COpenSSL

/// The code of an authenticator app: TOTP (RFC 6238) as all of them know it, with SHA-1, six digits and a
/// new code every thirty seconds. What SHA-1 is too weak for nowadays, HMAC does not need.
package enum OneTimePassword {
    package static let digits = 6
    package static let stepSeconds: Int64 = 30
    /// RFC 4226 asks for as many bits as the hash has.
    package static let secretCount = 20

    /// The number of the step that a moment falls into.
    package static func step(atSeconds seconds: Int64) -> Int64 { seconds / stepSeconds }

    /// The code of a step, with its leading zeros.
    package static func code(_ secret: [UInt8], step: Int64) -> String {
        let counter = UInt64(bitPattern: step)
        let message = (0..<8).map { UInt8(truncatingIfNeeded: counter >> UInt64(56 - 8 * $0)) }
        let tag = hmacSHA1(key: secret, message: message)
        let start = Int(tag[tag.count - 1] & 15)
        let number = tag[start..<(start + 4)].reduce(0 as UInt32) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let code = String(number % 1_000_000)
        return String(repeating: "0", count: digits - code.utf8.count) + code
    }
}

/// HMAC-SHA-1 (RFC 2104), for codes of authenticator apps and for nothing else.
package func hmacSHA1(key: [UInt8], message: [UInt8]) -> [UInt8] {
    var tag = [UInt8](repeating: 0, count: 20)
    // OpenSSL takes no null key; one without bytes therefore gets an address.
    let made = unsafe shim_hmac_sha1(key.isEmpty ? [0] : key, key.count, message, message.count, &tag)
    precondition(made == 1, "HMAC-SHA-1 failed: OpenSSL has no memory")
    return tag
}
