package import Crypto
internal import Journal
package import Staffing

/// The installation's signature under everything that stands before it in the trail. Whoever keeps a copy
/// of one can tell later whether anything before it was changed, even by somebody who can rewrite every
/// file.
package struct Seal: Hashable, Sendable {
    package let at: Moment
    /// Entries that it covers: all from the first one.
    package let entries: UInt64
    /// The newest link of the trail's chain.
    package let link: SHA256Digest
    /// Ed25519 (RFC 8032), 64 bytes.
    package let signature: [UInt8]

    init(_ chain: TrailChain, at moment: Moment, by key: SigningKey) {
        at = moment
        entries = chain.entries
        link = chain.link
        signature = key.sign(Self.message(moment, chain.entries, chain.link))
    }

    /// Whether the holder of the installation's key said this.
    package func isSigned(by key: VerifyingKey) -> Bool {
        signature.count == VerifyingKey.signatureCount
            && key.verify(signature, of: Self.message(at, entries, link))
    }

    /// Begins with a text of its own, so that no other signature of the same key can pass for one.
    private static func message(_ at: Moment, _ entries: UInt64, _ link: SHA256Digest) -> [UInt8] {
        var writer = RecordWriter()
        writer.write("countersign access seal/1")
        writer.write(at)
        writer.write(entries)
        writer.write(link)
        return writer.bytes
    }
}

extension Seal: Storable {
    func write(to writer: inout RecordWriter) {
        writer.write(at)
        writer.write(entries)
        writer.write(link)
        for byte in signature { writer.write(byte) }
    }

    init(from reader: inout RecordReader) throws(Damaged) {
        at = try reader.readMoment()
        entries = try reader.readNumber()
        link = try reader.readDigest()
        var bytes: [UInt8] = []
        for _ in 0..<VerifyingKey.signatureCount { bytes.append(try reader.readByte()) }
        signature = bytes
    }
}

/// Each link is the SHA-256 of the link before and an entry's payload, so a seal can be checked on
/// exported entries without knowing the files that they stood in.
struct TrailChain: Hashable, Sendable {
    private(set) var entries: UInt64 = 0
    private(set) var link = SHA256Digest.zero

    init() {}

    init(entries: UInt64, link: SHA256Digest) {
        self.entries = entries
        self.link = link
    }

    mutating func add(_ payload: [UInt8]) {
        link = sha256(link.array + payload)
        entries += 1
    }
}
