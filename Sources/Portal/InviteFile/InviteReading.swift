import Formats
import Staffing

/// What somebody asks for in one row.
struct InviteRequest: Hashable, Sendable {
    let name: String
    let email: String
    /// Nothing where the row leaves it to the client.
    let language: Language?
    let ask: GrantAsk
}

/// Understands rows: roles by their names or keys, places by code or name.
struct InviteReading: Sendable {
    private let roles: [String: Role]
    private let places: [String: [Node]]
    private let today: Day
    private let dates: DatePattern
    private let languages: [String: Language]

    init(
        _ state: TenantState, _ dates: DatePattern, on today: Day, under book: RoleBook,
        _ say: any Sentences
    ) {
        self.today = today
        self.dates = dates
        let known = book.all(of: .client).filter { !$0.isRetired }
        roles = Dictionary(
            known.map { (say.name($0).asHeader, $0.role) } + known.map { ($0.role.rawValue, $0.role) }
        ) { first, _ in first }
        languages = Dictionary(
            Language.allCases.flatMap { [($0.rawValue, $0), (say.name($0).asHeader, $0)] }
        ) { first, _ in first }
        var places: [String: [Node]] = [:]
        func name(_ node: Node, _ names: [String]) {
            for name in Set(names.map(\.asHeader)) { places[name, default: []].append(node) }
        }
        name(.tenant, [say.wholeCompany, say.ofInviteFile.companyCell])
        for site in state.worksitesByCode {
            name(.worksite(site.id), [site.code, site.name, say.ofInviteFile.worksiteCell(site.code)])
        }
        for unit in state.unitsByCode where !unit.isRetired {
            name(.unit(unit.id), [unit.code, unit.name, say.ofInviteFile.unitCell(unit.kind, unit.code)])
        }
        self.places = places
    }

    func request(_ row: InviteFile.Row) throws(InviteFault) -> InviteRequest {
        let language = try language(row[.language])
        guard let role = roles[row[.role].asHeader] else { throw .roleUnknown(row[.role]) }
        let node = try node(row[.place])
        let days = DayRange(
            from: try day(row[.from], .from) ?? today, through: try day(row[.until], .until))
        return InviteRequest(
            name: row[.name], email: row[.email], language: language,
            ask: GrantAsk(role: role, node: node, days: days))
    }

    private func language(_ text: String) throws(InviteFault) -> Language? {
        if text.isEmpty { return nil }
        guard let language = languages[text.asHeader] else { throw .languageUnknown(text) }
        return language
    }

    /// An empty cell is no company: whoever forgets it must not give everything.
    private func node(_ text: String) throws(InviteFault) -> Node {
        guard !text.isEmpty else { throw .placeMissing }
        let found = places[text.asHeader] ?? []
        guard let node = found.first else { throw .placeUnknown(text) }
        guard found.count == 1 else { throw .placeUnclear(text) }
        return node
    }

    private func day(_ text: String, _ column: InviteFile.Column) throws(InviteFault) -> Day? {
        if text.isEmpty { return nil }
        do throws(DateRefusal) { return Day(number: Int32(try dates.parse(text).days)) } catch {
            throw .dateUnclear(column, text)
        }
    }
}
