import Formats
import Staffing

/// The list of timesheets as a file.
enum TimesheetFile {
    static let header: [CSVCell] = [
        "week", "worksite", "worksite name", "worker", "job", "department", "cost center",
        "scheduled hours", "regular hours", "overtime hours", "double time hours", "hours", "state",
        "by or reason", "exceptions",
    ]

    static func rows(_ filter: TimesheetFilter, _ state: TenantState, _ visit: Visit) -> [[CSVCell]] {
        let found = Candidates.all(filter, state, visit, most: ListFile.most + 1)
        return [header] + found.map { row($0, state, visit) }
    }

    private static func row(_ found: Candidate, _ state: TenantState, _ visit: Visit) -> [CSVCell] {
        let (sheet, assignment) = (found.sheet, found.assignment)
        let hours = sheet.hours
        let exceptions = found.exceptions.map { visit.say.ofTimesheetRules.chip($0) }
        return [
            .text(sheet.week.iso), .text(found.worksite.code), .text(found.worksite.name),
            .text(found.worker.name), .text(assignment.title),
            .text(state.unitCode(assignment.department)), .text(state.unitCode(assignment.costCenter)),
            .hours(assignment.schedule.total), .hours(hours.regular), .hours(hours.overtime),
            .hours(hours.doubleTime), .hours(hours.total), .text(found.standing.fileWord),
            .text(found.standing.words(visit.say)), .text(exceptions.joined(separator: "; ")),
        ]
    }
}

extension TimesheetStanding {
    /// Part of the file format.
    fileprivate var fileWord: String {
        switch self {
        case .waiting: "waiting"
        case .begun: "waiting for second"
        case .approved: "approved"
        case .sentBack: "sent back"
        case .invoiced: "invoiced"
        }
    }
}
