/// What a sheet is found and listed by: a row of fixed size.
package struct SheetRow: Hashable, Sendable {
    package let id: TimesheetID
    /// Binds a decision to what was shown; changes with every change of the hours.
    package internal(set) var fingerprint: ShortFingerprint
    /// The place of its assignment among the client's.
    package let assignment: UInt32
    package let week: Day

    package init(id: TimesheetID, fingerprint: ShortFingerprint, assignment: UInt32, week: Day) {
        self.id = id
        self.fingerprint = fingerprint
        self.assignment = assignment
        self.week = week
    }
}

/// Under which name somebody did something. People leave and change names, history stays.
package struct Signature: Hashable, Sendable {
    package let by: Viewer.Person
    package let name: String
    package let onBehalf: OnBehalf?

    package init(by: Viewer.Person, name: String, onBehalf: OnBehalf? = nil) {
        self.by = by
        self.name = name
        self.onBehalf = onBehalf
    }
}

/// A client's timesheets, packed: some fifty bytes each. `Timesheets` shows them as the rules know them.
package struct SheetTable: Sendable {
    package private(set) var rows = RecordList<SheetRow>()
    package private(set) var stories = StoryShelf()
    package private(set) var signatures: [Signature] = []
    private var index = PlaceIndex()

    init() {}

    /// Where the sheet stands, or -1.
    func place(of id: TimesheetID) -> Int { index.place(id.rawValue) { rows[$0].id == id } }

    func course(of place: Int) -> SheetCourse { SheetCourse(stories[place], in: rows[place].week) }

    /// Hours came in. A second sheet of one number takes the place of the first, history and all.
    mutating func add(
        _ received: TimesheetEvent.Received, assignment: Int, _ recorded: Recorded<TenantEvent>
    ) {
        let row = SheetRow(
            id: received.id, fingerprint: received.fingerprint.shortened, assignment: UInt32(assignment),
            week: received.week)
        let known = place(of: received.id)
        let base = known < 0 ? stories.base(ofNextAt: recorded.at) : stories[known].base
        var writer = PackedWriter()
        WorkedDays(received.days, in: received.week, received.ruling).write(to: &writer, in: received.week)
        sign(.received, recorded, after: base.microseconds, to: &writer)
        if known >= 0 {
            rows.change(known) { $0 = row }
            stories.replace(known, with: writer.bytes)
        } else {
            rows.append(row)
            stories.append(writer.bytes, at: recorded.at)
            let rows = rows
            index.insert(rows.count - 1) { rows[$0].id.rawValue }
        }
    }

    /// Whatever happens to a sheet that is there.
    mutating func take(_ event: TimesheetEvent, at place: Int, _ recorded: Recorded<TenantEvent>) {
        switch event {
        case .received: break
        case .changed(_, let days, let fingerprint, let ruling):
            change(place, WorkedDays(days, in: rows[place].week, ruling), recorded)
            rows.change(place) { $0.fingerprint = fingerprint.shortened }
        case .approved: extend(place, .approved, recorded)
        case .approvalWithdrawn: extend(place, .approvalWithdrawn, recorded)
        case .rejected(_, _, let reason, let words, _):
            extend(place, .rejected, recorded) { writer in
                writer.write(reason.packed)
                writer.write(words)
            }
        case .commented(_, let words): extend(place, .commented, recorded) { $0.write(words) }
        }
    }

    mutating func takeInvoice(at invoice: Int, for place: Int, _ recorded: Recorded<TenantEvent>) {
        extend(place, .invoiced, recorded) { $0.write(UInt64(invoice)) }
    }

    private mutating func change(_ place: Int, _ days: WorkedDays, _ recorded: Recorded<TenantEvent>) {
        let (story, week) = (stories[place], rows[place].week)
        var writer = PackedWriter()
        days.write(to: &writer, in: week)
        writer.write(contentsOf: story.bytes[story.deeds(in: week)])
        sign(.changed, recorded, after: story.end(in: week), to: &writer)
        stories.replace(place, with: writer.bytes)
    }

    private mutating func extend(
        _ place: Int, _ kind: SheetDeed.Kind, _ recorded: Recorded<TenantEvent>,
        _ words: (inout PackedWriter) -> Void = { _ in }
    ) {
        var writer = PackedWriter()
        sign(kind, recorded, after: stories[place].end(in: rows[place].week), to: &writer)
        words(&writer)
        stories.extend(place, with: writer.bytes)
    }

    private mutating func sign(
        _ kind: SheetDeed.Kind, _ recorded: Recorded<TenantEvent>, after earlier: Int64,
        to writer: inout PackedWriter
    ) {
        SheetDeeds.write(kind, by: signature(of: recorded), at: recorded.at, after: earlier, to: &writer)
    }

    /// Few sign at one client, and mostly whoever did last.
    private mutating func signature(of recorded: Recorded<TenantEvent>) -> Int {
        let behalf: OnBehalf? =
            if case .timesheet(let event) = recorded.event { event.onBehalf } else { nil }
        let signature = Signature(by: recorded.by, name: recorded.name, onBehalf: behalf)
        if let known = signatures.lastIndex(of: signature) { return known }
        signatures.append(signature)
        return signatures.count - 1
    }
}

extension SheetTable {
    /// What a snapshot kept. Nothing where it is not sound: whoever reads a sheet later relies on it.
    package init?(
        rows: RecordList<SheetRow>, pieces: [StoryShelf.Piece], signatures: [Signature],
        assignments: Int, invoices: Int
    ) {
        guard let stories = StoryShelf(pieces, count: rows.count) else { return nil }
        var isSound = true
        stories.forEach { place, story in
            let row = rows[place]
            let isReadable = story.isSound(in: row.week, signatures: signatures.count, invoices: invoices)
            if !isReadable || row.assignment >= assignments { isSound = false }
        }
        guard isSound else { return nil }
        self.rows = rows
        self.stories = stories
        self.signatures = signatures
        index.reserve(rows.count) { rows[$0].id.rawValue }
        for place in rows.indices {
            guard self.place(of: rows[place].id) < 0 else { return nil }
            index.insert(place) { rows[$0].id.rawValue }
        }
    }
}

extension SheetTable: Equatable {
    package static func == (left: SheetTable, right: SheetTable) -> Bool {
        left.rows == right.rows && left.stories == right.stories && left.signatures == right.signatures
    }
}
