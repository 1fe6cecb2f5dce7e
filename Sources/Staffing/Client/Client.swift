/// The client company itself: what its pages, weeks and invoices have in common.
package struct Client: Hashable, Sendable {
    package var name: String
    package var currency: Currency
    package var language: Language
    /// The zone by whose date grants begin and end.
    package var timeZone: String
    package var workweekStart: Weekday
    package var invoicePrefix: String
    package var paymentTermsDays: Int

    package init(
        name: String, currency: Currency, language: Language, timeZone: String, workweekStart: Weekday,
        invoicePrefix: String, paymentTermsDays: Int
    ) {
        self.name = name
        self.currency = currency
        self.language = language
        self.timeZone = timeZone
        self.workweekStart = workweekStart
        self.invoicePrefix = invoicePrefix
        self.paymentTermsDays = paymentTermsDays
    }

    package static let unopened = Client(
        name: "", currency: .usd, language: .english, timeZone: "UTC", workweekStart: .monday,
        invoicePrefix: "", paymentTermsDays: 30)

    func invoiceNumber(_ count: Int) -> String {
        let digits = String(count)
        return invoicePrefix + "-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}
