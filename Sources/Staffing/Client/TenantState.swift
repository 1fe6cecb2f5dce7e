/// Everything that is true at one client now. It changes only by evolving over events.
package struct TenantState: Sendable {
    package private(set) var client = Client.unopened
    package private(set) var worksites: [WorksiteID: Worksite] = [:]
    package private(set) var contacts: [ContactID: Contact] = [:]
    package private(set) var workers = RecordTable<Worker>()
    package private(set) var assignments = RecordTable<Assignment>()
    package private(set) var timesheets = RecordTable<Timesheet>()
    package private(set) var invoices = RecordTable<Invoice>()
    private var index = TenantIndex()

    package init() {}

    /// From records that a snapshot kept; the indexes are made anew.
    package init(_ records: TenantRecords) {
        self.init(unindexed: records)
        indexSheets()
    }

    /// The same without the lists of sheets, for who will add to them first.
    init(unindexed records: TenantRecords) {
        client = records.client
        for worksite in records.worksites { evolve(.worksiteAdded(worksite)) }
        workers.reserve(records.workers.count)
        for worker in records.workers { evolve(.workerRegistered(worker)) }
        assignments.reserve(records.assignments.count)
        for assignment in records.assignments { evolve(.assignmentStarted(assignment)) }
        for contact in records.contacts {
            contacts[contact.id] = contact
            if contact.standing != .removed { index.contactsByEmail[contact.email] = contact.id }
        }
        timesheets = RecordTable(records.timesheets)
        invoices = RecordTable(records.invoices)
    }

    mutating func indexSheets() { index.fill(timesheets.values, assignments, workers) }

    /// Every record in an order that depends on nothing but the events.
    package var records: TenantRecords {
        TenantRecords(
            client: client,
            worksites: worksites.values.sorted { $0.id.rawValue < $1.id.rawValue },
            contacts: contacts.values.sorted { $0.id.rawValue < $1.id.rawValue },
            workers: workers.values, assignments: assignments.values, timesheets: timesheets.values,
            invoices: invoices.values)
    }

    package mutating func evolve(_ recorded: Recorded<TenantEvent>) {
        switch recorded.event {
        case .setup(let event): evolve(event)
        case .people(let event): evolve(event)
        case .timesheet(let event): evolve(event, recorded)
        case .invoice(let event): evolve(event, recorded)
        }
    }

    private mutating func evolve(_ event: SetupEvent) {
        switch event {
        case .opened(let opened): client = opened
        case .worksiteAdded(let worksite):
            worksites[worksite.id] = worksite
            index.note(worksite)
        case .workerRegistered(let worker):
            workers.insert(worker)
            index.workersByNumber[worker.number] = worker.id
        case .assignmentStarted(let assignment):
            assignments.insert(assignment)
            index.assignmentsByWorker[assignment.worker, default: []].append(assignment.id)
        }
    }

    private mutating func evolve(_ event: PeopleEvent) {
        switch event {
        case .invited(let contact):
            contacts[contact.id] = contact
            index.contactsByEmail[contact.email] = contact.id
        case .joined(let id): contacts[id]?.standing = .active
        case .edited(let id, let name, let email, let language):
            if let old = contacts[id]?.email { index.contactsByEmail[old] = nil }
            index.contactsByEmail[email] = id
            contacts[id]?.name = name
            contacts[id]?.email = email
            contacts[id]?.language = language
        case .grantGiven(let id, let grant): contacts[id]?.grants.append(grant)
        case .grantWithdrawn(let id, let grant): contacts[id]?.grants.removeAll { $0.id == grant }
        case .removed(let id):
            if let old = contacts[id]?.email { index.contactsByEmail[old] = nil }
            contacts[id]?.standing = .removed
            contacts[id]?.grants = []
        }
    }

    private mutating func evolve(_ event: TimesheetEvent, _ recorded: Recorded<TenantEvent>) {
        let id = event.timesheet
        let standing = TenantIndex.Standing(timesheets[id], assignments)
        apply(event, recorded)
        if case .received = event, let timesheet = timesheets[id] { index.note(timesheet) }
        if case .approved = event { index.noteApproval(of: id, at: recorded.at) }
        index.move(from: standing, to: TenantIndex.Standing(timesheets[id], assignments), workers)
    }

    /// Changes the sheet alone, and none of the lists in which it stands.
    mutating func apply(_ event: TimesheetEvent, _ recorded: Recorded<TenantEvent>) {
        if case .received(let received) = event { add(received) }
        timesheets.change(event.timesheet) { $0.evolve(event, recorded) }
    }

    private mutating func add(_ received: TimesheetEvent.Received) {
        guard let assignment = assignments[received.assignment] else { return }
        timesheets.insert(
            Timesheet(
                id: received.id, assignment: assignment.id, worker: assignment.worker,
                worksite: assignment.worksite, week: received.week, days: received.days, status: .submitted,
                fingerprint: received.fingerprint, edits: 0, invoice: nil, history: []))
    }

    private mutating func evolve(_ event: InvoiceEvent, _ recorded: Recorded<TenantEvent>) {
        switch event {
        case .issued(let invoice):
            invoices.insert(invoice)
            for id in Set(invoice.lines.map(\.timesheet)) {
                timesheets.change(id) { timesheet in
                    timesheet.invoice = invoice.id
                    timesheet.history.append(recorded.entry(.invoiced(invoice.id)))
                }
            }
        case .paid(let id, let day): invoices.change(id) { $0.status = .paid(on: day) }
        }
    }
}

extension TenantState {
    package func worksite(code: String) -> Worksite? { index.worksite(code: code).flatMap { worksites[$0] } }

    package func worker(number: String) -> Worker? { index.workersByNumber[number].flatMap { workers[$0] } }

    package func contact(email: EmailAddress) -> Contact? { contactID(email: email).flatMap { contacts[$0] } }

    /// Only the identifier, so that looking for nobody's address takes no less time.
    package func contactID(email: EmailAddress) -> ContactID? { index.contactsByEmail[email] }

    package func assignments(of worker: WorkerID) -> [Assignment] {
        (index.assignmentsByWorker[worker] ?? []).compactMap { assignments[$0] }
    }

    package func timesheet(of assignment: AssignmentID, week: Day) -> Timesheet? {
        index.sheetsByWeek[SheetKey(assignment: assignment, week: week)].flatMap { timesheets[$0] }
    }

    /// The sheets of a worksite that wait for a decision, in the order of the list.
    package func waiting(at worksite: WorksiteID) -> [Timesheet] {
        let shelf = waitingShelf(at: worksite)
        return shelf.days.flatMap { shelf.sheets(of: $0) }.compactMap { timesheets[$0] }
    }

    package func waitingShelf(at worksite: WorksiteID) -> SheetShelf {
        index.waiting[worksite] ?? SheetShelf()
    }

    /// The sheets of a worksite that were approved or sent back.
    package func decidedShelf(at worksite: WorksiteID) -> SheetShelf {
        index.decided[worksite] ?? SheetShelf()
    }

    package func waitingCount(at worksite: WorksiteID) -> Int { index.waiting[worksite]?.count ?? 0 }

    /// What this person approved at one moment and what is still so.
    package func approved(by person: Viewer.Person, at moment: Moment) -> [Timesheet] {
        index.sheets(approvedAt: moment).compactMap { timesheets[$0] }
            .filter { $0.status == .approved(by: person, at: moment) }
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
