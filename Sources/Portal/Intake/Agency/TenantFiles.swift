package import Staffing

/// One client as the agency's files describe it. What is there already is left out of the commands.
package struct TenantFiles: Sendable {
    package let id: TenantID
    package let place: FilePlace
    package let client: Client
    private var worksites: [Located<SetupCommand>] = []
    private var codes: [String: Int] = [:]
    var units: [Located<SetupCommand>] = []
    var unitNames: [UnitKey: (name: String, line: Int)] = [:]
    /// The rule packs of worksites, by code.
    private var packs: [Located<(code: String, pack: String)>] = []
    private var workers: [Located<SetupCommand>] = []
    private var names: [String: (name: String, line: Int)] = [:]
    var assignments: [Located<AssignmentRow>] = []
    private var contacts: [ContactRows] = []
    /// Which workers people are, by their numbers.
    var identities: [Located<(email: EmailAddress, worker: String)>] = []

    /// What the worker of an assignment is paid: it goes to the agency's own records.
    package struct PayRate: Sendable {
        package let assignment: AssignmentID
        package let rate: HourlyRate
    }

    struct AssignmentRow: Sendable {
        let worker: String
        let worksite: String
        let title: String
        let days: DayRange
        let billRate: HourlyRate
        let payRate: HourlyRate
        let schedule: WeekSchedule
        let purchaseOrder: String
        let department: String
        let costCenter: String
    }

    private struct ContactRows: Sendable {
        let place: FilePlace
        let name: String
        let email: EmailAddress
        let language: Language
        var grants: [(role: Role, worksites: [String], days: DayRange)]
    }

    private init(_ row: AgencyTable.Row) throws(AgencyFileRefusal) {
        guard let id = TenantID(row["id"]) else {
            throw row.bad("id", "2 to 40 small letters, digits and hyphens")
        }
        let weekdays: [(String, Weekday)] = Weekday.allCases.map { ("\($0)", $0) }
        guard let terms = Int(row["payment_terms_days"]) else {
            throw row.bad("payment_terms_days", "a whole number of days")
        }
        self.id = id
        place = row.place
        client = Client(
            name: try row.text("name"),
            currency: try row.choice("currency", Currency.allCases.map { ($0.rawValue, $0) }),
            language: try row.language("language"), timeZone: try row.text("time_zone"),
            workweekStart: try row.choice("workweek_starts", weekdays),
            invoicePrefix: try row.text("invoice_prefix"), paymentTermsDays: terms)
    }

    static func list(_ bytes: [UInt8]) throws(AgencyFileRefusal) -> [TenantFiles] {
        let table = try AgencyTable(
            "tenants.csv", bytes,
            columns: [
                "id", "name", "currency", "language", "time_zone", "workweek_starts", "invoice_prefix",
                "payment_terms_days",
            ])
        var files: [TenantFiles] = []
        for row in table.rows {
            let tenant = try TenantFiles(row)
            if let first = files.first(where: { $0.id == tenant.id }) {
                throw row.place.refusal(.twice(first: first.place.line))
            }
            files.append(tenant)
        }
        return files
    }

    /// The place of the row's client in the list.
    private static func index(
        _ row: AgencyTable.Row, _ files: [TenantFiles]
    ) throws(AgencyFileRefusal) -> Int {
        let id = try row.text("tenant")
        guard let index = files.firstIndex(where: { $0.id.slug == id }) else {
            throw row.place.refusal(.unknownTenant(id))
        }
        return index
    }
}

extension TenantFiles {
    static func addWorksites(
        _ bytes: [UInt8], to files: inout [TenantFiles]
    ) throws(AgencyFileRefusal) {
        let table = try AgencyTable(
            "worksites.csv", bytes,
            columns: ["tenant", "code", "name", "address", "time_zone", "jurisdiction"],
            optional: ["overtime_rules"])
        for row in table.rows {
            let index = try index(row, files)
            let code = try row.text("code")
            if let first = files[index].codes[code] { throw row.place.refusal(.twice(first: first)) }
            files[index].codes[code] = row.place.line
            let command = SetupCommand.addWorksite(
                code: code, name: try row.text("name"), address: row["address"],
                timeZone: try row.text("time_zone"), jurisdiction: row["jurisdiction"])
            files[index].worksites.append(Located(row.place, command))
            if let pack = try row.overtimeRules() {
                files[index].packs.append(Located(row.place, (code, pack)))
            }
        }
    }

    static func addAssignments(
        _ bytes: [UInt8], to files: inout [TenantFiles]
    ) throws(AgencyFileRefusal) {
        let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let table = try AgencyTable(
            "assignments.csv", bytes,
            columns: [
                "tenant", "employee_number", "worker", "worksite", "job_title", "from", "through",
                "bill_rate", "pay_rate", "purchase_order",
            ] + weekdays,
            optional: ["department", "department_name", "cost_center", "cost_center_name"])
        for row in table.rows {
            let index = try index(row, files)
            try files[index].addWorker(row)
            try files[index].addUnit(.department, "department", row)
            try files[index].addUnit(.costCenter, "cost_center", row)
            var minutes: [Int] = []
            for day in weekdays { minutes.append(Int((try row.hundredths(day) * 3 + 2) / 5)) }
            let assignment = AssignmentRow(
                worker: try row.text("employee_number"), worksite: try files[index].worksite(row),
                title: try row.text("job_title"), days: try row.days(), billRate: try row.rate("bill_rate"),
                payRate: try row.rate("pay_rate"), schedule: WeekSchedule(minutes: minutes),
                purchaseOrder: row["purchase_order"], department: row["department"],
                costCenter: row["cost_center"])
            files[index].assignments.append(Located(row.place, assignment))
        }
    }

