import Access
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

/// Two clients with everything that the matrix asks for, and the sessions of everybody who asks.
struct MatrixScene: Sendable {
    let company: TestCompany
    let northwind: MatrixRecords
    let cedar: MatrixRecords
    /// Sessions that should open nothing any more, or not here.
    private var tokens: [MatrixHost: [String: String]] = [:]

    private static let idleSeconds: Int64 = 31 * 60
    /// Looks like a session's token, and nobody was ever given it.
    private static let unknown = String(repeating: "Q", count: 42) + "A"

    init(making portal: TestHouse.Making = { Portal($0) }) async throws {
        let house = try await TestHouse(making: portal)
        company = try await TestCompany.open(in: house) { MatrixMark.text($0, $1) }
        try await company.addStaff("leaver", .opsAdmin)
        try await company.addStaff("both", [.coordinator, .billing])
        for role in [Role.recruiter, .finance, .leader, .auditor] {
            try await company.addStaff(role.rawValue, role)
        }
        try await Self.addPeople(company)
        let sleeper = try await company.signedIn("approver", at: "northwind").sessionToken
        let staffSleeper = try await company.signedIn("ops", at: "staff").sessionToken
        house.clock.advance(seconds: Self.idleSeconds)
        var northwind = try await MatrixRecords(company, "northwind")
        northwind["staff-token", "A"] = try await Self.staffLink(company)
        self.northwind = northwind
        cedar = try await MatrixRecords(company, "cedar")
        tokens = [
            .client: [
                "expired": try #require(sleeper), "removed": try await leaver(),
                "staff-session": try await token("ops", "staff"),
                "other-client": try await token("admin", "cedar"), "unknown": Self.unknown,
            ],
            .staff: [
                "expired": try #require(staffSleeper), "removed": try await staffLeaver(),
                "client-session": try await token("admin", "northwind"), "unknown": Self.unknown,
            ],
            .landing: [
                "staff-session": try await token("ops", "staff"),
                "client-session": try await token("admin", "northwind"),
            ],
        ]
    }

    /// People of northwind whom the test company does not have: at other places, and at other times.
    private static func addPeople(_ company: TestCompany) async throws {
        let tenant = try await company.house.tenant("northwind")
        let state = await tenant.state
        let a = Node.worksite(try #require(state.worksite(code: "A")).id)
        let b = Node.worksite(try #require(state.worksite(code: "B")).id)
        let today = TestCompany.week.adding(days: 9)
        let always = DayRange(from: today.adding(days: -70))
        let people: [(String, Role, Node, DayRange)] = [
            ("admin-a", .clientAdmin, a, always), ("viewer-all", .viewer, .tenant, always),
            ("billing-b", .billingContact, b, always), ("hiring-manager", .hiringManager, a, always),
            ("interviewer", .interviewer, a, always), ("hr", .humanResources, .tenant, always),
            ("ended", .approver, .tenant, DayRange(from: always.from, through: today.adding(days: -1))),
            ("soon", .approver, .tenant, DayRange(from: today.adding(days: 1))),
        ]
        for (name, role, node, days) in people {
            let ask = GrantAsk(role: role, node: node, days: days)
            try await company.add(name, [ask], to: tenant)
        }
        try await tenant.untilDurable()
    }

    /// A link for somebody of the agency.
    private static func staffLink(_ company: TestCompany) async throws -> String {
        let email = try #require(EmailAddress("billing@agency.example"))
        let services = company.house.services
        let member = try #require(await services.agency.state.staff(email: email))
        let account = Account(realm: .agency, person: .staff(member.id))
        let link = await services.doorkeeper.invite(account, at: company.house.clock.reading)
        return try #require(link).text
    }

    private func token(_ name: String, _ host: String) async throws -> String {
        try #require(try await company.signedIn(name, at: host).sessionToken)
    }

    /// Removed from the records only: the session itself still stands, as in the moment before it is ended.
    private func leaver() async throws -> String {
        let token = try await token("approver-all", "northwind")
        let tenant = try await company.house.tenant("northwind")
        let contact = try await tenant.state.contact("approver-all", "northwind")
        try await tenant.perform(.remove(contact.id, leavingUncovered: false), for: .system)
        try await tenant.untilDurable()
        #expect(
            company.house.services.doorkeeper.sessions.find(token, at: company.house.clock.reading) != nil)
        return token
    }

    private func staffLeaver() async throws -> String {
        let token = try await token("leaver", "staff")
        let agency = company.house.services.agency
        let email = try #require(EmailAddress("leaver@agency.example"))
        let known = await agency.run { $0.state.staff(email: email) }
        try await agency.perform(.removeStaff(try #require(known).id), for: .system)
        return token
    }

    /// A browser of somebody in a column of the table; `slug` is the client whose host they use.
    func browser(_ column: String, _ host: MatrixHost, at slug: String = "northwind") async throws -> Browser
    {
        let place =
            switch host {
            case .client: slug
            case .staff: "staff"
            case .landing: ""
            }
        let browser = Browser(company.house, at: place)
        if let token = tokens[host]?[column] {
            browser.sessionToken = token
        } else if column != "anonymous" {
            return try await company.signedIn(column, at: place)
        }
        return browser
    }

    /// Moves whenever anything is recorded about a client, a client comes in, or a role or a look changes.
    var revisions: [UInt64] {
        get async throws {
            let northwind = try await company.house.tenant("northwind")
            let tenants = await company.house.services.agency.state.tenants.count
            return [
                await northwind.revision,
                try await company.house.tenant("cedar").revision, UInt64(tenants),
                company.house.services.world.roles.book.revision,
                company.house.services.world.branding.branding(of: northwind.id).revision,
                UInt64(bitPattern: Int64(await company.house.services.agency.state.staff.hashValue)),
            ]
        }
    }
}

/// What came back, and whether anything was recorded.
struct MatrixAnswer: Sendable {
    let request: MatrixRequest
    let response: Response
    let hasChanged: Bool

    /// In the words of the table.
    var outcome: String {
        switch response.status.code {
        case 200..<400 where isAtTheDoor: hasChanged ? "changed at the door" : "sign-in"
        case 200..<400: hasChanged ? "done" : "ok"
        default: hasChanged ? "changed in spite of \(response.status.code)" : "\(response.status.code)"
        }
    }

    private var isAtTheDoor: Bool {
        guard let location = response.location else { return false }
        return location.hasPrefix("/sign-in") && !location.contains("out=1")
    }

    /// Everything that a browser gets, with what was asked for and the session's own token taken out.
    var bytes: String {
        let fields = response.headers.fields.map { "\($0.name.text): \($0.value.text)" }
        let text = response.text.replacing(/name="csrf" value="[^"]*"/, with: "csrf")
        let all = "\(response.status.code)\n" + fields.joined(separator: "\n") + "\n\n" + text
        return request.identifiers.filter { !$0.isEmpty }.reduce(all) { $0.replacing($1, with: "*") }
    }
}

extension Browser {
    func send(_ request: MatrixRequest) async throws -> Response {
        if request.method == "GET" { return try await get(request.target) }
        guard let file = request.file else { return try await post(request.target, request.fields) }
        return try await upload(request.target, request.fields, files: [("file", "hours.csv", file)])
    }
}
