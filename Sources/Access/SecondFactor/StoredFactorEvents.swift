internal import Crypto
internal import Journal
internal import Staffing
internal import WebAuthn

extension FactorEvent {
    var storedName: String {
        switch self {
        case .passkeyAdded: "passkey.added/1"
        case .passkeyRenamed: "passkey.renamed/1"
        case .passkeyRemoved: "passkey.removed/1"
        case .passkeyUsed: "passkey.used/1"
        case .authenticatorSet: "authenticator.set/1"
        case .authenticatorRemoved: "authenticator.removed/1"
        case .codeTaken: "authenticator.code-taken/1"
        case .recoveryCodesMade: "recovery-codes.made/1"
        case .recoveryCodeTaken: "recovery-code.taken/1"
        }
    }

    func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .passkeyAdded(let passkey): writer.write(passkey)
        case .passkeyRenamed(let id, let name):
            writer.write(id.rawValue)
            writer.write(name)
        case .passkeyRemoved(let id): writer.write(id.rawValue)
        case .passkeyUsed(let id, let counter, let moment):
            writer.write(id.rawValue)
            writer.write(UInt64(counter))
            writer.write(moment)
        case .authenticatorSet(let authenticator):
            writer.write(bytes: authenticator.secret)
            writer.write(authenticator.set)
            writer.write(authenticator.lastStep)
        case .authenticatorRemoved: break
        case .codeTaken(let step): writer.write(step)
        case .recoveryCodesMade(let codes):
            writer.write(UInt64(codes.count))
            for code in codes { writer.write(code) }
        case .recoveryCodeTaken(let code): writer.write(code)
        }
    }

    /// Whether events about this are of this kind.
    static func isSubject(_ subject: StoredName) -> Bool {
        switch subject {
        case "passkey", "authenticator", "recovery-codes", "recovery-code": true
        default: false
        }
    }

    init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name {
        case "passkey.added/1": self = .passkeyAdded(try reader.readPasskey())
        case "passkey.renamed/1":
            self = .passkeyRenamed(PasskeyID(rawValue: try reader.readNumber()), try reader.readText())
        case "passkey.removed/1": self = .passkeyRemoved(PasskeyID(rawValue: try reader.readNumber()))
        case "passkey.used/1":
            self = .passkeyUsed(
                PasskeyID(rawValue: try reader.readNumber()), counter: try reader.readCounter(),
                at: try reader.readMoment())
        case "authenticator.set/1":
            self = .authenticatorSet(
                Authenticator(
                    secret: try reader.readBytes(), set: try reader.readMoment(),
                    lastStep: try reader.readSigned()))
        case "authenticator.removed/1": self = .authenticatorRemoved
        case "authenticator.code-taken/1": self = .codeTaken(step: try reader.readSigned())
        case "recovery-codes.made/1":
            var codes: [SHA256Digest] = []
            for _ in 0..<(try reader.readCount()) { codes.append(try reader.readDigest()) }
            self = .recoveryCodesMade(codes)
        case "recovery-code.taken/1": self = .recoveryCodeTaken(try reader.readDigest())
        default: throw Damaged("an event “\(name)” is unknown to this program")
        }
    }
}

extension RecordWriter {
    fileprivate mutating func write(bytes: [UInt8]) {
        write(UInt64(bytes.count))
        for byte in bytes { write(byte) }
    }

    fileprivate mutating func write(_ passkey: Passkey) {
        write(bytes: passkey.credentialID)
        switch passkey.key {
        case .es256(let key):
            write(0 as UInt8)
            write(bytes: key.x)
            write(bytes: key.y)
        case .edDSA(let key):
            write(1 as UInt8)
            write(bytes: key.raw)
        }
        write(passkey.name)
        write(passkey.added)
        write(passkey.used == nil ? 0 as UInt8 : 1)
        if let used = passkey.used { write(used) }
        write(UInt64(passkey.counter))
        write(passkey.isShared ? 1 as UInt8 : 0)
    }
}

extension RecordReader {
    fileprivate mutating func readBytes() throws(Damaged) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<(try readCount()) { bytes.append(try readByte()) }
        return bytes
    }

    fileprivate mutating func readCounter() throws(Damaged) -> UInt32 {
        guard let counter = UInt32(exactly: try readNumber()) else {
            throw Damaged("a counter that is too far")
        }
        return counter
    }

    fileprivate mutating func readPasskey() throws(Damaged) -> Passkey {
        let credentialID = try readBytes()
        let key = try readCredentialKey()
        let name = try readText()
        let added = try readMoment()
        let used = try readByte() == 0 ? nil : try readMoment()
        return Passkey(
            credentialID: credentialID, key: key, name: name, added: added, used: used,
            counter: try readCounter(), isShared: try readByte() == 1)
    }

    private mutating func readCredentialKey() throws(Damaged) -> CredentialKey {
        switch try readByte() {
        case 0:
            if let key = P256PublicKey(x: try readBytes(), y: try readBytes()) { return .es256(key) }
        case 1: if let key = VerifyingKey(raw: try readBytes()) { return .edDSA(key) }
        default: break
        }
        throw Damaged("not the key of a passkey")
    }
}
