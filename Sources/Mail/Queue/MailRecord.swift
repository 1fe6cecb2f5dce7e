import Crypto
import Formats

/// A mail's file: one line of JSON that says how it stands, and below it the mail itself, as long as it
/// waits. What is settled keeps no text, because the text holds a link that lets somebody in.
struct MailRecord {
    var entry: MailEntry
    var text: [UInt8]

    /// The form of the first line.
    private static let edition: Int64 = 1
    static let longestFile = 256 * 1024

    init(_ entry: MailEntry, text: [UInt8]) {
        self.entry = entry
        self.text = text
    }

    /// Nothing for a file that is not one of ours.
    init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
            let line = try? JSONReader.read(Array(bytes[..<end])), line["edition"]?.integer == Self.edition,
            let entry = MailEntry(line)
        else { return nil }
        self.entry = entry
        text = Array(bytes[(end + 1)...])
    }

    var bytes: [UInt8] {
        let line = JSONWriter.object { object in
            object.field("edition", Self.edition)
            object.field("id", Base32Crockford.encode(entry.id))
            object.field("written", entry.written)
            object.field("sender", entry.sender)
            object.field("recipient", entry.recipient)
            if let addressee = entry.addressee {
                object.field("realm", addressee.realm)
                object.field("person", addressee.person)
            }
            object.field("standing", entry.standing.word)
            object.field("moment", entry.standing.moment)
            object.field("attempts", Int64(entry.attempts))
            if let trouble = entry.trouble {
                object.field("trouble", trouble.kind.rawValue)
                if let code = trouble.code { object.field("code", Int64(code)) }
                object.field("words", trouble.words)
            }
        }
        return line + [UInt8(ascii: "\n")] + (entry.isWaiting ? text : [])
    }
}

extension MailEntry {
    fileprivate init?(_ line: JSONValue) {
        guard let id = line["id"]?.string.flatMap({ Base32Crockford.decode($0) }),
            let written = line["written"]?.integer, let sender = line["sender"]?.string,
            let recipient = line["recipient"]?.string, let attempts = line["attempts"]?.integer,
            let moment = line["moment"]?.integer, (0...Int64(UInt32.max)).contains(attempts),
            let standing = line["standing"]?.string.flatMap({ Standing($0, moment) })
        else { return nil }
        var addressee: Addressee?
        if let realm = line["realm"]?.string, let person = line["person"]?.string {
            addressee = Addressee(realm: realm, person: person)
        }
        self.init(
            id: id, written: written, sender: sender, recipient: recipient, addressee: addressee)
        self.standing = standing
        self.attempts = Int(attempts)
        if let word = line["trouble"]?.string {
            guard let kind = MailTrouble.Kind(rawValue: word) else { return nil }
            trouble = MailTrouble(
                kind, code: line["code"]?.integer.map { Int(clamping: $0) },
                words: line["words"]?.string ?? "")
        }
    }
}

extension MailEntry.Standing {
    private static let waitingWord = "waiting"
    private static let sentWord = "sent"

    fileprivate init?(_ word: String, _ moment: Int64) {
        switch word {
        case Self.waitingWord: self = .waiting(until: moment)
        case Self.sentWord: self = .sent(at: moment)
        default:
            guard let ending = MailEntry.Ending(rawValue: word) else { return nil }
            self = .ended(at: moment, ending)
        }
    }

    fileprivate var word: String {
        switch self {
        case .waiting: Self.waitingWord
        case .sent: Self.sentWord
        case .ended(_, let ending): ending.rawValue
        }
    }

    package var moment: Int64 {
        switch self {
        case .waiting(let moment), .sent(let moment), .ended(let moment, _): moment
        }
    }
}
