/// Ways to find a record by what people and files call it; derived from the records, never stored.
struct TenantIndex: Sendable {
    var worksitesByCode: [String: WorksiteID] = [:]
    var workersByNumber: [String: WorkerID] = [:]
    var contactsByEmail: [EmailAddress: ContactID] = [:]
    var assignmentsByWorker: [WorkerID: [AssignmentID]] = [:]
    var sheetsByWeek: [SheetKey: TimesheetID] = [:]
    var waiting: [WorksiteID: Set<TimesheetID>] = [:]

    /// Keeps the lists of sheets true after one of them changed.
    mutating func note(_ timesheet: Timesheet?) {
        guard let timesheet else { return }
        sheetsByWeek[SheetKey(assignment: timesheet.assignment, week: timesheet.week)] = timesheet.id
        if timesheet.isWaiting {
            waiting[timesheet.worksite, default: []].insert(timesheet.id)
        } else {
            waiting[timesheet.worksite]?.remove(timesheet.id)
        }
    }
}

struct SheetKey: Hashable, Sendable {
    let assignment: AssignmentID
    let week: Day
}
