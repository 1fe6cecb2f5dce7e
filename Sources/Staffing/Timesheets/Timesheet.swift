/// One worker's hours on one assignment for one workweek, from their arrival to the invoice.
package struct Timesheet: Identified, Hashable, Sendable {
    package let id: TimesheetID
    package let assignment: AssignmentID
    package let worker: WorkerID
    package let worksite: WorksiteID
    /// The first day of the workweek.
    package let week: Day
    private var worked: WorkedDays
    package var status: Status
    /// Binds a decision to what was shown; changes with every change of the hours.
    package var fingerprint: Fingerprint
    /// How often the hours were changed after they first came in.
    package var edits: Int
    package var invoice: InvoiceID?
    package var history: [TimesheetEntry]

    package enum Status: Hashable, Sendable {
        case submitted
        case approved(by: Viewer.Person, at: Moment)
        case rejected(RejectionReason)
    }

    package init(
        id: TimesheetID, assignment: AssignmentID, worker: WorkerID, worksite: WorksiteID, week: Day,
        days: [WorkedDay], status: Status, fingerprint: Fingerprint, edits: Int, invoice: InvoiceID?,
        history: [TimesheetEntry]
    ) {
        self.id = id
        self.assignment = assignment
        self.worker = worker
        self.worksite = worksite
        self.week = week
        worked = WorkedDays(days, in: week)
        self.status = status
        self.fingerprint = fingerprint
        self.edits = edits
        self.invoice = invoice
        self.history = history
    }

    package var isWaiting: Bool { status == .submitted }

    package var isApproved: Bool { if case .approved = status { true } else { false } }

    package var hours: HoursByType { worked.hours }

    package var days: [WorkedDay] {
        get { worked.days(in: week) }
        set { worked = WorkedDays(newValue, in: week) }
    }
}

/// Minutes of work by how they are billed.
package struct HoursByType: Hashable, Sendable {
    package var regular: Int
    package var overtime: Int
    package var doubleTime: Int

    package init(regular: Int = 0, overtime: Int = 0, doubleTime: Int = 0) {
        self.regular = regular
        self.overtime = overtime
        self.doubleTime = doubleTime
    }

    package var total: Int { regular + overtime + doubleTime }

    package mutating func add(_ other: HoursByType) {
        regular += other.regular
        overtime += other.overtime
        doubleTime += other.doubleTime
    }

    package subscript(type: HourType) -> Int {
        switch type {
        case .regular: regular
        case .overtime: overtime
        case .doubleTime: doubleTime
        }
    }
}

package enum HourType: UInt8, CaseIterable, Sendable {
    case regular = 1, overtime, doubleTime

    /// The part of the bill rate that an hour of this type costs.
    package var percentOfRate: Int {
        switch self {
        case .regular: 100
        case .overtime: 150
        case .doubleTime: 200
        }
    }
}

/// The hours of one civil day at the worksite, with the raw punches where the source had them.
package struct WorkedDay: Hashable, Sendable {
    package let day: Day
    package let hours: HoursByType
    /// As they came; never rounded.
    package let punches: [Punch]

    package init(day: Day, hours: HoursByType, punches: [Punch] = []) {
        self.day = day
        self.hours = hours
        self.punches = punches
    }
}

/// A stretch of work between two instants.
package struct Punch: Hashable, Sendable {
    package let start: Moment
    package let end: Moment

    package init(start: Moment, end: Moment) {
        self.start = start
        self.end = end
    }
}

/// What happened to a timesheet, by whom and when: its approval history.
package struct TimesheetEntry: Hashable, Sendable {
    package let what: What
    package let by: Viewer.Person
    /// The name at that time; people leave, history stays.
    package let name: String
    package let at: Moment

    package init(what: What, by: Viewer.Person, name: String, at: Moment) {
        self.what = what
        self.by = by
        self.name = name
        self.at = at
    }

    package enum What: Hashable, Sendable {
        case received, changed
        case approved
        case approvalWithdrawn
        case rejected(RejectionReason, words: String)
        case commented(String)
        case invoiced(InvoiceID)
    }
}

/// Why an approver sends hours back. The code is for figures, the words beside it for the worker.
package enum RejectionReason: String, CaseIterable, Sendable {
    case wrongHours = "wrong-hours"
    case notWorked = "not-worked"
    case wrongWorksite = "wrong-worksite"
    case breakMissing = "break-missing"
    case other
}
