import HTTP
import Staffing

/// Which invoices somebody asked for, as the address says it.
struct InvoiceFilter: Hashable, Sendable {
    enum Status: String, CaseIterable, Sendable {
        case all, open, overdue, paid
    }

    static let perPage = 50
    private static let longestText = 100

    let status: Status
    let text: String
    /// From 1.
    let page: Int

    /// What cannot be read means: everything, from the start.
    init(_ query: Query) {
        status = query["status"].flatMap(Status.init) ?? .all
        text = String((query["q"] ?? "").prefix(Self.longestText))
        page = query["page"].flatMap { Int($0) }.map { max(1, min($0, 100_000)) } ?? 1
    }

    var isNarrow: Bool { status != .all || !text.isEmpty }

    func address(page: Int) -> Address {
        var address = Routes.invoices.address
        if status != .all { address = address.with("status", status.rawValue) }
        if !text.isEmpty { address = address.with("q", text) }
        return page == 1 ? address : address.with("page", page)
    }

    func select(_ invoices: [Invoice], in state: TenantState, on today: Day) -> [Invoice] {
        let words = text.lowercased().split(separator: " ").map(String.init)
        return invoices.filter { invoice in
            guard holds(invoice, today) else { return false }
            guard !words.isEmpty else { return true }
            let searched = Self.searched(invoice, state)
            return words.allSatisfy { searched.contains($0) }
        }
    }

    private func holds(_ invoice: Invoice, _ today: Day) -> Bool {
        switch status {
        case .all: true
        case .open: invoice.status == .open
        case .overdue: invoice.isOverdue(on: today)
        case .paid: invoice.status != .open
        }
    }

    /// Number, worksite and the names on the lines: what the invoice shows anyway.
    private static func searched(_ invoice: Invoice, _ state: TenantState) -> String {
        let worksite = state.worksites[invoice.worksite]
        let names = Set(invoice.lines.map(\.timesheet)).compactMap { id in
            state.timesheets[id].flatMap { state.workers[$0.worker]?.name }
        }
        return ([invoice.number, worksite?.name ?? "", worksite?.code ?? ""] + names)
            .joined(separator: "\n").lowercased()
    }
}
