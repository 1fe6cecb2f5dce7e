/// Everything that is true at one client now. It changes only by evolving over events.
package struct TenantState: Sendable {
    package private(set) var client = Client.unopened
    package private(set) var signIn = SignInDemands()
    package private(set) var worksites: [WorksiteID: Worksite] = [:]
    package private(set) var units: [UnitID: Unit] = [:]
    package private(set) var contacts: [ContactID: Contact] = [:]
    package private(set) var workers = RecordTable<Worker>()
    package private(set) var assignments = RecordTable<Assignment>()
    package private(set) var invoices = RecordTable<Invoice>()
    /// Who was removed lately, the oldest first; whoever goes next lets go of those past undoing.
    private(set) var departures: [Departure] = []
    package private(set) var delegations = DelegationBook()
    /// Who of the client's people is a worker here.
    package private(set) var identities: [ContactID: WorkerID] = [:]
    package private(set) var cutoffs = CutoffBook()
    private(set) var sheets = SheetTable()
    private(set) var index = TenantIndex()
    package private(set) var expected = ExpectedBook()
    var expectedIndex = ExpectedIndex()

    package init() {}

    /// From records that a snapshot kept; the indexes are made anew.
    package init(_ records: TenantRecords) {
        self.init(unindexed: records)
        indexSheets()
    }

    /// The same without the lists of sheets, for who will add to them first.
    init(unindexed records: TenantRecords) {
        client = records.client
        signIn = records.signIn
        for worksite in records.worksites { evolve(.worksiteAdded(worksite)) }
        for unit in records.units { evolve(.unitAdded(unit)) }
        workers = records.workers
        for worker in workers.values { index.note(worker, in: workers) }
        assignments = records.assignments
        for assignment in assignments.values { index.note(assignment, in: assignments, of: workers) }
        for contact in records.contacts {
            contacts[contact.id] = contact
            if contact.standing != .removed { index.contactsByEmail[contact.email] = contact.id }
        }
        invoices = records.invoices
        departures = records.departures
        delegations = DelegationBook(records.delegations)
        for identity in records.identities { identities[identity.contact] = identity.worker }
        cutoffs = records.cutoffs
        sheets = records.sheets
        expected = records.expected
    }

    mutating func indexSheets() {
        index.fill(sheets, assignments, workers)
        fillExpectations()
    }

    package var timesheets: Timesheets {
        Timesheets(sheets: sheets, assignments: assignments, invoices: invoices)
    }

    /// Every record in an order that depends on nothing but the events.
    package var records: TenantRecords {
        TenantRecords(
            client: client, signIn: signIn,
            worksites: worksites.values.sorted { $0.id.rawValue < $1.id.rawValue },
            units: units.values.sorted { $0.id.rawValue < $1.id.rawValue },
            contacts: contacts.values.sorted { $0.id.rawValue < $1.id.rawValue },
            workers: workers, assignments: assignments, invoices: invoices, departures: departures,
            delegations: delegations.all, sheets: sheets,
            identities: identities.map(Identity.init).sorted { $0.contact.rawValue < $1.contact.rawValue },
            cutoffs: cutoffs, expected: expected)
    }

    package mutating func evolve(_ recorded: Recorded<TenantEvent>) {
        switch recorded.event {
        case .setup(let event): evolve(event)
        case .people(let event): evolve(event, at: recorded.at)
        case .timesheet(.commented(let id, let words)):
            apply(.commented(id, words: words), recorded)
        case .timesheet(let event):
            let place = sheets.place(of: event.timesheet)
            moving(place < 0 ? [] : [place]) { $0.apply(event, recorded) }
        case .invoice(let event): moving(places(on: event)) { $0.apply(event, recorded) }
        case .delegation(let event): evolve(event)
        case .cutoff(let event): cutoffs.evolve(event, at: recorded.at)
        case .expected: break
        }
        expected.take(recorded)
        followExpectations(recorded.event)
    }

    /// The same, but for the lists of sheets, which are made at once when all events are in.
    mutating func replay(_ recorded: Recorded<TenantEvent>) {
        switch recorded.event {
        case .setup(let event): evolve(event)
        case .people(let event): evolve(event, at: recorded.at)
        case .timesheet(let event): apply(event, recorded)
        case .invoice(let event): apply(event, recorded)
        case .delegation(let event): evolve(event)
        case .cutoff(let event): cutoffs.evolve(event, at: recorded.at)
        case .expected: break
        }
        expected.take(recorded)
    }

    private mutating func evolve(_ event: DelegationEvent) {
        switch event {
        case .given(let delegation): delegations.put(delegation)
        case .ended(let id): delegations.end(id)
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
            index.note(worker, in: workers)
        case .assignmentStarted(let assignment):
            assignments.insert(assignment)
            index.note(assignment, in: assignments, of: workers)
        case .unitAdded(let unit): units[unit.id] = unit
        case .unitChanged(let id, let name, let isRetired):
            units[id]?.name = name
            units[id]?.isRetired = isRetired
        case .assignmentPlaced(let id, let department, let costCenter):
            assignments.change(id) { $0.move(toDepartment: department, costCenter: costCenter) }
        case .overtimeRulesChosen(let site, let pack):
            worksites[site] = worksites[site]?.ruled(by: pack)
        case .signInDemanded(let demand, let side): signIn.set(demand, by: side)
        }
    }

    private mutating func evolve(_ event: PeopleEvent, at moment: Moment) {
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
            if let leaver = contacts[id] { depart(leaver, at: moment) }
            if let old = contacts[id]?.email { index.contactsByEmail[old] = nil }
            contacts[id]?.standing = .removed
            contacts[id]?.grants = []
        case .handedOver(let id, let receiver, let grant):
            contacts[receiver]?.grants.append(grant)
            if let place = departures.lastIndex(where: { $0.contact == id }) {
                departures[place].add(HandedGrant(receiver: receiver, grant: grant.id))
            }
        case .returned(let id, let standing, let grants):
            contacts[id]?.standing = standing
            contacts[id]?.grants = grants
            if let email = contacts[id]?.email { index.contactsByEmail[email] = id }
            departures.removeAll { $0.contact == id }
        case .identified(let id, let worker): identities[id] = worker
        }
    }

    private mutating func depart(_ leaver: Contact, at moment: Moment) {
        departures.removeAll { $0.contact == leaver.id || $0.end < moment }
        departures.append(Departure(of: leaver, at: moment))
    }
}

