import HTTP
import Staffing
import Tenancy

/// A record with whoever of the client sees it, decided before the page is written.
struct SightView: Sendable {
    let subject: Subject
    /// What the record is called, and the page that it stands on.
    let name: String
    let back: Address
    /// The entry of the client's navigation.
    let place: Address
    let sights: [Explanation.Sight]
    /// For a person: what they may do and see, place by place.
    private(set) var powers: [(place: String?, powers: [Explanation.Power])] = []
    let places: NodeNames
    let currency: Currency
    let today: Day
    /// Who could decide here, but for its being their own hours.
    private(set) var barred: Set<Viewer.Person> = []
    /// The worker that a person is.
    private(set) var worker: Worker?

    private init(
        _ subject: Subject, _ name: String, _ back: Address, _ place: Address, _ state: TenantState,
        _ visit: Visit, on today: Day
    ) {
        self.subject = subject
        self.name = name
        self.back = back
        self.place = place
        self.today = today
        currency = state.client.currency
        places = NodeNames(state)
        sights = Explanation.whoSees(subject, among: state.viewers(under: visit.roles), on: today)
    }

    init(sheet id: TimesheetID, _ state: TenantState, _ visit: Visit) throws(Problem) {
        guard let sheet = state.timesheets[id], visit.may(.seeTimesheets, at: sheet.place)
        else { throw .missing }
        self.init(
            .timesheet(at: sheet.place), Self.name(of: sheet, state, visit), Routes.timesheet(id),
            Routes.timesheets.address, state, visit, on: visit.today)
        bar(from: sheet, state)
    }

    private mutating func bar(from sheet: Timesheet, _ state: TenantState) {
        barred = Set(
            sights.map(\.viewer).filter { state.approvalStep(on: sheet, by: $0, on: today) == .ownHours }
                .map(\.person))
    }

    init(invoice id: InvoiceID, _ state: TenantState, _ visit: Visit) throws(Problem) {
        let invoice = try visit.invoice(id, in: state)
        self.init(
            .invoice(at: invoice.worksite), invoice.number, Routes.invoice(id), Routes.invoices.address,
            state, visit, on: visit.today)
    }

    init(person id: ContactID, _ state: TenantState, _ visit: Visit) throws(Problem) {
        guard let contact = state.contacts[id], contact.standing != .removed,
            Subject.person(contact).isSeen(by: visit.viewer, on: visit.today)
        else { throw .missing }
        self.init(
            .person(contact), contact.name, Routes.person(id), Routes.people.address, state, visit,
            on: visit.today)
        addPowers(of: contact, state, visit)
    }

    /// As the staff side asks: the record stands in the query.
    init(
        asked query: Query, _ id: TenantID, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) {
        let (state, today, place) = (tenant.state, tenant.today, Routes.tenants.address)
        if let sheet = query["sheet"].flatMap(TimesheetID.init(pathText:)),
            let known = state.timesheets[sheet], visit.may(.seeTimesheets, at: known.place)
        {
            self.init(
                .timesheet(at: known.place), Self.name(of: known, state, visit),
                Routes.tenantTimesheets(id).with("sheet", sheet.pathText), place, state, visit, on: today)
            bar(from: known, state)
        } else if let invoice = query["invoice"].flatMap(InvoiceID.init(pathText:)) {
            let known = try visit.invoice(invoice, in: state)
            self.init(
                .invoice(at: known.worksite), known.number, Routes.invoicing(id), place, state, visit,
                on: today)
        } else if let person = query["person"].flatMap(ContactID.init(pathText:)),
            let contact = state.contacts[person], contact.standing != .removed
        {
            self.init(
                .person(contact), contact.name, Routes.tenantPeople(id), place, state, visit, on: today)
            addPowers(of: contact, state, visit)
        } else {
            throw .missing
        }
    }

    private static func name(of sheet: Timesheet, _ state: TenantState, _ visit: Visit) -> String {
        let worker = state.workers[sheet.worker]?.name ?? ""
        return worker + ", " + visit.say.ofTimesheets.week(sheet.week)
    }

    /// At a worksite only what does not hold for the whole client already.
    private mutating func addPowers(of contact: Contact, _ state: TenantState, _ visit: Visit) {
        worker = state.identities[contact.id].flatMap { state.workers[$0] }
        let viewer = state.viewer(contact, under: visit.roles)
        let everywhere = Explanation.powers(of: viewer, at: .tenant, on: today)
        let known = Set(everywhere.map(\.permission))
        powers = [(nil, everywhere)]
        for node in places.nodes {
            let more = Explanation.powers(of: viewer, at: node, on: today)
                .filter { !known.contains($0.permission) }
            powers.append((places[node], more))
        }
        powers.removeAll { $0.powers.isEmpty }
    }
}
