package import Formats
package import Staffing

/// What an export comes to against the records of a client: a verdict for each line, and the sheets. Pure.
package struct Intake: Sendable {
    package let week: Day
    package let delimiter: CSVDelimiter
    /// The columns' names, as the file has them.
    package let header: [String]
    /// Every line behind the header.
    package let lines: [IntakeLine]
    /// One for each assignment that a row was taken for, in the order of the file.
    package let sheets: [IntakeSheet]
    /// Assignments whose dates touch the week and that have no sheet, neither from this file nor from before.
    package let missing: [AssignmentID]

    package init(
        _ file: [UInt8], mapping: HoursMapping, week: Day, state: TenantState, zones: @escaping ZoneFinder
    ) throws(FileRefusal) {
        guard week.startOfWeek(startingOn: state.client.workweekStart) == week else { throw .notStartOfWeek }
        let file = try HoursFile(file, mapping)
        let reader = RowReader(mapping: mapping, pattern: file.dates, week: week)
        var builder = IntakeBuilder(file, Roster(state: state), reader)
        builder.read(zones)
        self.week = week
        delimiter = file.delimiter
        header = file.header
        let (lines, sheets) = builder.result()
        self.lines = lines
        self.sheets = OvertimeSplit(
            state: state, week: week, zones: zones, keepsSplit: mapping.splitsOvertime
        )
        .split(sheets)
        let taken = Set(sheets.map(\.assignment))
        missing = state.assignments.values.filter {
            $0.days.overlaps(weekFrom: week) && !taken.contains($0.id)
                && state.timesheet(of: $0.id, week: week) == nil
        }.sorted { state.number(of: $0) < state.number(of: $1) }.map(\.id)
    }

    /// What would be asked of the client's records.
    package var commands: [TimesheetCommand] {
        sheets.map { .receive($0.assignment, week: week, days: $0.days, ruling: $0.ruling) }
    }
}

/// One line of the file and what becomes of it.
package struct IntakeLine: Sendable {
    package let line: Int
    package let fields: [String]
    /// As the file has it; empty where it has none.
    package let employee: String
    /// Nothing when the number belongs to nobody.
    package let worker: WorkerID?
    package let verdict: RowVerdict
    package let minutes: Int
    /// The assignments that took its hours.
    package let sheets: [AssignmentID]
}

/// The hours of one assignment's week, as the file has them.
package struct IntakeSheet: Sendable {
    package let assignment: AssignmentID
    package let worker: WorkerID
    package let days: [WorkedDay]
    /// Whether any of the worker's rows in this file was flagged or refused: refused rows are left out,
    /// and the
    /// rest of their sheet is taken.
    package let isException: Bool
    /// How the worksite's rules split the hours, where it has some.
    package private(set) var ruling: OvertimeRuling?

    init(assignment: AssignmentID, worker: WorkerID, days: [WorkedDay], isException: Bool) {
        self.assignment = assignment
        self.worker = worker
        self.days = days
        self.isException = isException
    }

    func ruled(_ ruling: OvertimeRuling, days: [WorkedDay]) -> IntakeSheet {
        var sheet = IntakeSheet(
            assignment: assignment, worker: worker, days: days, isException: isException)
        sheet.ruling = ruling
        return sheet
    }

    package var minutes: Int { days.reduce(0) { $0 + $1.hours.total } }
}

extension TenantState {
    fileprivate func number(of assignment: Assignment) -> String { workers[assignment.worker]?.number ?? "" }
}
