package import Journal
package import Staffing

extension CutoffSetting: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(cutoff)
        writer.write(escalation)
        writer.write(daysOff)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let cutoff: Cutoff? = try reader.readOptional()
        let escalation: ContactID? = try reader.readOptional()
        let days: [Day] = try reader.readList()
        self.init(cutoff: cutoff, escalation: escalation, daysOff: days)
        guard daysOff == days else { throw Damaged("days off that are not in order") }
    }
}

extension Cutoff: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(weekday.rawValue)
        writer.write(minute)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        guard let weekday = Weekday(rawValue: try reader.readInt(in: 0...6)),
            let cutoff = Cutoff(weekday, minute: try reader.readInt(in: 0...1_439))
        else { throw Damaged("a deadline at no time of the week") }
        self = cutoff
    }
}

extension CutoffOccurrence: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(worksite)
        writer.write(day)
        writer.write(at)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(worksite: try reader.read(), day: try reader.read(), at: try reader.read())
    }
}

extension LadderStep: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(occurrence)
        writer.write(rung.rawValue)
        writer.write(on)
        writer.write(asked)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            occurrence: try reader.read(), rung: try reader.readRung(), on: try reader.read(),
            asked: try reader.readList())
    }
}

extension Reminder.Line: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(occurrence)
        writer.write(clean)
        writer.write(unusual)
        writer.write(minutes)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            occurrence: try reader.read(), clean: try reader.readInt(in: 0...Self.most),
            unusual: try reader.readInt(in: 0...Self.most), minutes: try reader.readInt(in: 0...Self.most))
    }
    private static let most = Int(UInt32.max)
}

extension Reminder: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(id)
        writer.write(contact)
        writer.write(rung.rawValue)
        writer.write(lines)
        writer.write(token)
        writer.write(at)
        writer.write(expires)
        writer.write(on)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            id: try reader.read(), contact: try reader.read(), rung: try reader.readRung(),
            lines: try reader.readList(), token: try reader.read(), at: try reader.read(),
            expires: try reader.read(), on: try reader.read())
    }
}

extension MissedCutoff: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(occurrence)
        writer.write(count)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(occurrence: try reader.read(), count: try reader.readInt(in: 0...Int(UInt32.max)))
    }
}

extension RecordReader {
    fileprivate mutating func readRung() throws(Damaged) -> Rung {
        guard let rung = Rung(rawValue: try readByte()) else { throw Damaged("an unknown step") }
        return rung
    }
}

extension CutoffEvent: StorableEvent {
    package var storedName: String {
        switch self {
        case .set: "cutoff.set/1"
        case .digestsChosen: "cutoff.digests-chosen/1"
        case .stepTaken: "cutoff.step-taken/1"
        case .reminded: "cutoff.reminded/1"
        case .missed: "cutoff.missed/1"
        }
    }

    package func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .set(let worksite, let setting):
            writer.write(worksite)
            writer.write(setting)
        case .digestsChosen(let contact, let areWanted):
            writer.write(contact)
            writer.write(areWanted ? 1 as UInt8 : 0)
        case .stepTaken(let step): writer.write(step)
        case .reminded(let reminder): writer.write(reminder)
        case .missed(let cutoff): writer.write(cutoff)
        }
    }

    package init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name {
        case "cutoff.set/1": self = .set(try reader.readOptional(), try reader.read())
        case "cutoff.digests-chosen/1":
            self = .digestsChosen(try reader.read(), areWanted: try reader.readFlag())
        case "cutoff.step-taken/1": self = .stepTaken(try reader.read())
        case "cutoff.reminded/1": self = .reminded(try reader.read())
        case "cutoff.missed/1": self = .missed(try reader.read())
        default: throw Damaged("an event “\(name)” is unknown to this program")
        }
    }
}

extension CutoffBook: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(client)
        let ids = worksites.keys.sorted { $0.rawValue < $1.rawValue }
        writer.write(UInt64(ids.count))
        for id in ids {
            writer.write(id)
            writer.write(worksites[id] ?? Kept())
        }
        writer.write(unwanted.sorted { $0.rawValue < $1.rawValue })
        writer.write(steps)
        writer.write(reminders)
        writer.write(missed)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let client: Kept = try reader.read()
        var worksites: [WorksiteID: Kept] = [:]
        for _ in 0..<(try reader.readCount()) {
            let id: WorksiteID = try reader.read()
            worksites[id] = try reader.read()
        }
        let unwanted: [ContactID] = try reader.readList()
        self.init(
            client: client, worksites: worksites, unwanted: Set(unwanted), steps: try reader.readList(),
            reminders: try reader.readList(), missed: try reader.readList())
    }
}

extension CutoffBook.Kept: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(setting)
        writer.write(since)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(try reader.read(), since: try reader.read())
    }
}
