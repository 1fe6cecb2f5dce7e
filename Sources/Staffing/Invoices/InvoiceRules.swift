/// How approved hours become invoices: one for each worksite and week.
package enum InvoiceRules {
    /// What could be invoiced now, up to and with the week that begins on `last`, by week and worksite.
    ///
    /// They are numbered in this order, so they can be issued in this order only. What is left out gets no
    /// number.
    package static func drafts(
        through last: Day, leavingOut skipped: Set<InvoiceBundle> = [], _ state: TenantState,
        _ context: Context
    ) throws(InvoiceRefusal) -> [InvoiceDraft] {
        guard mayMake(context) else { throw .notAllowed }
        let ready = state.toInvoice.filter { $0.week <= last }
        let groups = Dictionary(grouping: ready, by: \.bundle)
        var drafts: [InvoiceDraft] = []
        for bundle in groups.keys.sorted(by: { state.order($0, before: $1) }) where !skipped.contains(bundle)
        {
            let draft = draft(
                of: groups[bundle] ?? [], bundle, state.invoiceNumber(ahead: drafts.count), state,
                context.today)
            if !draft.lines.isEmpty { drafts.append(draft) }
        }
        return drafts
    }

    package static func decide(
        _ command: InvoiceCommand, _ state: TenantState, _ context: Context
    ) throws(InvoiceRefusal) -> [InvoiceEvent] {
        guard mayMake(context) else { throw .notAllowed }
        switch command {
        case .issue(let draft, let file): return try issue(draft, file, state, context)
        case .recordPayment(let id, let day):
            guard let invoice = state.invoices[id] else { throw .unknown }
            guard invoice.status == .open else { throw .alreadyPaid }
            guard (invoice.issued...max(invoice.issued, context.today)).contains(day) else {
                throw .paymentDateImpossible
            }
            return [.paid(id, on: day)]
        }
    }

    private static func mayMake(_ context: Context) -> Bool {
        Policy.may(context.viewer, .makeInvoices, at: .tenant, on: context.today).isAllowed
    }

    /// A draft is issued only as it was rendered, and as the next in number: no gap, and no number twice.
    private static func issue(
        _ shown: InvoiceDraft, _ file: Fingerprint, _ state: TenantState, _ context: Context
    ) throws(InvoiceRefusal) -> [InvoiceEvent] {
        let sheets = state.decidedShelf(at: shown.worksite).sheets(of: shown.week)
            .compactMap { state.timesheets[$0] }.filter(\.isReadyToInvoice)
        let now = draft(of: sheets, shown.bundle, state.invoiceNumber(ahead: 0), state, context.today)
        guard now == shown, !now.lines.isEmpty else { throw .changedSinceDraft }
        let invoice = Invoice(
            id: context.draw(Invoice.self), number: now.number, worksite: now.worksite, week: now.week,
            issued: now.issued, due: now.due, lines: now.lines, total: now.total, file: file)
        return [.issued(invoice)]
    }

    private static func draft(
        of sheets: [Timesheet], _ bundle: InvoiceBundle, _ number: String, _ state: TenantState, _ today: Day
    ) -> InvoiceDraft {
        let currency = state.client.currency
        let lines = sheets.sorted { state.order($0, before: $1) }.flatMap { priced($0, state, currency) }
        let total = lines.reduce(Money(minorUnits: 0, currency)) { $0 + $1.amount }
        return InvoiceDraft(
            number: number, worksite: bundle.worksite, week: bundle.week, issued: today,
            due: today.adding(days: state.client.paymentTermsDays), lines: lines, total: total)
    }

    private static func priced(
        _ sheet: Timesheet, _ state: TenantState, _ currency: Currency
    ) -> [InvoiceLine] {
        guard let rate = state.assignments[sheet.assignment]?.billRate.forRecords() else { return [] }
        return HourType.allCases.compactMap { type in
            let minutes = sheet.hours[type]
            guard minutes > 0 else { return nil }
            let amount = rate.price(minutes: minutes, percent: type.percentOfRate, in: currency)
            return InvoiceLine(timesheet: sheet.id, type: type, minutes: minutes, rate: rate, amount: amount)
        }
    }
}

extension Timesheet {
    package var isReadyToInvoice: Bool { isApproved && invoice == nil }

    package var bundle: InvoiceBundle { InvoiceBundle(week: week, worksite: worksite) }
}

extension TenantState {
    /// The number of the next invoice, or of one so many further on.
    fileprivate func invoiceNumber(ahead count: Int) -> String {
        client.invoiceNumber(invoices.count + count + 1)
    }

    /// By week, then by the worksite's code.
    fileprivate func order(_ left: InvoiceBundle, before right: InvoiceBundle) -> Bool {
        left.week != right.week
            ? left.week < right.week : code(of: left.worksite) < code(of: right.worksite)
    }
}
