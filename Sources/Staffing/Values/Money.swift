/// The currencies in which clients are billed; both have two decimals.
package enum Currency: String, CaseIterable, Sendable {
    case usd = "USD"
    case cad = "CAD"
}

/// An amount in minor units (cents) of one currency. Sums never mix currencies: a client has one.
package struct Money: Hashable, Sendable {
    package let minorUnits: Int64
    package let currency: Currency

    package init(minorUnits: Int64, _ currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    package static func + (left: Money, right: Money) -> Money {
        precondition(left.currency == right.currency, "amounts of two currencies have no sum")
        return Money(minorUnits: left.minorUnits + right.minorUnits, left.currency)
    }
}

/// A price for an hour of work, in minor units.
package struct HourlyRate: Hashable, Sendable {
    package let minorUnits: Int64

    /// 10,000.00 an hour: beyond it a decimal point was lost.
    package static let highest: Int64 = 1_000_000

    package init(minorUnits: Int64) { self.minorUnits = minorUnits }

    /// The price of `minutes` at `percent` of the rate, rounded half up to the cent, once, at the end.
    package func price(minutes: Int, percent: Int, in currency: Currency) -> Money {
        let exact = minorUnits * Int64(minutes) * Int64(percent)
        return Money(minorUnits: (exact + 3_000) / 6_000, currency)
    }
}
