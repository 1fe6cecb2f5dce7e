import Access
import Foundation
import HTTP
import Portal
import Staffing
import Tenancy
import Testing

/// Two client companies with the same kinds of people and records, so that each can be tried on the other's.
///
/// `northwind` and `cedar`, each with the worksites `A` and `B`; people `admin`, `approver` (A only),
/// `approver-b`, `approver-all`, `billing` (whole client), `billing-a`, `requester`, `viewer` at
/// `<name>@<slug>.example`; staff `coordinator`, `billing`, `ops` at `@agency.example`; two workers and
/// assignments at each worksite, with one submitted clean sheet each for the week of Monday 2026-11-09, and
/// at A a third worker with overtime.
struct TestCompany: Sendable {
    let house: TestHouse
    /// What stands in each text of a client's records besides: nothing, or something to recognise them by.
    let mark: Mark
    /// By the client's short name and the worksite's code, which is empty for what belongs to neither.
    typealias Mark = @Sendable (_ slug: String, _ code: String) -> String
    static let week = Day(number: 20_766)

    init(house: TestHouse, mark: @escaping Mark = { _, _ in "" }) {
        self.house = house
        self.mark = mark
    }

    static func open(
        in house: TestHouse, slugs: [String] = ["northwind", "cedar"], mark: @escaping Mark = { _, _ in "" }
    ) async throws -> TestCompany {
        let company = TestCompany(house: house, mark: mark)
        for (name, role) in [
            ("coordinator", Role.coordinator), ("billing", .billing), ("ops", .opsAdmin),
        ] {
            try await company.addStaff(name, role)
        }
        for slug in slugs { try await company.addTenant(slug) }
        return company
    }

    func addStaff(_ name: String, _ role: Role) async throws { try await addStaff(name, [role]) }

    func addStaff(_ name: String, _ roles: Set<Role>) async throws {
        let events = try await house.services.agency.perform(
            .addStaff(name: name.capitalized, email: "\(name)@agency.example", roles: roles), for: .system)
        guard case .staffJoined(let member) = events.first else { return }
        try await give(Account(realm: .agency, person: .staff(member.id)))
    }

    private func addTenant(_ slug: String) async throws {
        let name = slug.capitalized + mark(slug, "")
        try await house.services.agency.perform(.openTenant(slug, name: name), for: .system)
        let id = try #require(TenantID(slug))
        house.services.tenants.register(id)
        let tenant = try await house.services.tenants.tenant(id)
        let client = Client(
            name: "\(slug.capitalized) Ltd" + mark(slug, ""), currency: .usd, language: .english,
            timeZone: "UTC",
            workweekStart: .monday, invoicePrefix: String(slug.prefix(2)).uppercased(), paymentTermsDays: 30)
        try await tenant.perform(.open(client), for: .system)
        for code in ["A", "B"] { try await addWorksite(code, to: tenant) }
        try await addPeople(to: tenant)
        try await tenant.untilDurable()
    }

    private func addWorksite(_ code: String, to tenant: Tenant) async throws {
        let mark = mark(tenant.id.slug, code)
        let added = try await tenant.perform(
            .addWorksite(
                code: code, name: "Dock \(code)" + mark, address: "1 Dock Road" + mark,
                timeZone: "America/Chicago",
                jurisdiction: "US-IL"), for: .system)
        guard case .worksiteAdded(let worksite) = added.first else { return }
        for number in 1...(code == "A" ? 3 : 2) {
            let key = "\(code)\(number)"
            let registered = try await tenant.perform(
                .registerWorker(number: key, name: "Worker \(key) of \(tenant.id.slug)" + mark), for: .system)
            guard case .workerRegistered(let worker) = registered.first else { return }
            let started = try await tenant.perform(
                .startAssignment(
                    worker.id, worksite.id, title: "Picker" + mark,
                    DayRange(from: Self.week.adding(days: -70)),
                    billRate: HourlyRate(minorUnits: 3_150),
                    WeekSchedule(minutes: [480, 480, 480, 480, 480, 0, 0]),
                    purchaseOrder: "PO-\(key)" + mark),
                for: .system)
            guard case .assignmentStarted(let assignment) = started.first else { return }
            try await house.services.agency.perform(
                .setPayRate(tenant.id, assignment.id, HourlyRate(minorUnits: 2_222)), for: .system)
            let extra = number == 3 ? 120 : 0
            let days = (0..<5).map { offset in
                WorkedDay(
                    day: Self.week.adding(days: offset),
                    hours: HoursByType(regular: 480, overtime: offset == 4 ? extra : 0))
            }
            try await tenant.perform(.receive(assignment.id, week: Self.week, days: days), for: .system)
        }
    }

    private func addPeople(to tenant: Tenant) async throws {
        let state = await tenant.state
        let a = try #require(state.worksite(code: "A")).id
        let b = try #require(state.worksite(code: "B")).id
        let people: [(String, Role, Node)] = [
            ("admin", .clientAdmin, .tenant), ("approver", .approver, .worksite(a)),
            ("approver-b", .approver, .worksite(b)), ("approver-all", .approver, .tenant),
            ("billing", .billingContact, .tenant), ("billing-a", .billingContact, .worksite(a)),
            ("requester", .requester, .worksite(a)), ("viewer", .viewer, .worksite(a)),
        ]
        for (name, role, node) in people {
            let ask = GrantAsk(role: role, node: node, days: DayRange(from: Self.week.adding(days: -70)))
            try await add(name, [ask], to: tenant)
        }
    }

    /// Somebody who has been in already, with everybody's password.
    func add(_ name: String, _ grants: [GrantAsk], to tenant: Tenant) async throws {
        let events = try await tenant.perform(
            .invite(
                name: "\(name) of \(tenant.id.slug)" + mark(tenant.id.slug, ""),
                email: "\(name)@\(tenant.id.slug).example", language: .english, grants: grants),
            for: .system)
        guard case .invited(let contact) = events.first else { return }
        try await tenant.perform(.join(contact.id), for: .system)
        try await give(Account(realm: .tenant(tenant.id), person: .contact(contact.id)))
    }

    private func give(_ account: Account) async throws {
        let outcome = await house.services.doorkeeper.setPassword(
            account, to: TestHouse.password, words: [], at: house.clock.reading)
        #expect(outcome == .changed)
    }

    /// A browser in which somebody has signed in.
    func signedIn(_ name: String, at host: String) async throws -> Browser {
        let browser = Browser(house, at: host)
        let domain = host == "staff" ? "agency.example" : "\(host).example"
        let response = try await browser.post(
            "/sign-in", [("email", "\(name)@\(domain)"), ("password", TestHouse.password)])
        #expect(response.status == .seeOther)
        return browser
    }
}
