/// A bill for the approved hours of one worksite in one workweek. Its lines lead to timesheets.
package struct Invoice: Identified, Hashable, Sendable {
    package let id: InvoiceID
    /// Without gaps within the tenant: `NW-00017`.
    package let number: String
    package let worksite: WorksiteID
    package let week: Day
    package let issued: Day
    package let due: Day
    package let lines: [InvoiceLine]
    package let total: Money
    /// The rendered file, stored once and identical for ever.
    package let file: Fingerprint
    package var status: Status

    package enum Status: Hashable, Sendable {
        case open
        case paid(on: Day)
    }

    package init(
        id: InvoiceID, number: String, worksite: WorksiteID, week: Day, issued: Day, due: Day,
        lines: [InvoiceLine], total: Money, file: Fingerprint, status: Status = .open
    ) {
        self.id = id
        self.number = number
        self.worksite = worksite
        self.week = week
        self.issued = issued
        self.due = due
        self.lines = lines
        self.total = total
        self.file = file
        self.status = status
    }

    package func isOverdue(on day: Day) -> Bool { status == .open && due < day }
}

/// Hours of one type from one timesheet, at a price.
package struct InvoiceLine: Hashable, Sendable {
    package let timesheet: TimesheetID
    package let type: HourType
    package let minutes: Int
    /// The bill rate of the assignment, before the part that the type adds.
    package let rate: HourlyRate
    package let amount: Money

    package init(timesheet: TimesheetID, type: HourType, minutes: Int, rate: HourlyRate, amount: Money) {
        self.timesheet = timesheet
        self.type = type
        self.minutes = minutes
        self.rate = rate
        self.amount = amount
    }
}

/// An invoice that is decided but has no file yet: what the file is rendered from.
package struct InvoiceDraft: Hashable, Sendable {
    package let number: String
    package let worksite: WorksiteID
    package let week: Day
    package let issued: Day
    package let due: Day
    package let lines: [InvoiceLine]
    package let total: Money

    package init(
        number: String, worksite: WorksiteID, week: Day, issued: Day, due: Day, lines: [InvoiceLine],
        total: Money
    ) {
        self.number = number
        self.worksite = worksite
        self.week = week
        self.issued = issued
        self.due = due
        self.lines = lines
        self.total = total
    }

    package var bundle: InvoiceBundle { InvoiceBundle(week: week, worksite: worksite) }
}

/// Which hours belong on one invoice: those of a worksite in a workweek.
package struct InvoiceBundle: Hashable, Sendable {
    package let week: Day
    package let worksite: WorksiteID

    package init(week: Day, worksite: WorksiteID) {
        self.week = week
        self.worksite = worksite
    }
}

package enum InvoiceEvent: Hashable, Sendable {
    case issued(Invoice)
    case paid(InvoiceID, on: Day)
}

package enum InvoiceCommand: Hashable, Sendable {
    /// The draft as it was rendered, and the file's fingerprint.
    case issue(InvoiceDraft, file: Fingerprint)
    case recordPayment(InvoiceID, on: Day)
}

package enum InvoiceRefusal: Refusal, Hashable {
    case unknown, notAllowed
    /// Hours were approved, withdrawn or invoiced since the draft was made, or it is not the next in number.
    case changedSinceDraft
    case alreadyPaid
    /// A payment before the invoice was issued, or on a day that is yet to come.
    case paymentDateImpossible

    package var kind: RefusalKind {
        switch self {
        case .unknown: .missing
        case .notAllowed: .forbidden
        case .paymentDateImpossible: .invalid
        case .changedSinceDraft, .alreadyPaid: .conflict
        }
    }
}
