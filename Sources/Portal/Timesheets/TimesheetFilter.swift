import HTTP
import Staffing

/// Which timesheets somebody wants to see: all of it stands in the address.
struct TimesheetFilter: Sendable {
    enum Tab: String, Sendable { case waiting, done }

    let tab: Tab
    let narrowing: SiteNarrowing

    init(_ query: Query) {
        tab = query["state"].flatMap(Tab.init) ?? .waiting
        narrowing = SiteNarrowing(query)
    }

    /// The list with this filter, or another tab or page of it.
    func address(tab other: Tab? = nil, page: Int = 0) -> Address {
        let list = (other ?? tab) == .waiting ? Routes.timesheets.address : Self.done
        return narrowing.narrowed(list, page: page)
    }

    /// The whole list as a file.
    var file: Address {
        let list = Routes.timesheetsFile.address
        return narrowing.narrowed(tab == .waiting ? list : list.with("state", Tab.done.rawValue))
    }

    static let done = Routes.timesheets.address.with("state", Tab.done.rawValue)
}
