import Staffing

struct EnglishInvoices: InvoiceWords {
    let open = "open"
    let nothingOpen = "Nothing is owed."
    let statement = "Statement (CSV)"
    let search = "Search"
    let searchHint = "Number, site, worker"
    let status = "Status"
    let filter = "Filter"
    let everything = "All"
    let openInvoices = "Open"
    let overdue = "Overdue"
    let paid = "Paid"
    let amount = "Amount"
    let total = "Total"
    let download = "Download"
    let caption = "Invoices, newest unpaid first"
    let noneYet = "No invoices yet"
    let noneYetExplanation = "The first one appears here when approved hours have been billed."
    let noneFound = "No invoice matches"
    let showAll = "Show all invoices"
    let lines = "Lines"
    let evidence = "Evidence"
    let timesheet = "Timesheet"
    let linesAsTable = "Lines (CSV)"

    func overdue(_ amount: String, since date: String) -> String { "\(amount) overdue since \(date)" }
    func overdue(days: Int) -> String { "Overdue \(Self.count(days, "day"))" }

    func due(inDays days: Int) -> String {
        switch days {
        case 0: "Due today"
        case 1: "Due tomorrow"
        default: "Due in \(days) days"
        }
    }

    func paid(on date: String) -> String { "Paid \(date)" }
    func week(of date: String) -> String { "Week of \(date)" }
    func ofInvoice(_ number: String) -> String { "of invoice \(number)" }
    func of(worker: String) -> String { "of \(worker)" }
    func approved(by name: String, on date: String) -> String { "Approved by \(name), \(date)" }

    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

struct EnglishBilling: BillingWords {
    let title = "Invoicing"
    let ready = "Approved and not invoiced"
    let nothingReady = "No approved hours wait for an invoice."
    let blocked = "Not approved yet"
    let nothingBlocked = "No timesheet up to this week waits for a decision."
    let waiting = "Waiting for approval"
    let sentBack = "Sent back"
    let through = "Up to and with the week of"
    let show = "Show"
    let workers = "Timesheets"
    let issuedBefore = "Issued invoices"
    let nothingIssued = "No invoice was issued yet."
    let recordPayment = "Record payment"
    let paidOn = "Paid on"
    let chooseInvoice = "Choose the invoice that was paid"
    let chooseDay = "Enter the day of the payment, such as 2026-11-20"
    let chooseWeek = "Choose the last week to invoice"

    func invoiceCount(_ count: Int, _ amount: String) -> String {
        "\(EnglishInvoices.count(count, "invoice")) · \(amount)"
    }
    func issue(_ count: Int, _ amount: String) -> String { "Issue \(invoiceCount(count, amount))" }
    func issueFirst(_ count: Int, of all: Int) -> String { "Issue the first \(count) of \(all) invoices" }
    func more(_ count: Int) -> String { "and \(count) more" }
    func sheetCount(_ count: Int) -> String { EnglishInvoices.count(count, "timesheet") }
    func done(_ count: Int, _ amount: String) -> String {
        "\(EnglishInvoices.count(count, "invoice")) issued, \(amount)"
    }
    func remaining(_ count: Int) -> String {
        EnglishInvoices.count(count, "invoice") + (count == 1 ? " remains" : " remain")
            + ". Issue again to go on."
    }
    func leftOut(_ worksite: String, week: String) -> String {
        "\(worksite), week of \(week): its hours changed while the invoice was made, so it was not issued."
    }
    func stopped(after count: Int) -> String {
        "The server could not write at that point. \(EnglishInvoices.count(count, "invoice")) went out "
            + "before; issue again in a minute to go on."
    }
    func paymentRecorded(_ number: String) -> String { "Payment of \(number) recorded" }
    func payment(of number: String, _ amount: String) -> String { "\(number) · \(amount)" }

    func explain(_ refusal: InvoiceRefusal) -> String {
        switch refusal {
        case .unknown: "There is no such invoice."
        case .notAllowed: "You may not do this."
        case .changedSinceDraft: "The hours changed meanwhile. Reload the page and look again."
        case .alreadyPaid: "A payment of this invoice is recorded already."
        case .paymentDateImpossible: "The payment cannot be before the invoice, nor on a day to come."
        }
    }
}
