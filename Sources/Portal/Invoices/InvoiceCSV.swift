import Formats
import HTTP
import Staffing

/// Invoices as files for other programs: the same rows and sums as on the pages.
enum InvoiceCSV {
    static func statement(_ ledger: InvoiceLedger, _ state: TenantState, on today: Day) -> Response {
        var file = CSVWriter(marksEncoding: true)
        file.row([
            "number", "issued", "due", "worksite", "week", "total", "currency", "status", "paid on",
        ])
        for invoice in ledger.invoices {
            file.row([
                .text(invoice.number), .text(invoice.issued.iso), .text(invoice.due.iso),
                .text(state.worksites[invoice.worksite]?.name ?? ""), .text(invoice.week.iso),
                .decimal(invoice.total.minorUnits, scale: 2), .text(invoice.total.currency.rawValue),
                .text(invoice.statusWord(on: today)), .text(invoice.paidOn?.iso ?? ""),
            ])
        }
        return Response(offering: file.bytes, as: .csv, named: "statement-\(today.iso).csv")
    }

    static func lines(_ sheet: InvoiceSheet) -> Response {
        var file = CSVWriter(marksEncoding: true)
        file.row([
            "invoice", "week", "worker number", "worker", "job", "type", "minutes", "hours", "rate",
            "percent of rate", "amount", "currency", "purchase order", "approved by", "approved on",
        ])
        for line in sheet.lines {
            let priced = line.priced
            file.row([
                .text(sheet.invoice.number), .text(sheet.invoice.week.iso), .text(line.workerNumber),
                .text(line.worker), .text(line.job), .text(priced.type.fileWord),
                .integer(Int64(priced.minutes)),
                .decimal((Int64(priced.minutes) * 100 + 30) / 60, scale: 2),
                .decimal(priced.rate.minorUnits, scale: 2), .integer(Int64(priced.type.percentOfRate)),
                .decimal(priced.amount.minorUnits, scale: 2), .text(priced.amount.currency.rawValue),
                .text(line.purchaseOrder), .text(line.approval?.name ?? ""),
                .text(line.approval?.day.iso ?? ""),
            ])
        }
        return Response(offering: file.bytes, as: .csv, named: "\(sheet.invoice.number).csv")
    }
}

extension Invoice {
    var paidOn: Day? { if case .paid(let day) = status { day } else { nil } }
}

extension HourType {
    /// Part of the file format.
    fileprivate var fileWord: String {
        switch self {
        case .regular: "regular"
        case .overtime: "overtime"
        case .doubleTime: "double time"
        }
    }
}
