package import Crypto

/// The key with which this installation signs its checkpoints, as the text of a file that nobody else
/// may read.
package struct InstallationKey: Sendable {
    package let signing: SigningKey

    private static let title = "countersign installation key 1"

    /// The file is not one that `file` writes.
    package struct Unreadable: Error, Hashable, Sendable {}

    package static func generate() -> InstallationKey { InstallationKey(signing: .generate()) }

    private init(signing: SigningKey) { self.signing = signing }

    package init(file: [UInt8]) throws(Unreadable) {
        let text = String(validating: file, as: UTF8.self) ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 3, lines[0] == Self.title, lines[2].isEmpty,
            let raw = Base64URL.decode(lines[1]), let signing = SigningKey(raw: raw)
        else { throw Unreadable() }
        self.signing = signing
    }

    package var file: [UInt8] { Array("\(Self.title)\n\(Base64URL.encode(signing.raw))\n".utf8) }

    /// What others need to check a checkpoint; may be shown to anybody.
    package var verifying: VerifyingKey { signing.publicKey }
}
