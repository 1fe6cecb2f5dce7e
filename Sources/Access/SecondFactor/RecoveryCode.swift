internal import Crypto

/// A code for whoever has lost the authenticator app: 120 random bits, good once. Only its SHA-256 is stored,
/// which nobody can try through at that length.
struct RecoveryCode: Hashable, Sendable {
    private let letters: String

    /// An account gets so many at once.
    static let perSet = 10
    private static let letterCount = 24
    private static let groupCount = 4

    static func draw(_ bytes: @Sendable (Int) -> [UInt8]) -> RecoveryCode {
        let random = bytes(16)
        let halves = [random[..<8], random[8...]].map { half in
            // The first of thirteen letters has four bits only, and goes.
            Base32Crockford.encode(half.reduce(0) { $0 << 8 | UInt64($1) }).dropFirst()
        }
        return RecoveryCode(letters: halves.joined())
    }

    private init(letters: String) { self.letters = letters }

    /// From what somebody typed: small letters, spaces, hyphens, and letters that look like digits are
    /// theirs to choose. Nil for what is no such code.
    init?(typed text: String) {
        let letters = text.uppercased().compactMap { letter -> Character? in
            switch letter {
            case " ", "-": nil
            case "O": "0"
            case "I", "L": "1"
            default: letter
            }
        }
        guard letters.count == Self.letterCount else { return nil }
        self.letters = String(letters)
    }

    /// In groups of four, for paper.
    var text: String {
        let letters = Array(letters)
        return stride(from: 0, to: letters.count, by: Self.groupCount).map {
            String(letters[$0..<($0 + Self.groupCount)])
        }.joined(separator: "-")
    }

    var digest: SHA256Digest { sha256(Array(letters.utf8)) }
}
