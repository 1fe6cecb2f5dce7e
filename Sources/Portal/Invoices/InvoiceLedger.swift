import Staffing

/// The invoices that somebody may see, and what is owed on them. What they may not see counts nowhere.
struct InvoiceLedger: Sendable {
    /// Unpaid before paid, each newest first.
    let invoices: [Invoice]
    let open: Money
    let overdue: Money
    /// The earliest due date that has passed.
    let overdueSince: Day?

    init(_ state: TenantState, for viewer: Viewer, on today: Day) {
        let visible = state.invoices.values.filter { Self.mayOpen($0, viewer, today) }
        invoices = visible.sorted { $0.stands(before: $1) }
        let nothing = Money(minorUnits: 0, state.client.currency)
        open = visible.filter { $0.status == .open }.reduce(nothing) { $0 + $1.total }
        let late = visible.filter { $0.isOverdue(on: today) }
        overdue = late.reduce(nothing) { $0 + $1.total }
        overdueSince = late.map(\.due).min()
    }

    /// The one place that says who may open an invoice: list, page, files and totals ask here.
    static func mayOpen(_ invoice: Invoice, _ viewer: Viewer, _ today: Day) -> Bool {
        Policy.may(viewer, .seeInvoices, at: .worksite(invoice.worksite), on: today).isAllowed
    }

    /// The same for its file, which is a document of its own.
    static func mayOpenFile(_ invoice: Invoice, _ viewer: Viewer, _ today: Day) -> Bool {
        mayOpen(invoice, viewer, today)
            && Policy.may(viewer, .seeInvoiceFiles, at: .worksite(invoice.worksite), on: today).isAllowed
    }
}

extension Invoice {
    fileprivate func stands(before other: Invoice) -> Bool {
        let (isOpen, otherIsOpen) = (status == .open, other.status == .open)
        if isOpen != otherIsOpen { return isOpen }
        return issued != other.issued ? issued > other.issued : number.isNumber(after: other.number)
    }
}

extension String {
    /// Numbers of one tenant grow in length when their zeros are used up.
    fileprivate func isNumber(after other: String) -> Bool {
        (utf8.count, self) > (other.utf8.count, other)
    }
}

extension Visit {
    /// The invoice of an address, if there is one that this person may see.
    func invoice(_ id: InvoiceID, in state: TenantState) throws(Problem) -> Invoice {
        guard let invoice = state.invoices[id], InvoiceLedger.mayOpen(invoice, viewer, today) else {
            throw .missing
        }
        return invoice
    }

    /// Its file, if this person may open it.
    func invoiceFile(_ id: InvoiceID, in state: TenantState) throws(Problem) -> StoredFile {
        let invoice = try invoice(id, in: state)
        guard InvoiceLedger.mayOpenFile(invoice, viewer, today) else { throw .missing }
        return StoredFile(invoice)
    }
}
