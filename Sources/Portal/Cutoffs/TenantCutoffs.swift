import Formats
import HTTP
import Staffing
import Tenancy

/// By when a client's hours must be approved: for all of it, and where a worksite differs.
enum TenantCutoffs {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.tenantCutoffs, needs: .permission(.seeTenants), shows: .ordinary, show),
        .apart(.post, Routes.tenantCutoffs, needs: .permission(.manageTenants), shows: .ordinary, set),
    ]

    private static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let draft = try CutoffDraft.worksite(visit.query["worksite"])
        return try await page(visit, id, of: draft, FormErrors())
    }

    private static func set(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        _ = try await visit.tenantName(id)
        let worksite = try CutoffDraft.worksite(visit.form["worksite"])
        let draft = CutoffDraft(visit.form, visit.staffSay.ofCutoffsForStaff)
        guard let setting = draft.setting else {
            return try await page(visit, id, of: worksite, draft.errors)
        }
        let caller = visit.caller
        let refusal = try await visit.inTenant(id) { tenant throws(Problem) -> CutoffRefusal? in
            guard tenant.state.client != .unopened else { throw .missing }
            do throws(Turned<CutoffRefusal>) {
                try tenant.perform(.set(worksite, setting), for: caller)
                return nil
            } catch {
                switch error {
                case .refused(let reason): return reason
                case .notRecorded(let failure): throw Problem(failure, visit.say)
                }
            }
        }
        guard let refusal else {
            return Response(seeOther: Routes.tenantCutoffs(id).with("done", "saved").headerValue)
        }
        guard refusal.kind == .invalid else { throw .missing }
        let field: StaticString = refusal == .tooManyDaysOff ? "days" : "escalation"
        return try await page(
            visit, id, of: worksite, FormErrors(field, visit.staffSay.ofCutoffsForStaff.explain(refusal)))
    }

    private static func page(
        _ visit: Visit, _ id: TenantID, of worksite: WorksiteID?, _ errors: FormErrors
    ) async throws(Problem) -> Response {
        _ = try await visit.tenantName(id)
        let view = try await visit.inTenant(id) { tenant throws(Problem) in
            if let worksite, tenant.state.worksites[worksite] == nil { throw .missing }
            return CutoffView(tenant.state, on: tenant.today, of: worksite, visit)
        }
        return TenantCutoffsPage(visit: visit, id: id, view: view, errors: errors).response
    }
}

/// What stands in the form about a deadline, as somebody typed it.
struct CutoffDraft: Sendable {
    private(set) var setting: CutoffSetting?
    private(set) var errors = FormErrors()

    init(_ form: Form, _ words: any CutoffStaffWords) {
        var cutoff: Cutoff?
        if let weekday = form["weekday"].flatMap({ Int($0) }).flatMap({ Staffing.Weekday(rawValue: $0) }) {
            cutoff = Self.minute(form["time"] ?? "").flatMap { Cutoff(weekday, minute: $0) }
            if cutoff == nil { errors.add("time", words.timeUnclear) }
        }
        let lines = (form["days"] ?? "").split(whereSeparator: \.isWhitespace)
        let days = lines.compactMap { Day(iso: String($0)) }
        if days.count != lines.count { errors.add("days", words.dayUnclear) }
        let escalation = form["escalation"].flatMap(ContactID.init(pathText:))
        guard errors.isEmpty else { return }
        setting = CutoffSetting(cutoff: cutoff, escalation: escalation, daysOff: days)
    }

    private static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
            plainNumber(String($0), digits: 2)
        }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// Of a form or an address; nothing for the whole client.
    static func worksite(_ text: String?) throws(Problem) -> WorksiteID? {
        guard let text, !text.isEmpty else { return nil }
        guard let id = WorksiteID(pathText: text) else { throw .missing }
        return id
    }
}

/// The deadlines of one client.
struct CutoffView: Sendable {
    let name: String
    /// The worksite whose setting is in the form; nothing for the whole client.
    let chosen: Worksite?
    let setting: CutoffSetting
    let rows: [Row]
    /// Who could be told; nobody where people may not be seen.
    let contacts: [Person]
    let reminders: [Line]

    struct Person: Sendable {
        let id: ContactID
        let name: String
    }

    struct Row: Sendable {
        let worksite: Worksite
        let isOwn: Bool
        /// On the clocks there; nothing without a deadline.
        let next: String?
        let escalation: String?
        /// The free days of the next weeks.
        let free: [String]
    }

    struct Line: Sendable {
        let worksite: String
        let rung: Rung
        let day: Day
        let asked: [String]
    }

    /// Weeks of holidays that the page looks ahead.
    private static let daysAhead = 60

    init(_ state: TenantState, on today: Day, of worksite: WorksiteID?, _ visit: Visit) {
        let (book, time) = (state.cutoffs, visit.services.worksiteTime)
        let seesPeople = visit.may(.seePeople, at: .tenant)
        func name(_ id: ContactID) -> String? { seesPeople ? state.contacts[id]?.name : nil }
        self.name = state.client.name
        chosen = worksite.flatMap { state.worksites[$0] }
        setting = book[worksite]
        rows = state.worksitesByCode.map { site in
            let next = time.next(after: visit.now, at: site, book)
            return Row(
                worksite: site, isOwn: book.worksites[site.id]?.setting.cutoff != nil,
                next: next.map { visit.clock(at: site).stamp($0.at) },
                escalation: book.escalation(at: site.id).flatMap(name),
                free: (0..<Self.daysAhead).map { today.adding(days: $0) }
                    .filter { time.isFree($0, at: site, book) }
                    .map { $0.civil.text(.weekday, .englishUS) })
        }
        contacts =
            !seesPeople
            ? []
            : state.contacts.values.filter { $0.standing != .removed }
                .sorted { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
                .map { Person(id: $0.id, name: $0.name) }
        reminders = book.steps.reversed().map { step in
            Line(
                worksite: state.worksites[step.occurrence.worksite]?.name ?? "", rung: step.rung,
                day: step.on, asked: step.asked.compactMap(name))
        }
    }
}
