internal import Crypto
internal import Journal

extension AccessEvent: StorableEvent {
    var storedName: String {
        switch self {
        case .passwordSet: "password.set/1"
        case .sessionOpened: "session.opened/1"
        case .sessionPlaced: "session.placed/1"
        case .networkLearned: "network.learned/1"
        case .browserLearned: "browser.learned/1"
        case .sessionConfirmed: "session.confirmed/1"
        case .confirmationsEnded: "sessions.confirmations-ended/1"
        case .sessionSeen: "session.seen/1"
        case .sessionEnded: "session.ended/1"
        case .sessionsEnded: "sessions.ended/1"
        case .invitationMade: "invitation.made/1"
        case .invitationUsed: "invitation.used/1"
        case .invitationWithdrawn: "invitation.withdrawn/1"
        case .factor(let event, _): event.storedName
        case .accountClosed: "account.closed/1"
        }
    }

    func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .passwordSet(let account, let hash):
            writer.write(account)
            writer.write(hash.text)
        case .sessionOpened(let session, let account, let moment):
            writer.write(session)
            writer.write(account)
            writer.write(moment)
        case .sessionPlaced(let session, let place):
            writer.write(session)
            writer.write(place)
        case .networkLearned(let account, let network):
            writer.write(account)
            writer.write(network.rawValue)
        case .browserLearned(let account, let browser):
            writer.write(account)
            writer.write(browser.rawValue)
        case .sessionSeen(let session, let moment):
            writer.write(session)
            writer.write(moment)
        case .sessionConfirmed(let session), .sessionEnded(let session): writer.write(session)
        case .confirmationsEnded(let account): writer.write(account)
        case .sessionsEnded(let account, let kept):
            writer.write(account)
            writer.write(kept == nil ? 0 as UInt8 : 1)
            if let kept { writer.write(kept) }
        case .invitationMade(let invitation, let account, let expires):
            writer.write(invitation)
            writer.write(account)
            writer.write(expires)
        case .invitationUsed(let invitation), .invitationWithdrawn(let invitation): writer.write(invitation)
        case .factor(let event, let account):
            writer.write(account)
            event.writeFields(to: &writer)
        case .accountClosed(let account): writer.write(account)
        }
    }

    init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name {
        case "password.set/1": self = .passwordSet(try reader.readAccount(), try reader.readPasswordHash())
        case "session.opened/1":
            self = .sessionOpened(
                try reader.readDigest(), try reader.readAccount(), at: try reader.readMoment())
        case "session.placed/1":
            self = .sessionPlaced(try reader.readDigest(), try reader.readSessionPlace())
        case "network.learned/1":
            self = .networkLearned(
                try reader.readAccount(), NetworkMark(rawValue: try reader.readNumber()))
        case "browser.learned/1":
            self = .browserLearned(
                try reader.readAccount(), BrowserMark(rawValue: try reader.readNumber()))
        case "session.seen/1": self = .sessionSeen(try reader.readDigest(), at: try reader.readMoment())
        case "session.confirmed/1": self = .sessionConfirmed(try reader.readDigest())
        case "sessions.confirmations-ended/1": self = .confirmationsEnded(try reader.readAccount())
        case "session.ended/1": self = .sessionEnded(try reader.readDigest())
        case "sessions.ended/1":
            let account = try reader.readAccount()
            self = .sessionsEnded(account, except: try reader.readByte() == 0 ? nil : try reader.readDigest())
        case "invitation.made/1":
            self = .invitationMade(
                try reader.readDigest(), try reader.readAccount(), expires: try reader.readMoment())
        case "invitation.used/1": self = .invitationUsed(try reader.readDigest())
        case "invitation.withdrawn/1": self = .invitationWithdrawn(try reader.readDigest())
        case "account.closed/1": self = .accountClosed(try reader.readAccount())
        default:
            guard FactorEvent.isSubject(name.subject) else {
                throw Damaged("an event “\(name)” is unknown to this program")
            }
            let account = try reader.readAccount()
            self = .factor(try FactorEvent(named: name, from: &reader), of: account)
        }
    }
}

/// Events that happen together stand in one entry of the store, so that no crash can part them.
extension [AccessEvent] {
    var stored: [UInt8] {
        var writer = RecordWriter()
        writer.write(UInt64(count))
        for event in self {
            writer.write(event.storedName)
            event.writeFields(to: &writer)
        }
        return writer.bytes
    }

    init(stored bytes: [UInt8]) throws(Damaged) {
        var reader = RecordReader(bytes)
        self = []
        for _ in 0..<(try reader.readNumber()) {
            append(try AccessEvent(named: try reader.readName(), from: &reader))
        }
        guard reader.isAtEnd else { throw Damaged("more follows than was announced") }
    }
}

extension RecordWriter {
    mutating func write(_ digest: SHA256Digest) { for byte in digest.array { write(byte) } }
}

extension RecordReader {
    mutating func readDigest() throws(Damaged) -> SHA256Digest {
        var bytes: [UInt8] = []
        for _ in 0..<SHA256Digest.count { bytes.append(try readByte()) }
        guard let digest = SHA256Digest(bytes: bytes) else { throw Damaged("not a digest") }
        return digest
    }

    mutating func readPasswordHash() throws(Damaged) -> PasswordHash {
        guard let hash = PasswordHash(text: try readText()) else { throw Damaged("not a password's hash") }
        return hash
    }
}
