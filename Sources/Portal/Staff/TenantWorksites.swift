import HTTP
import Markup
import Staffing
import Tenancy

/// A client's worksites, who approves at each today, and the form that adds one.
enum TenantWorksites {
    static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let view = try await TenantWorksitesView.of(id, visit)
        return TenantWorksitesPage(visit: visit, id: id, view: view, errors: FormErrors()).response
    }

    static func add(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        _ = try await visit.tenantName(id)
        let (order, wrong) = WorksiteOrder.read(visit)
        guard wrong.isEmpty else { return try await again(visit, id, wrong) }
        let caller = visit.caller
        let refusal = try await visit.inTenant(id) { tenant throws(Problem) -> SetupRefusal? in
            if tenant.state.client == .unopened { return .notOpen }
            return try tenant.setUp(order.command, for: caller, visit.staffSay)
        }
        if let refusal {
            return try await again(
                visit, id, FormErrors(refusal.worksiteField, visit.words.setup(refusal)))
        }
        return Response(seeOther: Routes.tenantWorksites(id).with("done", "added").headerValue)
    }

    private static func again(
        _ visit: Visit, _ id: TenantID, _ errors: FormErrors
    ) async throws(Problem) -> Response {
        let view = try await TenantWorksitesView.of(id, visit)
        return TenantWorksitesPage(visit: visit, id: id, view: view, errors: errors).response
    }
}

/// A worksite as somebody typed it.
struct WorksiteOrder: Sendable {
    let command: SetupCommand

    static func read(_ visit: Visit) -> (WorksiteOrder, FormErrors) {
        func text(_ name: String) -> String { (visit.form[name] ?? "").trimmed }
        var errors = FormErrors()
        if text("code").isEmpty { errors.add("code", visit.words.worksiteCodeMissing) }
        if text("name").isEmpty { errors.add("name", visit.words.setup(.nameMissing)) }
        if visit.services.zones(text("zone")) == nil { errors.add("zone", visit.words.timeZoneUnknown) }
        let jurisdiction = text("jurisdiction").uppercased()
        if !isSubdivision(jurisdiction) { errors.add("jurisdiction", visit.words.jurisdictionInvalid) }
        let command = SetupCommand.addWorksite(
            code: text("code"), name: text("name"), address: text("address"), timeZone: text("zone"),
            jurisdiction: jurisdiction)
        return (WorksiteOrder(command: command), errors)
    }

    /// ISO 3166-2: two letters, a hyphen, and one to three letters or digits.
    private static func isSubdivision(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2d, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 2, (1...3).contains(parts[1].count) else { return false }
        func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) }
        return parts[0].allSatisfy(isLetter)
            && parts[1].allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }
}

extension SetupRefusal {
    var worksiteField: StaticString {
        switch self {
        case .nameMissing, .tooLong: "name"
        case .notAllowed, .alreadyOpen, .notOpen, .codeTaken, .numberTaken, .prefixInvalid, .termsInvalid,
            .unknownWorker, .unknownWorksite, .datesBackward, .rateImpossible, .scheduleImpossible,
            .duplicateAssignment, .unknownUnit, .unknownAssignment, .unitRetired, .tooManyUnits:
            "code"
        }
    }
}

/// The worksites of one client with whoever may decide there today.
struct TenantWorksitesView: Sendable {
    let name: String
    let timeZone: String
    let rows: [Row]

    struct Row: Sendable {
        let worksite: Worksite
        /// Names, in the order of the alphabet; nothing where nobody may see people.
        let approvers: [String]
        let isCovered: Bool
        /// Somebody approves there, but nobody without a limit.
        let isLimited: Bool
    }

    static func of(_ id: TenantID, _ visit: Visit) async throws(Problem) -> TenantWorksitesView {
        try await visit.inTenant(id) { tenant throws(Problem) in
            TenantWorksitesView(tenant.state, on: tenant.today, under: visit.roles)
        }
    }

    init(_ state: TenantState, on today: Day, under roles: RoleBook) {
        name = state.client.name
        timeZone = state.client.timeZone
        let uncovered = Set(Coverage.uncovered(state, on: today, under: roles))
        let limited = Set(Coverage.limited(state, on: today, under: roles))
        let people = state.contacts.values.map { contact in
            let viewer = state.viewer(contact, under: roles)
            return (contact.name, state.open(.decideTimesheets, to: viewer, on: today))
        }
        rows = state.worksitesByCode.map { worksite in
            let approvers = people.filter { $0.1.reaches(worksite.id) }
            return Row(
                worksite: worksite, approvers: approvers.map(\.0).sorted(),
                isCovered: !uncovered.contains(worksite.id), isLimited: limited.contains(worksite.id))
        }
    }
}