extension TenantState {
    func hasSheet(ofAssignmentAt assignment: Int, week: Day) -> Bool {
        index.sheet(ofAssignmentAt: assignment, week: week, in: sheets.rows) >= 0
    }

    /// Changes sheets, and lets each stand in the lists where it belongs then. One that is new comes last.
    private mutating func moving(_ places: [Int], _ change: (inout TenantState) -> Void) {
        let before = sheets.rows.count
        for place in places { index.remove(standing(of: place), sheets, names) }
        change(&self)
        for place in places + Array(before..<sheets.rows.count) {
            index.insert(standing(of: place), sheets, names)
            index.noteWeek(ofSheetAt: place, in: sheets.rows)
        }
    }

    private var names: SheetNames {
        SheetNames(rows: sheets.rows, assignments: assignments, workers: workers)
    }

    private func standing(of place: Int) -> TenantIndex.Standing {
        let row = sheets.rows[place]
        return TenantIndex.Standing(
            place, sheets.course(of: place), row.week, assignments.values[Int(row.assignment)])
    }

    private mutating func apply(_ event: TimesheetEvent, _ recorded: Recorded<TenantEvent>) {
        if case .received(let received) = event {
            let assignment = assignments.place(of: received.assignment)
            if assignment >= 0 { sheets.add(received, assignment: assignment, recorded) }
        } else {
            let place = sheets.place(of: event.timesheet)
            if place >= 0 { sheets.take(event, at: place, recorded) }
        }
    }

    private mutating func apply(_ event: InvoiceEvent, _ recorded: Recorded<TenantEvent>) {
        switch event {
        case .issued(let invoice):
            invoices.insert(invoice)
            let number = invoices.place(of: invoice.id)
            for place in places(on: event) { sheets.takeInvoice(at: number, for: place, recorded) }
        case .paid(let id, let day): invoices.change(id) { $0.status = .paid(on: day) }
        }
    }

    /// The sheets that an event puts on an invoice.
    private func places(on event: InvoiceEvent) -> [Int] {
        guard case .issued(let invoice) = event else { return [] }
        return Set(invoice.lines.map(\.timesheet)).map { sheets.place(of: $0) }.filter { $0 >= 0 }
    }
}
