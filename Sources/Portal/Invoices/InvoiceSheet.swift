import Staffing
import Tenancy

/// An invoice with its lines spelled out, as far as its reader may see what lies behind them.
struct InvoiceSheet: Sendable {
    let invoice: Invoice
    let clientName: String
    let worksiteName: String
    let lines: [Line]
    let showsFile: Bool

    struct Line: Sendable {
        let priced: InvoiceLine
        let worker: String
        let workerNumber: String
        let job: String
        let purchaseOrder: String
        /// Nothing for somebody who may see the invoice but not the timesheets.
        let timesheet: TimesheetID?
        let approval: Approval?
    }

    /// Who signed the hours off, and on which day at the worksite.
    struct Approval: Sendable {
        let name: String
        let day: Day
    }

    init(_ invoice: Invoice, _ state: TenantState, _ visit: Visit) {
        let worksite = state.worksites[invoice.worksite]
        let maySeeSheets = visit.may(.seeTimesheets, at: .worksite(invoice.worksite))
        let zone = worksite?.timeZone ?? state.client.timeZone
        self.invoice = invoice
        showsFile = InvoiceLedger.mayOpenFile(invoice, visit.viewer, visit.today)
        clientName = state.client.name
        worksiteName = worksite?.name ?? ""
        lines = invoice.lines.map { line in
            let sheet = state.timesheets[line.timesheet]
            let worker = sheet.flatMap { state.workers[$0.worker] }
            let assignment = sheet.flatMap { state.assignments[$0.assignment] }
            let approval = maySeeSheets ? sheet?.lastApproval : nil
            return Line(
                priced: line, worker: worker?.name ?? "", workerNumber: worker?.number ?? "",
                job: assignment?.title ?? "", purchaseOrder: assignment?.purchaseOrder ?? "",
                timesheet: maySeeSheets ? sheet?.id : nil,
                approval: approval.map {
                    Approval(name: $0.signed(visit.say), day: visit.services.world.day($0.at, zone))
                })
        }
    }
}

extension Timesheet {
    /// The approval that stands: the last one, since hours are invoiced only while they are approved.
    fileprivate var lastApproval: TimesheetEntry? { history.last { $0.what == .approved } }
}
