import COpenSSL

/// How dear it is to try a password (scrypt, RFC 7914).
package struct Scrypt: Hashable, Sendable {
    /// Memory and time: a power of two.
    package let n: Int
    /// Block size in units of 128 bytes.
    package let r: Int
    /// How many times over.
    package let p: Int

    /// OWASP's choice for 32 MiB: about 0.4 s of one core.
    package static let standard = Scrypt(checkedN: 1 << 15, r: 8, p: 3)

    /// No computation may take more memory than this many bytes.
    package static let memoryLimit = 64 << 20
    /// No computation may take more than this many block mixes (n · r · p): about five times `standard`.
    package static let workLimit = 1 << 22
    private static let factorLimit = 32

    /// Nil unless n is a power of two above 1, and memory and work stay within their limits.
    package init?(n: Int, r: Int, p: Int) {
        guard n > 1, n <= Self.workLimit, n & (n - 1) == 0 else { return nil }
        guard 1...Self.factorLimit ~= r, 1...Self.factorLimit ~= p else { return nil }
        self.init(checkedN: n, r: r, p: p)
        guard memory <= Self.memoryLimit, n * r * p <= Self.workLimit else { return nil }
    }

    private init(checkedN n: Int, r: Int, p: Int) {
        self.n = n
        self.r = r
        self.p = p
    }

    /// Bytes that one computation needs, by OpenSSL's own account.
    package var memory: Int { 128 * r * (n + 2 + p) }

    /// The derived key. Slow on purpose: never on a loop's thread.
    package func derive(_ count: Int, from password: [UInt8], salt: [UInt8]) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: count)
        let derived = unsafe password.withUnsafeBytes { password in
            // An empty array may have no address, and OpenSSL needs one.
            let bytes = unsafe password.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe withUnsafePointer(to: CChar(0)) { nothing in
                unsafe EVP_PBE_scrypt(
                    bytes ?? nothing, password.count, salt, salt.count,
                    UInt64(n), UInt64(r), UInt64(p), UInt64(Self.memoryLimit), &key, key.count)
            }
        }
        precondition(derived == 1, "scrypt found no memory")
        return key
    }
}
