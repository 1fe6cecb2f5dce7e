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
        case .accessed(let record): record.occasion == .page ? "access/1" : "access/2"
        case .lost: "access.lost/1"
        }
    }

    func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .accessed(let record):
            writer.write(record)
            if record.occasion != .page { writer.write(record.occasion) }
        case .lost(let count, let moment):
            writer.write(count)
            writer.write(moment)
        }
    }

    init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name {
        case "access/1": self = .accessed(try AccessRecord(from: &reader))
        case "access/2":
            let record = try AccessRecord(from: &reader)
            self = .accessed(record.on(try reader.readOccasion()))
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
