import Formats
import Markup
import Staffing

extension HourType {
    /// What the rate is multiplied by, where it is not taken once: `× 1.5`.
    func factor(_ language: FormatLanguage) -> String? {
        guard percentOfRate != 100 else { return nil }
        let number = DecimalStyle(language).text(Int64(percentOfRate), scale: 2, trimsZeros: true)
        // A no-break space: the sign never stands at the end of a line alone.
        return "×\u{A0}" + number
    }
}

extension InvoiceLine {
    /// `$31.50 × 1.5`
    func rateText(_ currency: Currency, _ language: FormatLanguage) -> String {
        let plain = rate.text(currency, language)
        return type.factor(language).map { plain + " " + $0 } ?? plain
    }
}

extension Day {
    func spelled(_ language: FormatLanguage) -> String { civil.text(.short, language) }

    /// `<time datetime="2026-11-13">Nov 13, 2026</time>`
    func spelledTime(_ language: FormatLanguage) -> Markup {
        "<time datetime=\"\(iso)\">\(spelled(language))</time>"
    }
}

/// The state of an invoice as a word, a shape and a colour.
struct InvoiceStatus {
    /// Days before the due date from which it is worth a look.
    static let soonDays = 3

    let words: String
    let tone: StaticString

    init(_ invoice: Invoice, on today: Day, _ say: any InvoiceWords, _ language: FormatLanguage) {
        let days = today.days(until: invoice.due)
        switch invoice.status {
        case .paid(let day):
            words = say.paid(on: day.spelled(language))
            tone = "ok"
        case .open where days < 0:
            words = say.overdue(days: -days)
            tone = "bad"
        case .open:
            words = say.due(inDays: days)
            tone = days <= Self.soonDays ? "warn" : "info waiting"
        }
    }

    /// Plain, for the rows of a table.
    var shape: Markup { "<span class=\"shape \(tone)\">\(words)</span>" }

    /// Tinted, for a heading.
    var chip: Markup { "<span class=\"chip \(tone)\">\(words)</span>" }
}

/// The state as files name it, in words that do not depend on today's date beyond `overdue`.
extension Invoice {
    func statusWord(on today: Day) -> String {
        switch status {
        case .paid: "paid"
        case .open: isOverdue(on: today) ? "overdue" : "open"
        }
    }
}
