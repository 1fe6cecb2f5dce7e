import Staffing

/// One timesheet with everything that this viewer may see of it, decided before the page is written.
struct TimesheetDetail: Sendable {
    let sheet: Timesheet
    let assignment: Assignment
    let worker: Worker
    let worksite: Worksite
    let exceptions: [TimesheetException]
    let clock: LocalClock
    let isDecider: Bool
    /// What their approval would do.
    let step: ApprovalStep
    let size: SheetSize
    let currency: Currency
    /// The department and the cost center of the assignment.
    let units: [Unit]
    let standing: TimesheetStanding
    /// What the hours cost, for viewers for whom the bill rate opens.
    let amount: Money?
    /// What the worker last said of the hours, where they sent them.
    let attestation: Attestation?
    /// For viewers who may see invoices.
    let invoice: Invoice?

    /// A sheet that the viewer may not see is as absent as one that does not exist.
    init(_ id: TimesheetID, _ state: TenantState, _ visit: Visit) throws(Problem) {
        guard let sheet = state.timesheets[id], visit.may(.seeTimesheets, at: sheet.place),
            let assignment = state.assignments[sheet.assignment], let worker = state.workers[sheet.worker],
            let worksite = state.worksites[sheet.worksite]
        else { throw .missing }
        self.sheet = sheet
        self.assignment = assignment
        self.worker = worker
        self.worksite = worksite
        exceptions = TimesheetException.found(in: sheet, of: assignment)
        clock = visit.clock(at: worksite)
        isDecider = visit.may(.decideTimesheets, at: sheet.place)
        step = state.approvalStep(on: sheet, by: visit.viewer, on: visit.today)
        currency = state.client.currency
        size = SheetSize(sheet.hours, of: assignment, in: state.client.currency)
        standing = TimesheetStanding(sheet, of: assignment, state, visit)
        units = [assignment.department, assignment.costCenter].compactMap { $0.flatMap { state.units[$0] } }
        amount = assignment.billRate.opened(for: visit.viewer, on: visit.today).map {
            sheet.hours.price(at: $0, in: state.client.currency)
        }
        attestation = state.expected.attestations[id]?.last
        let mayInvoices = visit.may(.seeInvoices, at: .worksite(worksite.id))
        invoice = mayInvoices ? sheet.invoice.flatMap { state.invoices[$0] } : nil
    }

    /// What was worked on a day of the week, if anything came in for it.
    func worked(on day: Day) -> WorkedDay? { sheet.days.first { $0.day == day } }

    var hasPunches: Bool { sheet.days.contains { !$0.punches.isEmpty } }

    /// Until when the approval can be taken back, if it still can.
    func withdrawalEnd(at now: Moment) -> Moment? {
        guard case .approved(_, let moment) = sheet.status, sheet.invoice == nil else { return nil }
        let end = moment.adding(seconds: TimesheetRules.withdrawalSeconds)
        return now <= end ? end : nil
    }
}

/// What somebody had entered before something was wrong with it.
struct Draft: Sendable {
    var reason: RejectionReason?
    var words = ""
    var errors = FormErrors()
}
