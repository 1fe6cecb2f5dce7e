import Access
import Cast
import Crypto
import Mail
import Staffing
import Tenancy
import Testing

@testable import Portal

/// What stands in every text of a client's records, so that a stray one is known by it.
enum MatrixMark {
    static let tokens = ["northwind": "qn7f3a9c2e5b1d84", "cedar": "qc2d8e6b0f4a7c93"]

    static func text(_ slug: String, _ code: String) -> String { " " + (tokens[slug] ?? "") + code }

    static func other(_ slug: String) -> String { slug == "northwind" ? "cedar" : "northwind" }

    /// What must not stand in an answer about this client.
    static func foreign(to slug: String) -> [String] {
        let other = other(slug)
        return [other, tokens[other] ?? ""]
    }
}

/// The identifiers of one client's records, as addresses and forms carry them.
struct MatrixRecords: Sendable {
    let slug: String
    /// By kind and worksite: `waiting A`.
    private var texts: [String: String] = [:]

    subscript(kind: String, code: String) -> String {
        get { texts["\(kind) \(code)"] ?? texts[kind] ?? "" }
        set { texts["\(kind) \(code)"] = newValue }
    }

    /// Makes what the requests need, beside what a test company has: an invoice and an approval at each
    /// worksite, a guest with a link, and a file that an import kept.
    init(_ company: TestCompany, _ slug: String) async throws {
        self.slug = slug
        let tenant = try await company.house.tenant(slug)
        try await invoices(company, tenant)
        try await decisions(company, tenant)
        try await units(company, tenant)
        let state = await tenant.state
        for worksite in state.worksites.values { self["worksite", worksite.code] = worksite.id.pathText }
        try people(state, company)
        try await guest(company, tenant)
        try await colleague(company)
        try await leaver(company, tenant)
        try await delegation(state, tenant)
        try await digest(state, company, tenant)
        texts["look"] = AccentKey(Accent(Color(11, 92, 173))).pathText
        try await sign(company, tenant)
        texts["view"] = try await company.viewOffer("viewer", at: slug)
        try await files(company, tenant)
        try await links(company, tenant)
    }

    /// At each worksite a worker with a personal link, and a week of which it was said that none was worked.
    private mutating func links(_ company: TestCompany, _ tenant: Tenant) async throws {
        let (state, services) = (await tenant.state, company.house.services)
        let idle = TestCompany.week.adding(days: -21)
        texts["idle-week"] = idle.iso
        for code in ["A", "B"] {
            let worker = try #require(state.worker(number: code + "1")).id
            let assignment = try state.sheet(of: code + "1").assignment
            self["worker", code] = worker.pathText
            try await tenant.perform(
                .makeLink(worker, sentTo: nil, expires: company.house.clock.reading.moment), for: .system)
            let token = await services.doorkeeper.makePersonalLink(
                of: worker, at: tenant.id, now: company.house.clock.reading)
            self["link", code] = try #require(token).text
            try await tenant.perform(
                .sayIdle(WorkedWeek(assignment, idle), .zeroAttested, .away, words: ""), for: .system)
        }
        try await tenant.untilDurable()
    }

    /// A week earlier, approved and invoiced.
    private mutating func invoices(_ company: TestCompany, _ tenant: Tenant) async throws {
        let before = TestCompany.week.adding(days: -7)
        let state = await tenant.state
        for code in ["A", "B"] {
            let sheet = try state.sheet(of: code + "1")
            let days = (0..<5).map {
                WorkedDay(day: before.adding(days: $0), hours: HoursByType(regular: 480))
            }
            try await tenant.perform(.receive(sheet.assignment, week: before, days: days), for: .system)
            try await company.approve(try await tenant.state.sheet(of: code + "1", before).id, at: slug)
        }
        let run = try await InvoiceRun.issue(through: before, in: tenant, for: .system, with: company.press)
        for invoice in run.issued {
            self["invoice", state.code(of: invoice.worksite)] = invoice.id.pathText
        }
        #expect(run.issued.count == 2)
    }

