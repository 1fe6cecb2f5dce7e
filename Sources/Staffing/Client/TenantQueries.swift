extension TenantState {
    package func worksite(code: String) -> Worksite? { index.worksite(code: code).flatMap { worksites[$0] } }

    package func worker(number: String) -> Worker? { index.worker(number: number, in: workers) }

    package func contact(email: EmailAddress) -> Contact? { contactID(email: email).flatMap { contacts[$0] } }

    /// Only the identifier, so that looking for nobody's address takes no less time.
    package func contactID(email: EmailAddress) -> ContactID? { index.contactsByEmail[email] }

    package func assignments(of worker: WorkerID) -> [Assignment] {
        index.assignments(ofWorkerAt: workers.place(of: worker)).map { assignments.values[$0] }
    }

    package func timesheet(of assignment: AssignmentID, week: Day) -> Timesheet? {
        let assignment = assignments.place(of: assignment)
        guard assignment >= 0 else { return nil }
        let place = index.sheet(ofAssignmentAt: assignment, week: week, in: sheets.rows)
        return place < 0 ? nil : timesheets[place: place]
    }

    /// The sheets of a worksite that wait for a decision, in the order of the list.
    package func waiting(at worksite: WorksiteID) -> [Timesheet] {
        let timesheets = timesheets
        return (index.waiting[worksite]?.sheets ?? []).map { timesheets[place: $0.place] }
    }

    package func waitingShelf(at worksite: WorksiteID) -> SheetShelf {
        SheetShelf(index.waiting[worksite] ?? PackedShelf(), sheets.rows)
    }

    /// The sheets of a worksite that wait, as far as they are open to whoever looks.
    package func waitingShelf(at worksite: WorksiteID, within open: OpenPlaces) -> SheetShelf {
        shelf(index.waiting[worksite], at: worksite, within: open)
    }

    package func decidedShelf(at worksite: WorksiteID, within open: OpenPlaces) -> SheetShelf {
        shelf(index.decided[worksite], at: worksite, within: open)
    }

    /// The sheets of a worksite that were approved or sent back.
    package func decidedShelf(at worksite: WorksiteID) -> SheetShelf {
        SheetShelf(index.decided[worksite] ?? PackedShelf(), sheets.rows)
    }

    /// A shelf holds all of a worksite. Who sees a part of it sees a shelf of that part.
    private func shelf(
        _ shelf: PackedShelf?, at worksite: WorksiteID, within open: OpenPlaces
    ) -> SheetShelf {
        guard let shelf, open.reaches(worksite) else { return SheetShelf() }
        guard !open.isWhole(worksite) else { return SheetShelf(shelf, sheets.rows) }
        let seen = shelf.sheets.filter {
            open.opens(assignments.values[Int(sheets.rows[$0.place].assignment)])
        }
        return SheetShelf(PackedShelf(inOrder: seen), sheets.rows)
    }

    /// Where sheets wait.
    var waitingPlaces: [WorksiteID: Set<Place>] {
        index.waiting.mapValues { shelf in
            Set(shelf.sheets.map { assignments.values[Int(sheets.rows[$0.place].assignment)].place })
        }
    }

    /// What this person approved at one moment, alone or as the first of two, and what is still so.
    package func approved(by person: Viewer.Person, at moment: Moment) -> [Timesheet] {
        let timesheets = timesheets
        return index.sheets(approvedAt: moment, sheets).map { timesheets[place: $0] }
            .filter { $0.isApproved(by: person, at: moment) }
            .sorted { $0.id.rawValue < $1.id.rawValue }
    }

    package var worksitesByCode: [Worksite] { index.worksites.compactMap { worksites[$0.id] } }

    package func code(of worksite: WorksiteID) -> String { worksites[worksite]?.code ?? "" }

    /// By worker's name, then number: the order of every list of sheets. Two of one worker keep theirs.
    package func order(_ left: Timesheet, before right: Timesheet) -> Bool {
        guard let one = workers[left.worker], let other = workers[right.worker] else { return false }
        return (one.name, one.number, left.id.rawValue) < (other.name, other.number, right.id.rawValue)
    }
}

/// How many sheets of a client stand where on their way to the invoice.
package struct SheetTally: Hashable, Sendable {
    package private(set) var waiting = 0
    package private(set) var sentBack = 0
    /// Approved, and on no invoice.
    package private(set) var toInvoice = 0
    /// The week of the oldest that waits.
    package private(set) var oldestWaiting: Day?

    fileprivate mutating func add(waiting shelf: PackedShelf, _ rows: RecordList<SheetRow>) {
        waiting += shelf.sheets.count
        guard let oldest = shelf.sheets.last.map({ rows[$0.place].week }) else { return }
        oldestWaiting = min(oldestWaiting ?? oldest, oldest)
    }

    fileprivate mutating func add(decided shelf: PackedShelf) {
        sentBack += shelf[.sentBack]
        toInvoice += shelf[.toInvoice]
    }
}

extension TenantState {
    package var tally: SheetTally {
        var tally = SheetTally()
        for shelf in index.waiting.values { tally.add(waiting: shelf, sheets.rows) }
        for shelf in index.decided.values { tally.add(decided: shelf) }
        return tally
    }

    /// What is on no invoice yet: sheets that wait, that came back, and that are approved.
    package var uninvoiced: [Timesheet] {
        let timesheets = timesheets
        let waiting = index.waiting.values.flatMap(\.sheets)
        let decided = index.decided.values.flatMap { $0.sheets(marked: .sentBack, .toInvoice) }
        return (waiting + decided).map { timesheets[place: $0.place] }.filter { $0.invoice == nil }
    }

    /// What is approved and on no invoice.
    var toInvoice: [Timesheet] {
        let timesheets = timesheets
        return index.decided.values.flatMap { $0.sheets(marked: .toInvoice) }
            .map { timesheets[place: $0.place] }
    }
}
