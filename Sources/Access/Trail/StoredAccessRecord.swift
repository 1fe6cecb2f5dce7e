internal import Journal
internal import Staffing

extension AccessRecord {
    /// Without its occasion, which follows where it is more than a page.
    func write(to writer: inout RecordWriter) {
        writer.write(at)
        writer.write(request)
        writer.write(realm)
        writer.write(person)
        writer.write(name)
        writer.write(method)
        writer.write(path)
        writer.write(status)
        writer.write(network)
        writer.write(session ?? "")
    }

    init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            at: try reader.readMoment(), request: try reader.readNumber(), realm: try reader.readRealm(),
            person: try reader.readPerson(), name: try reader.readText(), method: try reader.readText(),
            path: try reader.readText(), status: try reader.readInt(), network: try reader.readText(),
            session: try reader.readSession())
    }

    func on(_ occasion: Occasion) -> AccessRecord {
        AccessRecord(
            at: at, request: request, realm: realm, person: person, name: name, method: method, path: path,
            status: status, network: network, session: session, occasion: occasion)
    }
}

extension RecordWriter {
    mutating func write(_ record: AccessRecord) { record.write(to: &self) }

    // The numbers are stored.
    mutating func write(_ occasion: Occasion) {
        switch occasion {
        case .page: write(0 as UInt8)
        case .sensitive: write(1 as UInt8)
        case .signedIn: write(2 as UInt8)
        case .signInFailed: write(3 as UInt8)
        case .invited: write(4 as UInt8)
        case .viewBegan(let seen, let reason):
            write(5 as UInt8)
            write(seen)
            write(reason)
        case .viewed(let seen):
            write(6 as UInt8)
            write(seen)
        case .viewEnded(let seen):
            write(7 as UInt8)
            write(seen)
        case .approvedTogether(let count):
            write(8 as UInt8)
            write(count)
        }
    }

    private mutating func write(_ seen: Occasion.Seen) {
        write(seen.contact.rawValue)
        write(seen.name)
    }
}

extension RecordReader {
    mutating func readOccasion() throws(Damaged) -> Occasion {
        switch try readByte() {
        case 0: return .page
        case 1: return .sensitive
        case 2: return .signedIn
        case 3: return .signInFailed
        case 4: return .invited
        case 5: return .viewBegan(as: try readSeen(), reason: try readText())
        case 6: return .viewed(as: try readSeen())
        case 7: return .viewEnded(as: try readSeen())
        case 8: return .approvedTogether(try readInt())
        default: throw Damaged("an occasion of an unknown kind")
        }
    }

    private mutating func readSeen() throws(Damaged) -> Occasion.Seen {
        Occasion.Seen(contact: ContactID(try readNumber()), name: try readText())
    }

    fileprivate mutating func readSession() throws(Damaged) -> String? {
        let text = try readText()
        return text.isEmpty ? nil : text
    }
}