    /// A department in which nobody holds anything, and an assignment at each worksite that stands in none.
    private mutating func units(_ company: TestCompany, _ tenant: Tenant) async throws {
        try await tenant.perform(
            .addUnit(.department, code: "OPS", name: "Ops" + company.mark(slug, "")), for: .system)
        let state = await tenant.state
        texts["unit"] = try #require(state.unit(.department, code: "OPS")).id.pathText
        for code in ["A", "B"] {
            self["assignment", code] = try state.sheet(of: code + "1").assignment.pathText
        }
    }

    /// At each worksite a sheet that waits, with a comment, and one that its approver approved at a moment of
    /// its own.
    private mutating func decisions(_ company: TestCompany, _ tenant: Tenant) async throws {
        let state = await tenant.state
        for (code, name) in [("A", "approver"), ("B", "approver-b")] {
            let waiting = try state.sheet(of: code + "1")
            self["waiting", code] = waiting.id.pathText
            self["seen", code] = Base32Crockford.encode(waiting.fingerprint.short)
            let words = "Is this right?" + company.mark(slug, code)
            try await tenant.perform(.comment(waiting.id, words: words), for: .system)
            let approved = try state.sheet(of: code + "2")
            company.house.clock.advance(seconds: 1)
            self["approved", code] = approved.id.pathText
            self["batch", code] = String(company.house.clock.reading.moment.microseconds)
            try await tenant.perform(
                .approve(approved.id, seen: approved.fingerprint.short),
                for: Caller(viewer: .contact(try state.contact(name, slug)), request: 1))
        }
    }

    private mutating func people(_ state: TenantState, _ company: TestCompany) throws {
        let fingerprint = company.house.services.world.fingerprint
        let viewer = try state.contact("viewer", slug)
        texts["contact"] = viewer.id.pathText
        texts["edition"] = viewer.edition(fingerprint)
        texts["receiver"] = viewer.id.pathText
        texts["role"] = Role.viewer.rawValue
        texts["role-edition"] = RoleBook.templates[.viewer]?.edition(fingerprint)
        texts["approver"] = try state.contact("approver", slug).id.pathText
    }

    /// Somebody of the agency.
    private mutating func colleague(_ company: TestCompany) async throws {
        let email = try #require(EmailAddress("coordinator@agency.example"))
        let services = company.house.services
        let member = try #require(await services.agency.state.staff(email: email))
        texts["colleague"] = member.id.pathText
        texts["colleague-edition"] = member.edition(services.world.fingerprint)
    }

    private mutating func guest(_ company: TestCompany, _ tenant: Tenant) async throws {
        let ask = GrantAsk(role: .viewer, node: .tenant, days: DayRange(from: TestCompany.week))
        let events = try await tenant.perform(
            .invite(
                name: "Guest" + company.mark(slug, ""), email: "guest@\(slug).example", language: .english,
                grants: [ask]), for: .system)
        guard case .invited(let contact) = events.first else { return }
        let account = Account(realm: .tenant(tenant.id), person: .contact(contact.id))
        let services = company.house.services
        let token = await services.doorkeeper.invite(account, at: company.house.clock.reading)
        texts["token"] = try #require(token).text
        try await tenant.untilDurable()
        try mail(to: contact, company)
    }

    /// Somebody who was removed a moment ago.
    private mutating func leaver(_ company: TestCompany, _ tenant: Tenant) async throws {
        let ask = GrantAsk(role: .viewer, node: .tenant, days: DayRange(from: TestCompany.week))
        let events = try await tenant.perform(
            .invite(
                name: "Leaver" + company.mark(slug, ""), email: "leaver@\(slug).example",
                language: .english, grants: [ask]), for: .system)
        guard case .invited(let contact) = events.first else { return }
        try await tenant.perform(.remove(contact.id, leavingUncovered: false), for: .system)
        texts["leaver"] = contact.id.pathText
        try await tenant.untilDurable()
    }

