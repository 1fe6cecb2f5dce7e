/// How large a sheet may be that somebody approves alone. Above it their approval is the first of two.
package struct ApprovalLimit: Hashable, Sendable {
    /// Of all hours on the sheet.
    package let minutes: Int?
    /// What the hours cost the client, in minor units of its currency.
    package let amount: Int64?

    /// A week has so many hours.
    package static let mostMinutes = 7 * 24 * 60
    /// 10,000,000.00: beyond it a decimal point was lost.
    package static let mostAmount: Int64 = 1_000_000_000

    /// Nothing where nothing is limited.
    package init?(minutes: Int?, amount: Int64?) {
        guard minutes != nil || amount != nil else { return nil }
        self.minutes = minutes
        self.amount = amount
    }

    package var isPossible: Bool {
        minutes.map { (0...Self.mostMinutes).contains($0) } ?? true
            && amount.map { (0...Self.mostAmount).contains($0) } ?? true
    }

    package func allows(_ size: SheetSize) -> Bool {
        !isOverHours(size) && size.amount <= amount ?? .max
    }

    /// Whether it is the hours that are too many: those may be told to everybody who sees the sheet, while
    /// an amount is for who may see rates.
    package func isOverHours(_ size: SheetSize) -> Bool { size.minutes > minutes ?? .max }
}

/// What a limit is compared with.
package struct SheetSize: Hashable, Sendable {
    package let minutes: Int
    package let amount: Int64

    package init(minutes: Int, amount: Int64) {
        self.minutes = minutes
        self.amount = amount
    }

    package init(_ hours: HoursByType, of assignment: Assignment, in currency: Currency) {
        let cost = hours.price(at: assignment.billRate.forRecords(), in: currency)
        self.init(minutes: hours.total, amount: cost.minorUnits)
    }
}

/// How far somebody's approval of one sheet goes.
package enum ApprovalReach: Hashable, Sendable {
    case none
    /// Somebody else must approve it too, because it is over this limit.
    case first(ApprovalLimit)
    case whole
}

/// What lets somebody approve, and how far: what they hold themselves, or what somebody lends them.
package struct ApprovalGround: Hashable, Sendable {
    package let reach: ApprovalReach
    package let behalf: OnBehalf?
}

extension Policy {
    /// The widest of what the viewer holds at the place counts.
    package static func approval(
        _ viewer: Viewer, of size: SheetSize, at place: Place, on day: Day
    ) -> ApprovalReach {
        let reaches = viewer.approvals(of: size, at: place, on: day).map(\.reach)
        return reaches.first { $0 == .whole } ?? reaches.first ?? .none
    }
}

extension HoursByType {
    /// Each type at its part of the rate, rounded on its own, as the lines of an invoice are.
    package func price(at rate: HourlyRate, in currency: Currency) -> Money {
        HourType.allCases.reduce(Money(minorUnits: 0, currency)) {
            $0 + rate.price(minutes: self[$1], percent: $1.percentOfRate, in: currency)
        }
    }
}

extension Contact {
    /// The limit that everything this person holds has in common; nothing where there is none.
    package var commonLimit: ApprovalLimit? {
        let limits = Set(grants.map(\.limit))
        return limits.count == 1 ? limits.first.flatMap(\.self) : nil
    }
}
