internal import Crypto
internal import Formats
package import Journal
package import Staffing

/// How far each chain had come at a moment, signed with the installation's key. Whoever keeps one elsewhere
/// can tell later whether anything before it was taken away or made anew, even by somebody who can rewrite
/// every file.
///
///     countersign checkpoint 1
///     2026-11-21T13:05:00Z
///     access/trail 20411 6f1c…
///     tenants/northwind 512 09be…
///
///     — countersign 5bX3…=
///
/// It is a signed note (C2SP): what is signed is the text with the line end before the empty line; the last
/// word is four bytes that name the key and the 64 bytes of an Ed25519 signature (RFC 8032).
package struct Checkpoint: Hashable, Sendable {
    /// Seconds count; what is smaller is not signed.
    package let at: Moment
    package let marks: [String: StoreMark]

    static let title = "countersign checkpoint 1"
    static let keyName = "countersign"

    init(at moment: Moment, marks: [String: StoreMark]) {
        at = Moment(microseconds: moment.seconds * 1_000_000)
        self.marks = marks
    }

    var text: String {
        let lines = marks.sorted { $0.key < $1.key }.map { name, mark in
            "\(name) \(mark.sequence) \(mark.head.hex)\n"
        }
        return "\(Self.title)\n\(at.iso)\n" + lines.joined()
    }

    /// The text with its signature, as it stands in a file.
    func note(signedBy key: SigningKey) -> String {
        let text = text
        let words = Self.keyHash(key.publicKey) + key.sign(Array(text.utf8))
        return text + "\n— \(Self.keyName) \(PaddedBase64.encode(words))\n"
    }

    /// Nil unless the holder of the key signed exactly this text, and it is a checkpoint.
    init?(text: String, signature line: String, by key: VerifyingKey) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == "—", words[1] == Self.keyName,
            let bytes = PaddedBase64.decode(words[2]), bytes.starts(with: Self.keyHash(key)),
            key.verify(Array(bytes.dropFirst(Self.keyHashBytes)), of: Array(text.utf8))
        else { return nil }
        let lines = text[...].parts(between: "\n").dropLast()
        guard lines.count >= 2, lines[0] == Self.title, let moment = Moment(iso: lines[1]) else {
            return nil
        }
        var marks: [String: StoreMark] = [:]
        for line in lines.dropFirst(2) {
            let words = line.parts(between: " ")
            guard words.count == 3, let sequence = UInt64(words[1]),
                let head = SHA256Digest(hex: String(words[2]))
            else { return nil }
            marks[String(words[0])] = StoreMark(sequence: sequence, head: head)
        }
        at = moment
        self.marks = marks
    }

    private static let keyHashBytes = 4

    /// Names the key, as signed notes do: SHA-256 over name, line end, the number of Ed25519, and the key.
    private static func keyHash(_ key: VerifyingKey) -> [UInt8] {
        Array(sha256(Array(keyName.utf8) + [0x0a, 0x01] + key.raw).array.prefix(keyHashBytes))
    }
}

extension Substring {
    /// What stands between characters of one byte, found byte by byte: the newest checkpoints of all clients
    /// are read at each start.
    func parts(between separator: Unicode.Scalar) -> [Substring] {
        utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map { Substring($0) }
    }
}

extension Moment {
    private static let secondsPerDay: Int64 = 86_400

    /// `2026-11-21T13:05:00Z`.
    package var iso: String {
        let date = CivilDate(localSeconds: seconds)
        let second = Int(seconds - date.localSeconds)
        let parts = [second / 3_600, second / 60 % 60, second % 60]
        return date.iso + "T" + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") + "Z"
    }

    /// Nil for anything but what `iso` writes.
    init?(iso text: some StringProtocol) {
        let parts = text.dropLast().split(separator: "T")
        guard parts.count == 2, let date = CivilDate(iso: String(parts[0])) else { return nil }
        let clock = parts[1].split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3 else { return nil }
        let seconds = date.localSeconds + clock[0] * 3_600 + clock[1] * 60 + clock[2]
        self.init(microseconds: seconds * 1_000_000)
        guard iso == text else { return nil }
    }
}
