package import Journal
package import Staffing

extension OnBehalf: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(contact)
        writer.write(name)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(try reader.read(), name: try reader.readText())
    }
}

extension Delegation: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(id)
        writer.write(giver)
        writer.write(delegate)
        writer.write(worksites)
        writer.write(days)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            id: try reader.read(), giver: try reader.read(), delegate: try reader.read(),
            worksites: try reader.readList(), days: try reader.read())
    }
}

extension DelegationEvent: StorableEvent {
    package var storedName: String {
        switch self {
        case .given: "delegation.given/1"
        case .ended: "delegation.ended/1"
        }
    }

    package func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .given(let delegation): writer.write(delegation)
        case .ended(let id): writer.write(id)
        }
    }

    package init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name {
        case "delegation.given/1": self = .given(try reader.read())
        case "delegation.ended/1": self = .ended(try reader.read())
        default: throw Damaged("an event “\(name)” is unknown to this program")
        }
    }
}
