import HTTP
import Staffing

/// Which timesheets somebody wants to see: all of it stands in the address.
struct TimesheetFilter: Sendable {
    enum Tab: String, Sendable { case waiting, done }

    let tab: Tab
    let worksite: WorksiteID?
    let search: String
    /// From 0.
    let page: Int

    static let rowsPerPage = 200
    static let longestSearch = 100
    private static let mostPages = 10_000

    init(_ query: Query) {
        tab = query["state"].flatMap(Tab.init) ?? .waiting
        worksite = query["worksite"].flatMap(WorksiteID.init(pathText:))
        search = String((query["q"] ?? "").trimmed.prefix(Self.longestSearch))
        page = query.count("page", upTo: Self.mostPages) ?? 0
    }

    var isNarrow: Bool { worksite != nil || !search.isEmpty }

    /// The list with this filter, or another tab or page of it.
    func address(tab other: Tab? = nil, page: Int = 0) -> Address {
        let tab = other ?? tab
        var address = tab == .waiting ? Routes.timesheets.address : Self.done
        address = narrowed(address)
        return page == 0 ? address : address.with("page", String(page))
    }

    /// An address that remembers worksite and search, so that a form leads back to the same list.
    func narrowed(_ address: Address) -> Address {
        var address = address
        if let worksite { address = address.with("worksite", worksite.pathText) }
        if !search.isEmpty { address = address.with("q", search) }
        return address
    }

    static let done = Routes.timesheets.address.with("state", Tab.done.rawValue)
}

extension Parameters {
    /// A number without sign and leading zeros, and nothing for anything else.
    func count(_ name: String, upTo most: Int) -> Int? {
        guard let text = self[name], let number = Int(text), (0...most).contains(number),
            String(number) == text
        else { return nil }
        return number
    }
}
