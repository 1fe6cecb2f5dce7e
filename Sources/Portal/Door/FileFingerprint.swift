import Crypto
package import Staffing

extension Fingerprint {
    /// The SHA-256 of content.
    package init(_ content: [UInt8]) {
        let bytes = sha256(content).array
        let words = (0..<4).map { word in
            bytes[(word * 8)..<(word * 8 + 8)].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        }
        self.init(words[0], words[1], words[2], words[3])
    }
}
