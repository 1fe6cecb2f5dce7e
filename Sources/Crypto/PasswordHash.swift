/// A password as it is stored: `$scrypt$ln=15,r=8,p=3$salt$hash` (the PHC string format, base64 unpadded).
package struct PasswordHash: Hashable, Sendable {
    package let parameters: Scrypt
    package let salt: [UInt8]
    private let hash: [UInt8]

    /// Bytes of salt that a new hash asks its caller for.
    package static let saltCount = 16
    private static let hashCount = 32
    /// Longer passwords are nobody's: refused before any work is done.
    package static let passwordLimit = 1024
    private static let textLimit = 256
    private static let acceptedCounts = 16...64

    /// Nil when the password is longer than `passwordLimit` bytes. Slow on purpose: never on a loop's thread.
    /// The salt is `saltCount` random bytes.
    package static func make(
        password: [UInt8], salt: [UInt8], parameters: Scrypt = .standard
    ) -> PasswordHash? {
        precondition(acceptedCounts ~= salt.count, "a salt has 16 to 64 bytes")
        guard password.count <= passwordLimit else { return nil }
        let hash = parameters.derive(hashCount, from: password, salt: salt)
        return PasswordHash(parameters: parameters, salt: salt, hash: hash)
    }

    private init(parameters: Scrypt, salt: [UInt8], hash: [UInt8]) {
        self.parameters = parameters
        self.salt = salt
        self.hash = hash
    }

    /// Slow on purpose: never on a loop's thread.
    package func verify(password: [UInt8]) -> Bool {
        guard password.count <= Self.passwordLimit else { return false }
        return constantTimeEqual(parameters.derive(hash.count, from: password, salt: salt), hash)
    }
}

extension PasswordHash {
    package var text: String {
        "$scrypt$ln=\(parameters.n.trailingZeroBitCount),r=\(parameters.r),p=\(parameters.p)"
            + "$\(Base64.standard.encode(salt))$\(Base64.standard.encode(hash))"
    }

    /// Nil unless the text is exactly what `text` writes, with parameters within `Scrypt`'s limits:
    /// a stored hash must not be able to ask for all memory or an hour.
    package init?(text: String) {
        guard text.utf8.count <= Self.textLimit else { return nil }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
            let parameters = Self.parameters(parts[2]),
            let salt = Base64.standard.decode(parts[3]), Self.acceptedCounts ~= salt.count,
            let hash = Base64.standard.decode(parts[4]), Self.acceptedCounts ~= hash.count
        else { return nil }
        self.init(parameters: parameters, salt: salt, hash: hash)
        guard self.text == text else { return nil }
    }

    private static func parameters(_ text: Substring) -> Scrypt? {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 3,
            let exponent = number(fields[0], after: "ln="), 1..<32 ~= exponent,
            let r = number(fields[1], after: "r="),
            let p = number(fields[2], after: "p=")
        else { return nil }
        return Scrypt(n: 1 << exponent, r: r, p: p)
    }

    private static func number(_ field: Substring, after name: String) -> Int? {
        field.hasPrefix(name) ? Int(field.dropFirst(name.count)) : nil
    }
}
