import Staffing

/// A sheet that passed the filter, with the records that its row is made of.
struct Candidate: Sendable {
    let sheet: Timesheet
    let worker: Worker
    let worksite: Worksite
    let assignment: Assignment
    let exceptions: [TimesheetException]
    let isDecidable: Bool

    func row(agency: String) -> TimesheetRow {
        TimesheetRow(
            seen: SeenSheet(sheet), worker: worker.name, job: assignment.title,
            scheduled: assignment.schedule.total, worked: sheet.hours.total, exceptions: exceptions,
            standing: TimesheetStanding(sheet, agency: agency), isDecidable: isDecidable)
    }
}

/// Everything that a filter lets through, in the order of the list.
struct Candidates: Sendable {
    let list: [Candidate]

    /// `worksites` are those that the viewer may see, in the order of the list.
    init(_ filter: TimesheetFilter, at worksites: [Worksite], _ state: TenantState, _ visit: Visit) {
        let search = searchable(filter.narrowing.search)
        let found = worksites.enumerated().flatMap { place, worksite in
            let isDecider = visit.may(.decideTimesheets, at: .worksite(worksite.id))
            return Self.sheets(filter.tab, at: worksite, state).compactMap { sheet -> Placed? in
                guard let worker = state.workers[sheet.worker],
                    let assignment = state.assignments[sheet.assignment],
                    search.isEmpty || searchable(worker.name).contains(search)
                else { return nil }
                return Placed(
                    place: place,
                    candidate: Candidate(
                        sheet: sheet, worker: worker, worksite: worksite, assignment: assignment,
                        exceptions: sheet.isWaiting
                            ? TimesheetException.found(in: sheet, of: assignment) : [],
                        isDecidable: isDecider && sheet.isWaiting))
            }
        }
        let inOrder =
            filter.tab == .waiting
            ? found.sorted { $0.waitingOrder < $1.waitingOrder }
            : found.sorted { $0.doneOrder < $1.doneOrder }
        list = inOrder.map(\.candidate)
    }

    private static func sheets(
        _ tab: TimesheetFilter.Tab, at worksite: Worksite, _ state: TenantState
    ) -> [Timesheet] {
        switch tab {
        case .waiting: state.waiting(at: worksite.id)
        case .done: state.timesheets.values.filter { $0.worksite == worksite.id && !$0.isWaiting }
        }
    }

    private struct Placed {
        let place: Int
        let candidate: Candidate

        private var name: String { candidate.worker.name }
        private var number: String { candidate.worker.number }
        private var newestFirst: Int { -Int(candidate.sheet.week.number) }

        /// Worksite, newest week first, what needs a look first, name.
        var waitingOrder: (Int, Int, Int, String, String) {
            (place, newestFirst, candidate.exceptions.isEmpty ? 1 : 0, name, number)
        }

        /// Newest week first, worksite, name.
        var doneOrder: (Int, Int, String, String) { (newestFirst, place, name, number) }
    }
}
