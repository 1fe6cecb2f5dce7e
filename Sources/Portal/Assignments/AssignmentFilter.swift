import HTTP
import Staffing

/// Which assignments somebody wants to see: all of it stands in the address.
struct AssignmentFilter: Sendable {
    enum Tab: String, Sendable { case current, ended }

    let tab: Tab
    let worksite: WorksiteID?
    let search: String
    /// From 0.
    let page: Int

    static let rowsPerPage = 200
    static let longestSearch = 100
    private static let mostPages = 10_000

    init(_ query: Query) {
        tab = query["show"].flatMap(Tab.init) ?? .current
        worksite = query["worksite"].flatMap(WorksiteID.init(pathText:))
        search = String((query["q"] ?? "").trimmed.prefix(Self.longestSearch))
        page = query.count("page", upTo: Self.mostPages) ?? 0
    }

    var isNarrow: Bool { worksite != nil || !search.isEmpty }

    func address(tab other: Tab? = nil, page: Int = 0) -> Address {
        var address = Routes.assignments.address
        if (other ?? tab) == .ended { address = address.with("show", Tab.ended.rawValue) }
        if let worksite { address = address.with("worksite", worksite.pathText) }
        if !search.isEmpty { address = address.with("q", search) }
        return page == 0 ? address : address.with("page", String(page))
    }

    /// An assignment that begins later is current: somebody is going to come.
    func admits(_ assignment: Assignment, on today: Day) -> Bool {
        let hasEnded = assignment.days.through.map { $0 < today } ?? false
        return hasEnded == (tab == .ended)
    }
}
