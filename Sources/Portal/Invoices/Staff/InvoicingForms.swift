import HTTP
import Staffing

/// A payment as the form has it; what was typed stays when something was wrong.
struct PaymentAsk: Sendable {
    let invoiceText: String
    let dayText: String

    init(_ form: Form) {
        invoiceText = form["invoice"] ?? ""
        dayText = form["paid"] ?? ""
    }

    var invoice: InvoiceID? { InvoiceID(pathText: invoiceText) }

    var day: Day? { Day(iso: dayText) }
}

/// How a run or a payment went, carried by the address of the next page in numbers and identifiers only.
struct InvoicingResult: Sendable {
    /// Bundles that are named; more are rare and stand in the list of drafts anyway.
    private static let mostNamed = 20

    private(set) var issued: Int?
    private(set) var total: Int64 = 0
    private(set) var remaining = 0
    private(set) var leftOut: [InvoiceBundle] = []
    private(set) var isStopped = false
    private(set) var paid: InvoiceID?

    init(_ outcome: InvoiceRun.Outcome) {
        issued = outcome.issued.count
        total = outcome.total?.minorUnits ?? 0
        remaining = outcome.remaining
        leftOut = Array(outcome.leftOut.prefix(Self.mostNamed))
        isStopped = outcome.failure != nil
    }

    init(_ query: Query) {
        issued = query["issued"].flatMap { Int($0) }
        total = query["total"].flatMap { Int64($0) } ?? 0
        remaining = query["remaining"].flatMap { Int($0) } ?? 0
        leftOut = query.all("left-out").prefix(Self.mostNamed).compactMap(Self.bundle)
        isStopped = query["stopped"] == "1"
        paid = query["paid"].flatMap(InvoiceID.init(pathText:))
    }

    func address(of tenant: TenantID) -> Address {
        var address = Routes.invoicing(tenant).with("issued", issued ?? 0)
            .with("total", total)
        if remaining > 0 { address = address.with("remaining", remaining) }
        for bundle in leftOut {
            address = address.with("left-out", bundle.week.iso + "." + bundle.worksite.pathText)
        }
        return isStopped ? address.with("stopped", "1") : address
    }

    private static func bundle(_ text: String) -> InvoiceBundle? {
        let parts = text.split(separator: ".").map(String.init)
        guard parts.count == 2, let week = Day(iso: parts[0]),
            let worksite = WorksiteID(pathText: parts[1])
        else { return nil }
        return InvoiceBundle(week: week, worksite: worksite)
    }
}
