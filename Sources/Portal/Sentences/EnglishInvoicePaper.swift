import Formats
import Staffing

extension English {
    package var onPaper: any PaperWords { EnglishPaper() }
    package var ofInvoices: any InvoiceWords { EnglishInvoices() }
    package var ofBilling: any BillingWords { EnglishBilling() }
}

struct EnglishPaper: PaperWords {
    let formats = FormatLanguage.englishUS
    let invoice = "Invoice"
    let billTo = "Bill to"
    let worksite = "Worksite"
    let issued = "Issued"
    let due = "Due"
    let period = "Work period"
    let number = "Number"
    let amountDue = "Amount due"
    let worker = "Worker"
    let job = "Job"
    let purchaseOrder = "PO"
    let hoursType = "Type"
    let hours = "Hours"
    let rate = "Rate"
    let subtotal = "Subtotal"
    let restsOnApprovals = """
        Each line rests on a timesheet that your company approved. The client portal shows who approved it, \
        and when.
        """

    func title(_ number: String) -> String { "Invoice \(number)" }
    func amount(in currency: String) -> String { "Amount (\(currency))" }

    func name(of type: HourType) -> String {
        switch type {
        case .regular: "Regular"
        case .overtime: "Overtime"
        case .doubleTime: "Double time"
        }
    }

    func hours(of type: HourType) -> String {
        switch type {
        case .regular: "Regular hours"
        case .overtime: "Overtime hours"
        case .doubleTime: "Double-time hours"
        }
    }

    /// `Nov 9–15, 2026`, and no more words than the two dates need.
    func days(_ first: CivilDate, through last: CivilDate) -> String {
        let (one, other) = (first.text(.short, .englishUS), last.text(.short, .englishUS))
        if first.year != last.year { return "\(one) – \(other)" }
        let start = one.prefix { $0 != "," }
        return first.month == last.month
            ? "\(start)–\(last.day), \(last.year)" : "\(start) – \(other)"
    }

    func payBy(_ date: String, number: String) -> String {
        "Please pay by \(date) and name the invoice number \(number)."
    }

    func page(_ number: Int, of count: Int) -> String { "Page \(number) of \(count)" }
}
