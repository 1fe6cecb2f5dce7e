package import Formats
package import Staffing

/// The words of invoices: on paper and on the client's pages.
package protocol InvoiceSentences {
    var onPaper: any PaperWords { get }
    var ofInvoices: any InvoiceWords { get }
}

/// The words of invoices on the agency's pages.
package protocol BillingSentences {
    var ofBilling: any BillingWords { get }
}

/// What stands on the invoice itself, and what its pages share with it.
package protocol PaperWords: Sendable {
    /// How numbers, money and dates are printed; its name is the language's tag (BCP 47).
    var formats: FormatLanguage { get }
    var invoice: String { get }
    var billTo: String { get }
    var worksite: String { get }
    var issued: String { get }
    var due: String { get }
    var period: String { get }
    var number: String { get }
    var amountDue: String { get }
    var worker: String { get }
    var job: String { get }
    var purchaseOrder: String { get }
    var hoursType: String { get }
    var hours: String { get }
    var rate: String { get }
    var subtotal: String { get }
    var restsOnApprovals: String { get }

    func title(_ number: String) -> String
    func amount(in currency: String) -> String
    func name(of type: HourType) -> String
    func hours(of type: HourType) -> String
    func days(_ first: CivilDate, through last: CivilDate) -> String
    func payBy(_ date: String, number: String) -> String
    func page(_ number: Int, of count: Int) -> String
}

/// What people of a client read about their invoices.
package protocol InvoiceWords: Sendable {
    var open: String { get }
    var nothingOpen: String { get }
    var statement: String { get }
    var search: String { get }
    var searchHint: String { get }
    var status: String { get }
    var filter: String { get }
    var everything: String { get }
    var openInvoices: String { get }
    var overdue: String { get }
    var paid: String { get }
    var amount: String { get }
    var total: String { get }
    var download: String { get }
    var caption: String { get }
    var noneYet: String { get }
    var noneYetExplanation: String { get }
    var noneFound: String { get }
    var showAll: String { get }
    var lines: String { get }
    var evidence: String { get }
    var timesheet: String { get }
    var linesAsTable: String { get }

    func overdue(_ amount: String, since date: String) -> String
    func overdue(days: Int) -> String
    func due(inDays days: Int) -> String
    func paid(on date: String) -> String
    func week(of date: String) -> String
    func ofInvoice(_ number: String) -> String
    func of(worker: String) -> String
    func approved(by name: String, on date: String) -> String
}

/// What the agency's billing people read.
package protocol BillingWords: Sendable {
    var title: String { get }
    var ready: String { get }
    var nothingReady: String { get }
    var blocked: String { get }
    var nothingBlocked: String { get }
    var waiting: String { get }
    var sentBack: String { get }
    var through: String { get }
    var show: String { get }
    var workers: String { get }
    var issuedBefore: String { get }
    var nothingIssued: String { get }
    var recordPayment: String { get }
    var paidOn: String { get }
    var chooseInvoice: String { get }
    var chooseDay: String { get }
    var chooseWeek: String { get }

    func invoiceCount(_ count: Int, _ amount: String) -> String
    func issue(_ count: Int, _ amount: String) -> String
    func issueFirst(_ count: Int, of all: Int) -> String
    func more(_ count: Int) -> String
    func sheetCount(_ count: Int) -> String
    func done(_ count: Int, _ amount: String) -> String
    func remaining(_ count: Int) -> String
    func leftOut(_ worksite: String, week: String) -> String
    func stopped(after count: Int) -> String
    func paymentRecorded(_ number: String) -> String
    func payment(of number: String, _ amount: String) -> String
    func explain(_ refusal: InvoiceRefusal) -> String
}
