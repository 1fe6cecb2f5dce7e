import HTTP
import Staffing

/// Which assignments somebody wants to see: all of it stands in the address.
struct AssignmentFilter: Sendable {
    enum Tab: String, Sendable { case current, ended }

    let tab: Tab
    let narrowing: SiteNarrowing

    init(_ query: Query) {
        tab = query["show"].flatMap(Tab.init) ?? .current
        narrowing = SiteNarrowing(query)
    }

    func address(tab other: Tab? = nil, page: Int = 0) -> Address {
        var list = Routes.assignments.address
        if (other ?? tab) == .ended { list = list.with("show", Tab.ended.rawValue) }
        return narrowing.narrowed(list, page: page)
    }

    /// The whole list as a file.
    var file: Address {
        let list = Routes.assignmentsFile.address
        return narrowing.narrowed(tab == .current ? list : list.with("show", Tab.ended.rawValue))
    }

    /// An assignment that begins later is current: somebody is going to come.
    func admits(_ assignment: Assignment, on today: Day) -> Bool {
        let hasEnded = assignment.days.through.map { $0 < today } ?? false
        return hasEnded == (tab == .ended)
    }
}
