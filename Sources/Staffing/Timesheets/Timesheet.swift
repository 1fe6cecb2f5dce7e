/// One worker's hours on one assignment for one workweek, from their arrival to the invoice: read out of the
/// packed form in which they lie, and no more than a look at it.
package struct Timesheet: Identified, Sendable {
    package let id: TimesheetID
    package let assignment: AssignmentID
    package let worker: WorkerID
    package let worksite: WorksiteID
    /// Of its assignment: who may see and decide it is asked there.
    package let place: Place
    /// The first day of the workweek.
    package let week: Day
    /// Binds a decision to what was shown; changes with every change of the hours.
    package let fingerprint: ShortFingerprint
    package let status: Status
    package let invoice: InvoiceID?
    private let past: SheetPast

    package enum Status: Hashable, Sendable {
        case submitted
        /// Approved by somebody whose limit it is over: it waits for a second person.
        case begun(by: Viewer.Person, for: ContactID?, at: Moment, over: ApprovalLimit)
        case approved(by: Viewer.Person, at: Moment)
        case rejected(RejectionReason)
    }

    init(_ row: SheetRow, of assignment: Assignment, _ past: SheetPast) {
        id = row.id
        self.assignment = assignment.id
        worker = assignment.worker
        worksite = assignment.worksite
        place = assignment.place
        week = row.week
        fingerprint = row.fingerprint
        status = past.status
        invoice = past.invoice
        self.past = past
    }

    package var isWaiting: Bool {
        switch status {
        case .submitted, .begun: true
        case .approved, .rejected: false
        }
    }

    package var isBegun: Bool { if case .begun = status { true } else { false } }

    package var isSentBack: Bool { if case .rejected = status { true } else { false } }

    package var isApproved: Bool { if case .approved = status { true } else { false } }

    package var hours: HoursByType { past.course.worked.hours }

    package var days: [WorkedDay] { past.course.worked.days(in: week) }

    /// How a rule pack split the hours, where one did.
    package var ruling: OvertimeRuling? { past.course.worked.ruling }

    /// How often the hours were changed after they first came in.
    package var edits: Int { past.course.edits }

    /// Everything that happened to it, the oldest first.
    package var history: [TimesheetEntry] { past.entries }

    var course: SheetCourse { past.course }
}

extension Timesheet: Equatable {
    package static func == (left: Timesheet, right: Timesheet) -> Bool {
        left.id == right.id && left.assignment == right.assignment && left.worker == right.worker
            && left.worksite == right.worksite && left.week == right.week && left.days == right.days
            && left.ruling == right.ruling
            && left.fingerprint == right.fingerprint && left.history == right.history
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
    /// In whose place, if in anybody's.
    package let onBehalf: OnBehalf?
    package let at: Moment

    package init(
        what: What, by: Viewer.Person, name: String, onBehalf: OnBehalf? = nil, at: Moment
    ) {
        self.what = what
        self.by = by
        self.name = name
        self.onBehalf = onBehalf
        self.at = at
    }

    package enum What: Hashable, Sendable {
        case received, changed
        case approved
        /// By somebody whose limit the sheet is over.
        case approvedFirst(ApprovalLimit)
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
