package import Journal
package import Staffing

extension WorkedWeek: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(assignment)
        writer.write(week)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(try reader.read(), try reader.read())
    }
}

extension HoursDraft: Storable {
    package func write(to writer: inout RecordWriter) { writer.write(fields) }
    package init(from reader: inout RecordReader) throws(Damaged) { self.init(try reader.readList()) }
}

extension HoursDraft.Field: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(name)
        writer.write(value)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(try reader.readText(), try reader.readText())
    }
}

extension IdleWeek: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(key)
        writer.write(kind.rawValue)
        writer.write(reason.rawValue)
        writer.write(words)
        writer.write(by)
        writer.write(name)
        writer.write(at)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            try reader.read(), try reader.readCase(), try reader.readCase(), words: try reader.readText(),
            by: try reader.read(), name: try reader.readText(), at: try reader.read())
    }
}

extension WorkerLink: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(worker)
        writer.write(sentTo)
        writer.write(expires)
        writer.write(by)
        writer.write(at)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            try reader.read(), sentTo: try reader.readOptional(), expires: try reader.read(),
            by: try reader.readText(), at: try reader.read())
    }
}

extension Attestation: Storable {
    private static let versions = 1...10_000

    package func write(to writer: inout RecordWriter) {
        writer.write(version)
        writer.write(restsMissed)
        writer.write(at)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            version: try reader.readInt(in: Self.versions), restsMissed: try reader.readList(),
            at: try reader.read())
    }
}

extension ExpectedEvent: StorableEvent {
    private static let versions = 1...10_000

    package var storedName: String {
        switch self {
        case .idle(_, .zeroAttested, _, _): "week.zero-attested/1"
        case .idle(_, .notNeeded, _, _): "week.not-needed/1"
        case .reopened: "week.reopened/1"
        case .drafted: "week.drafted/1"
        case .attested: "week.hours-attested/1"
        case .linkMade: "personal-link.made/1"
        case .linkEnded: "personal-link.ended/1"
        }
    }

    package func writeFields(to writer: inout RecordWriter) {
        switch self {
        case .idle(let key, _, let reason, let words):
            writer.write(key)
            writer.write(reason.rawValue)
            writer.write(words)
        case .reopened(let key): writer.write(key)
        case .drafted(let key, let draft):
            writer.write(key)
            writer.write(draft)
        case .attested(let sheet, let version, let missed):
            writer.write(sheet)
            writer.write(version)
            writer.write(missed)
        case .linkMade(let worker, let address, let expires):
            writer.write(worker)
            writer.write(address)
            writer.write(expires)
        case .linkEnded(let worker): writer.write(worker)
        }
    }

    package init(named name: StoredName, from reader: inout RecordReader) throws(Damaged) {
        switch name {
        case "week.zero-attested/1":
            self = .idle(
                try reader.read(), .zeroAttested, try reader.readCase(), words: try reader.readText())
        case "week.not-needed/1":
            self = .idle(try reader.read(), .notNeeded, try reader.readCase(), words: try reader.readText())
        case "week.reopened/1": self = .reopened(try reader.read())
        case "week.drafted/1": self = .drafted(try reader.read(), try reader.read())
        case "week.hours-attested/1":
            self = .attested(
                try reader.read(), version: try reader.readInt(in: Self.versions),
                restsMissed: try reader.readList())
        case "personal-link.made/1":
            self = .linkMade(
                try reader.read(), sentTo: try reader.readOptional(), expires: try reader.read())
        case "personal-link.ended/1": self = .linkEnded(try reader.read())
        default: throw Damaged("an event “\(name)” is unknown to this program")
        }
    }
}

/// In an order that depends on nothing but what is in it.
extension ExpectedBook: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(opened)
        writer.write(idle.values.sorted { $0.key.order < $1.key.order })
        writer.write(drafts.map { StoredDraft(key: $0, draft: $1) }.sorted { $0.key.order < $1.key.order })
        writer.write(links.values.sorted { $0.worker.rawValue < $1.worker.rawValue })
        writer.write(
            attestations.map { StoredAttestations(sheet: $0, all: $1) }
                .sorted { $0.sheet.rawValue < $1.sheet.rawValue })
    }

    package init(from reader: inout RecordReader) throws(Damaged) {
        let opened: Day? = try reader.readOptional()
        let idle: [IdleWeek] = try reader.readList()
        let drafts: [StoredDraft] = try reader.readList()
        let links: [WorkerLink] = try reader.readList()
        let attestations: [StoredAttestations] = try reader.readList()
        self.init(
            opened: opened, idle: idle, drafts: drafts.map { ($0.key, $0.draft) }, links: links,
            attestations: attestations.map { ($0.sheet, $0.all) })
    }
}

private struct StoredDraft: Storable {
    let key: WorkedWeek
    let draft: HoursDraft

    init(key: WorkedWeek, draft: HoursDraft) { (self.key, self.draft) = (key, draft) }
    func write(to writer: inout RecordWriter) {
        writer.write(key)
        writer.write(draft)
    }
    init(from reader: inout RecordReader) throws(Damaged) {
        self.init(key: try reader.read(), draft: try reader.read())
    }
}

private struct StoredAttestations: Storable {
    let sheet: TimesheetID
    let all: [Attestation]

    init(sheet: TimesheetID, all: [Attestation]) { (self.sheet, self.all) = (sheet, all) }
    func write(to writer: inout RecordWriter) {
        writer.write(sheet)
        writer.write(all)
    }
    init(from reader: inout RecordReader) throws(Damaged) {
        self.init(sheet: try reader.read(), all: try reader.readList())
    }
}

extension WorkedWeek {
    fileprivate var order: (UInt64, Int32) { (assignment.rawValue, week.number) }
}
