internal import Journal
internal import Staffing

/// What stands in the trail's store.
enum TrailEvent: Hashable, Sendable {
    case accessed(AccessRecord)
    /// So many records found no place; the gap itself is on record.
    case lost(UInt64, at: Moment)
}

extension TrailEvent: StorableEvent {
    var storedName: String {
        switch self {
        case .accessed: "access/1"
        case .lost: "access.lost/1"
        }
    }

    func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .accessed(let record): writer.write(record)
        case .lost(let count, let moment):
            writer.write(count)
            writer.write(moment)
        }
    }

    init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name {
        case "access/1": self = .accessed(try reader.read())
        case "access.lost/1": self = .lost(try reader.readNumber(), at: try reader.readMoment())
        default: throw Damaged("an event “\(name)” is unknown to this program")
        }
    }

    var stored: [UInt8] {
        var writer = RecordWriter()
        writer.write(storedName)
        writeFields(to: &writer)
        return writer.bytes
    }

    /// The first versions signed the trail once a day, in an entry of its own. Checkpoints took that place.
    private static let daySeal: StaticString = "seal/1"

    /// Nil for what once was an event.
    init?(stored bytes: [UInt8]) throws(Damaged) {
        var reader = RecordReader(bytes)
        let name = try reader.readName()
        if Self.daySeal ~= name { return nil }
        self = try TrailEvent(named: name, from: &reader)
        guard reader.isAtEnd else { throw Damaged("\(storedName) has more fields than this program knows") }
    }
}

extension AccessRecord: Storable {
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
}

extension RecordReader {
    fileprivate mutating func readSession() throws(Damaged) -> String? {
        let text = try readText()
        return text.isEmpty ? nil : text
    }
}
