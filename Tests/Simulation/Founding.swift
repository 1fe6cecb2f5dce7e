import Access
import Locking
import MemoryDisk
import Portal
import Staffing
import Tenancy

/// Makes the beginning, by the product's own commands.
enum Founding {
    struct Failed: Error { let why: String }

    /// Made once in a process; each run takes a copy of the disk.
    static let roster = Result { () throws -> Roster in
        let conductor = try Conductor(loops: 2, chance: Chance(1, for: "founding"), now: Roster.start)
        let disk = MemoryDisk()
        let house = try House.open(on: disk, conductor, seed: 1, idleSeconds: 900, nil)
        let outcome = Lock<Result<[Roster.Client], Failed>?>(nil)
        house.perform {
            let made = await clients(of: house)
            house.close {
                outcome.withLock { $0 = made }
                conductor.close()
            }
        }
        guard conductor.runUntilIdle(house.duties) else { throw Failed(why: "it came to no end") }
        guard let clients = try outcome.withLock({ $0 })?.get() else {
            throw Failed(why: "it did not happen")
        }
        return Roster(disk: disk.copy(), clients: clients)
    }

    private static func clients(of house: House) async -> Result<[Roster.Client], Failed> {
        do {
            try await house.services.agency.perform(
                .addStaff(name: "Ops", email: "ops@agency.example", roles: [.opsAdmin]), for: .system)
            for member in await house.services.agency.state.staff.values {
                try await give(Account(realm: .agency, person: .staff(member.id)), house)
            }
            var clients: [Roster.Client] = []
            for slug in Roster.slugs { clients.append(try await client(slug, house)) }
            try await house.services.agency.untilDurable()
            return .success(clients)
        } catch {
            return .failure(Failed(why: "\(error)"))
        }
    }

    private static func client(_ slug: String, _ house: House) async throws -> Roster.Client {
        guard let id = TenantID(slug) else { throw Failed(why: "\(slug) is no client") }
        let mark = Roster.canary(slug)
        try await house.services.agency.perform(.openTenant(slug, name: slug), for: .system)
        house.services.tenants.register(id)
        let tenant = try await house.services.tenants.tenant(id)
        let client = Client(
            name: "\(slug) \(mark)", currency: .usd, language: .english, timeZone: "UTC",
            workweekStart: .monday, invoicePrefix: String(slug.prefix(2)).uppercased(), paymentTermsDays: 30)
        try await tenant.perform(.open(client), for: .system)
        var assignments: [AssignmentID] = []
        for code in ["A", "B"] {
            try await tenant.perform(
                .addWorksite(
                    code: code, name: "Dock \(code) \(mark)", address: "1 Dock Road", timeZone: "UTC",
                    jurisdiction: "US-IL"), for: .system)
            for number in 1...2 { assignments.append(try await hire("\(code)\(number)", code, tenant)) }
        }
        let contacts = try await people(of: tenant, house)
        try await tenant.untilDurable()
        return Roster.Client(id: id, contacts: contacts, assignments: assignments)
    }

    private static func hire(_ key: String, _ code: String, _ tenant: Tenant) async throws -> AssignmentID {
        let mark = Roster.canary(tenant.id.slug)
        try await tenant.perform(.registerWorker(number: key, name: "Worker \(key) \(mark)"), for: .system)
        let state = await tenant.state
        guard let worker = state.worker(number: key), let worksite = state.worksite(code: code) else {
            throw Failed(why: "\(key) was not hired")
        }
        let started = try await tenant.perform(
            .startAssignment(
                worker.id, worksite.id, title: "Picker", DayRange(from: Roster.week.adding(days: -70)),
                billRate: HourlyRate(minorUnits: 3_150),
                WeekSchedule(minutes: [480, 480, 480, 480, 480, 0, 0]), purchaseOrder: "PO-\(key)"),
            for: .system)
        guard case .assignmentStarted(let assignment) = started.first else {
            throw Failed(why: "\(key) has no assignment")
        }
        try await tenant.perform(
            .receive(assignment.id, week: Roster.week, days: hours(from: Roster.week)), for: .system)
        return assignment.id
    }

    static func hours(from week: Day) -> [WorkedDay] {
        (0..<5).map { WorkedDay(day: week.adding(days: $0), hours: HoursByType(regular: 480)) }
    }

    private static func people(
        of tenant: Tenant, _ house: House
    ) async throws -> [String: ContactID] {
        let state = await tenant.state
        guard let a = state.worksite(code: "A")?.id, let b = state.worksite(code: "B")?.id else {
            throw Failed(why: "there are no worksites")
        }
        let people: [(String, Role, Node)] = [
            ("admin", .clientAdmin, .tenant), ("approver", .approver, .worksite(a)),
            ("approver-b", .approver, .worksite(b)), ("billing", .billingContact, .tenant),
            ("viewer", .viewer, .tenant), ("guest", .viewer, .worksite(a)),
        ]
        var contacts: [String: ContactID] = [:]
        for (name, role, node) in people {
            let ask = GrantAsk(role: role, node: node, days: DayRange(from: Roster.week.adding(days: -70)))
            let invited = try await tenant.perform(
                .invite(
                    name: "\(name) \(Roster.canary(tenant.id.slug))",
                    email: "\(name)@\(tenant.id.slug).example", language: .english, grants: [ask]),
                for: .system)
            guard case .invited(let contact) = invited.first else { throw Failed(why: "\(name) is missing") }
            try await tenant.perform(.join(contact.id), for: .system)
            try await give(Account(realm: .tenant(tenant.id), person: .contact(contact.id)), house)
            contacts[name] = contact.id
        }
        return contacts
    }

    private static func give(_ account: Account, _ house: House) async throws {
        let outcome = await house.services.doorkeeper.setPassword(
            account, to: Roster.password, words: [], at: house.services.reading())
        guard outcome == .changed else { throw Failed(why: "no password: \(outcome)") }
    }
}