    /// From the approver of A to the one of all, who gets no more by it.
    private mutating func delegation(_ state: TenantState, _ tenant: Tenant) async throws {
        let days = DayRange(from: TestCompany.week, through: TestCompany.week.adding(days: 30))
        let events = try await tenant.perform(
            .give(
                from: try state.contact("approver", slug).id, to: try state.contact("approver-all", slug).id,
                worksites: [], days), for: .system)
        guard case .given(let delegation) = events.first else { return }
        texts["delegation"] = delegation.id.pathText
        try await tenant.untilDurable()
    }

    /// A deadline, and what was mailed to an approver about it.
    private mutating func digest(
        _ state: TenantState, _ company: TestCompany, _ tenant: Tenant
    ) async throws {
        let noon = try #require(Cutoff(.monday, minute: 720))
        try await tenant.perform(
            .set(nil, CutoffSetting(cutoff: noon, escalation: nil, daysOff: [])), for: .system)
        let token = String(repeating: slug == "northwind" ? "N" : "C", count: 26)
        let now = company.house.clock.reading.moment
        let goal = CutoffOccurrence(
            worksite: try #require(state.worksite(code: "A")).id, day: TestCompany.week.adding(days: 14),
            at: now.adding(seconds: 5 * 86_400))
        let reminder = Reminder(
            id: Identifier(company.house.services.world.drawNumber()),
            contact: try state.contact("approver", slug).id, rung: .approver,
            lines: [Reminder.Line(occurrence: goal, clean: 2, unusual: 1, minutes: 7_320)],
            token: company.house.services.world.fingerprint(Array(token.utf8)), at: now,
            expires: now.adding(seconds: Reminder.lifeSeconds), on: await tenant.today)
        try await tenant.perform(.climb(Climb(steps: [], reminders: [reminder], missed: [])), for: .system)
        texts["digest"] = token
        try await tenant.untilDurable()
    }

    /// A mail that waits.
    private mutating func mail(to contact: Contact, _ company: TestCompany) throws {
        let from = try #require(Mailbox("Meridian Staffing", "portal@agency.example"))
        let mail = MailMessage(
            from: from, to: try #require(Mailbox(contact.name, contact.email.text)),
            subject: MailText("Your access"), paragraphs: ["Hello."],
            written: company.house.clock.reading.moment.seconds,
            id: company.house.services.world.drawNumber(), domain: "agency.example"
        ).outgoing
        #expect(company.house.mails.queue.put(mail))
        texts["mail"] = MailKey(mail.id).pathText
    }

    /// A logo of this client's own.
    private mutating func sign(_ company: TestCompany, _ tenant: Tenant) async throws {
        let services = company.house.services
        let digest = try await services.write(Array("the sign of \(slug)".utf8), to: tenant)
        let logo = Branding.Logo(content: Fingerprint(digest), width: 1, height: 1)
        try await services.agency.perform(
            Branding(name: nil, accent: nil, logo: logo), of: tenant.id, for: .system)
        try await services.agency.untilDurable()
        texts["logo"] = LogoKey(logo).pathText
    }

    private mutating func files(_ company: TestCompany, _ tenant: Tenant) async throws {
        let worker = slug == "northwind" ? "A1" : "A2"
        let hours = IntakeRunTests.header + IntakeRunTests.week(worker)
        let services = company.house.services
        texts["file"] = try await services.write(Array(hours.utf8), to: tenant).hex
        texts["mapping"] = try await services.write(IntakeRunTests.mapping, to: tenant).hex
        let people = InviteFileScene.file(of: slug)
        texts["people-file"] = try await services.write(people, to: tenant).hex
        texts["people-seen"] = try await InviteFileScene.plan(people, at: tenant).seen
    }
}

extension TenantState {
    func sheet(of worker: String, _ week: Day = TestCompany.week) throws -> Timesheet {
        let id = try #require(self.worker(number: worker)).id
        return try #require(timesheets.values.first { $0.worker == id && $0.week == week })
    }

    func contact(_ name: String, _ slug: String) throws -> Contact {
        let address = try #require(EmailAddress("\(name)@\(slug).example"))
        return try #require(contact(email: address))
    }
}