    private mutating func addWorker(_ row: AgencyTable.Row) throws(AgencyFileRefusal) {
        let (number, name) = (try row.text("employee_number"), try row.text("worker"))
        if let known = names[number] {
            guard known.name == name else {
                throw row.place.refusal(.contradicts("worker", first: known.line))
            }
            return
        }
        names[number] = (name, row.place.line)
        workers.append(Located(row.place, .registerWorker(number: number, name: name)))
    }

    private func worksite(_ row: AgencyTable.Row) throws(AgencyFileRefusal) -> String {
        let code = try row.text("worksite")
        guard codes[code] != nil else { throw row.place.refusal(.unknownWorksite(code)) }
        return code
    }

    static func addContacts(
        _ bytes: [UInt8], to files: inout [TenantFiles]
    ) throws(AgencyFileRefusal) {
        let table = try AgencyTable(
            "contacts.csv", bytes,
            columns: ["tenant", "name", "email", "role", "worksites", "from", "through", "language"],
            optional: ["worker"])
        for row in table.rows {
            let index = try index(row, files)
            try files[index].addContact(row)
        }
    }

    /// A person with several roles has several rows.
    private mutating func addContact(_ row: AgencyTable.Row) throws(AgencyFileRefusal) {
        guard let email = EmailAddress(row["email"]) else { throw row.bad("email", "a mail address") }
        let sites = row["worksites"].split(separator: "|").map { String($0).trimmed }
        if let stranger = sites.first(where: { codes[$0] == nil }) {
            throw row.place.refusal(.unknownWorksite(stranger))
        }
        let role = try row.choice(
            "role", RoleBook.templates.all(of: .client).map { ($0.role.rawValue, $0.role) })
        let grant = (role: role, worksites: sites, days: try row.days())
        let name = try row.text("name")
        let language = try row.language("language")
        try addIdentity(email, row)
        guard let index = contacts.firstIndex(where: { $0.email == email }) else {
            contacts.append(
                ContactRows(
                    place: row.place, name: name, email: email, language: language, grants: [grant]))
            return
        }
        guard contacts[index].name == name else {
            throw row.place.refusal(.contradicts("name", first: contacts[index].place.line))
        }
        contacts[index].grants.append(grant)
    }
}

extension TenantFiles {
    /// First: the client, its worksites and workers, as far as they are not there.
    package func setup(_ state: TenantState) -> [Located<SetupCommand>] {
        let opening = state.client == .unopened ? [Located(place, SetupCommand.open(client))] : []
        return opening
            + (worksites + units + workers).filter { located in
                switch located.value {
                case .open, .startAssignment, .chooseOvertimeRules, .changeUnit, .placeAssignment: true
                case .addUnit(let kind, let code, _): state.unit(kind, code: code) == nil
                case .addWorksite(let code, _, _, _, _): state.worksite(code: code) == nil
                case .registerWorker(let number, _): state.worker(number: number) == nil
                }
            }
    }

    /// Then: the assignments, once workers and worksites have identifiers.
    package func placements(_ state: TenantState) -> [Located<SetupCommand>] {
        assignments.compactMap { located in
            let row = located.value
            guard let worker = state.worker(number: row.worker),
                let site = state.worksite(code: row.worksite),
                started(row, state) == nil
            else { return nil }
            let command = SetupCommand.startAssignment(
                worker.id, site.id, title: row.title, row.days, billRate: row.billRate, row.schedule,
                purchaseOrder: row.purchaseOrder)
            return Located(located.place, command)
        }
    }

    /// The rules of worksites that have none; one that was chosen since stays.
    package func overtimeRules(_ state: TenantState) -> [Located<SetupCommand>] {
        packs.compactMap { located in
            guard let site = state.worksite(code: located.value.code), site.overtimeRules == nil else {
                return nil
            }
            return Located(located.place, .chooseOvertimeRules(site.id, pack: located.value.pack))
        }
    }

    /// What is paid for the assignments that are there.
    package func payRates(_ state: TenantState) -> [Located<PayRate>] {
        assignments.compactMap { located in
            started(located.value, state).map {
                Located(located.place, PayRate(assignment: $0.id, rate: located.value.payRate))
            }
        }
    }

    /// An assignment is known by its worker, its worksite and its first day.
    func started(_ row: AssignmentRow, _ state: TenantState) -> Assignment? {
        guard let worker = state.worker(number: row.worker) else { return nil }
        return state.assignments(of: worker.id).first {
            state.code(of: $0.worksite) == row.worksite && $0.days.from == row.days.from
        }
    }

    /// Last: the people. Whoever is there already stays as they are.
    package func people(_ state: TenantState) -> [Located<PeopleCommand>] {
        contacts.filter { state.contact(email: $0.email) == nil }.map { contact in
            let asks = contact.grants.flatMap { grant in
                nodes(grant.worksites, state).map {
                    GrantAsk(role: grant.role, node: $0, days: grant.days)
                }
            }
            let command = PeopleCommand.invite(
                name: contact.name, email: contact.email.text, language: contact.language, grants: asks)
            return Located(contact.place, command)
        }
    }

    /// No worksites mean the whole client.
    private func nodes(_ codes: [String], _ state: TenantState) -> [Node] {
        codes.isEmpty ? [.tenant] : codes.compactMap { state.worksite(code: $0).map { .worksite($0.id) } }
    }
}
