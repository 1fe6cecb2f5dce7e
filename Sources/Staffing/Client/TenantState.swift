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
        client = records.client
        for worksite in records.worksites { evolve(.worksiteAdded(worksite)) }
        workers.reserve(records.workers.count)
        assignments.reserve(records.assignments.count)
        timesheets.reserve(records.timesheets.count)
        invoices.reserve(records.invoices.count)
        for worker in records.workers { evolve(.workerRegistered(worker)) }
        for assignment in records.assignments { evolve(.assignmentStarted(assignment)) }
        for contact in records.contacts {
            contacts[contact.id] = contact
            if contact.standing != .removed { index.contactsByEmail[contact.email] = contact.id }
        }
        for timesheet in records.timesheets {
            timesheets.insert(timesheet)
            index.note(timesheet)
        }
        for invoice in records.invoices { invoices.insert(invoice) }
    }

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
            index.worksitesByCode[worksite.code] = worksite.id
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
        if case .received(let received) = event { add(received) }
        timesheets.change(id) { timesheet in
            timesheet.evolve(event, recorded)
            index.note(timesheet)
        }
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
    package func worksite(code: String) -> Worksite? { index.worksitesByCode[code].flatMap { worksites[$0] } }

    package func worker(number: String) -> Worker? { index.workersByNumber[number].flatMap { workers[$0] } }

    package func contact(email: EmailAddress) -> Contact? {
        index.contactsByEmail[email].flatMap { contacts[$0] }
    }

    package func assignments(of worker: WorkerID) -> [Assignment] {
        (index.assignmentsByWorker[worker] ?? []).compactMap { assignments[$0] }
    }

    package func timesheet(of assignment: AssignmentID, week: Day) -> Timesheet? {
        index.sheetsByWeek[SheetKey(assignment: assignment, week: week)].flatMap { timesheets[$0] }
    }

    /// The sheets of a worksite that wait for a decision, in no order.
    package func waiting(at worksite: WorksiteID) -> [Timesheet] {
        (index.waiting[worksite] ?? []).compactMap { timesheets[$0] }
    }

    package func waitingCount(at worksite: WorksiteID) -> Int { index.waiting[worksite]?.count ?? 0 }

    package var worksitesByCode: [Worksite] { worksites.values.sorted { $0.code < $1.code } }

    package func code(of worksite: WorksiteID) -> String { worksites[worksite]?.code ?? "" }

    /// By worker's name, then number: the order of every list of sheets. Two of one worker keep theirs.
    package func order(_ left: Timesheet, before right: Timesheet) -> Bool {
        guard let one = workers[left.worker], let other = workers[right.worker] else { return false }
        return (one.name, one.number, left.id.rawValue) < (other.name, other.number, right.id.rawValue)
    }
}

extension Timesheet {
    /// What an event makes of it. Its arrival made it, so that adds nothing but its place in the history.
    fileprivate mutating func evolve(_ event: TimesheetEvent, _ recorded: Recorded<TenantEvent>) {
        switch event {
        case .received, .commented: break
        case .changed(_, let days, let fingerprint):
            self.days = days
            self.fingerprint = fingerprint
            edits += 1
            status = .submitted
        case .approved: status = .approved(by: recorded.by, at: recorded.at)
        case .approvalWithdrawn: status = .submitted
        case .rejected(_, _, let reason, _): status = .rejected(reason)
        }
        history.append(recorded.entry(event.entry))
    }
}

extension Recorded<TenantEvent> {
    func entry(_ what: TimesheetEntry.What) -> TimesheetEntry {
        TimesheetEntry(what: what, by: by, name: name, at: at)
    }
}

extension TimesheetEvent {
    var entry: TimesheetEntry.What {
        switch self {
        case .received: .received
        case .changed: .changed
        case .approved: .approved
        case .approvalWithdrawn: .approvalWithdrawn
        case .rejected(_, _, let reason, let words): .rejected(reason, words: words)
        case .commented(_, let words): .commented(words)
        }
    }
}
