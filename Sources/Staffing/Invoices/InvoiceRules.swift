/// How approved hours become invoices: one for each worksite and week.
package enum InvoiceRules {
    /// What could be invoiced now, up to and with the week that begins on `last`, by week and worksite.
    package static func drafts(
        through last: Day, _ state: TenantState, _ context: Context
    ) throws(InvoiceRefusal) -> [InvoiceDraft] {
        guard Policy.may(context.viewer, .makeInvoices, at: .tenant, on: context.today).isAllowed else {
            throw .notAllowed
        }
        let ready = state.timesheets.values.filter { $0.isApproved && $0.invoice == nil && $0.week <= last }
        let groups = Dictionary(grouping: ready) { Bundle(week: $0.week, worksite: $0.worksite) }
        var drafts: [InvoiceDraft] = []
        for bundle in groups.keys.sorted(by: { $0.precedes($1, in: state) }) {
            let sheets = (groups[bundle] ?? []).sorted { state.order($0, before: $1) }
            let number = state.client.invoiceNumber(state.invoices.count + drafts.count + 1)
            let draft = draft(of: sheets, bundle, number, state, context.today)
            if !draft.lines.isEmpty { drafts.append(draft) }
        }
        return drafts
    }

    package static func decide(
        _ command: InvoiceCommand, _ state: TenantState, _ context: Context
    ) throws(InvoiceRefusal) -> [InvoiceEvent] {
        guard Policy.may(context.viewer, .makeInvoices, at: .tenant, on: context.today).isAllowed else {
            throw .notAllowed
        }
        switch command {
        case .issue(let draft, let file):
            guard try drafts(through: draft.week, state, context).contains(draft) else {
                throw .changedSinceDraft
            }
            let invoice = Invoice(
                id: context.draw(Invoice.self), number: draft.number, worksite: draft.worksite,
                week: draft.week, issued: draft.issued, due: draft.due, lines: draft.lines,
                total: draft.total, file: file)
            return [.issued(invoice)]
        case .recordPayment(let id, let day):
            guard let invoice = state.invoices[id] else { throw .unknown }
            guard invoice.status == .open else { throw .alreadyPaid }
            return [.paid(id, on: day)]
        }
    }

    private static func draft(
        of sheets: [Timesheet], _ bundle: Bundle, _ number: String, _ state: TenantState, _ today: Day
    ) -> InvoiceDraft {
        let currency = state.client.currency
        let lines = sheets.flatMap { priced($0, state, currency) }
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

    private struct Bundle: Hashable {
        let week: Day
        let worksite: WorksiteID

        func precedes(_ other: Bundle, in state: TenantState) -> Bool {
            if week != other.week { return week < other.week }
            return state.code(of: worksite) < state.code(of: other.worksite)
        }
    }
}
