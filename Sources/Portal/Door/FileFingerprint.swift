package import Crypto
package import Staffing

/// A fingerprint in the domain and a digest in the store are the same 32 bytes, most significant first.
extension Fingerprint {
    /// The SHA-256 of content.
    package init(_ content: [UInt8]) { self.init(sha256(content)) }

    package init(_ digest: SHA256Digest) {
        let bytes = digest.array
        let words = (0..<4).map { word in
            bytes[(word * 8)..<(word * 8 + 8)].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        }
        self.init(words[0], words[1], words[2], words[3])
    }
}

extension SHA256Digest {
    package init(_ fingerprint: Fingerprint) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.count)
        for word in [fingerprint.first, fingerprint.second, fingerprint.third, fingerprint.fourth] {
            for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * place))) }
        }
        self = SHA256Digest(bytes: bytes) ?? .zero
    }
}
