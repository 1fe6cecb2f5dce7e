import Staffing

/// A sheet that passed the filter, with the records that its row is made of.
struct Candidate: Sendable {
    let sheet: Timesheet
    let worker: Worker
    let worksite: Worksite
    let assignment: Assignment
    let exceptions: [TimesheetException]
    let isDecidable: Bool

    func row(agency: String, _ say: any Sentences) -> TimesheetRow {
        TimesheetRow(
            seen: SeenSheet(sheet), worker: worker.name, job: assignment.title,
            scheduled: assignment.schedule.total, worked: sheet.hours.total, exceptions: exceptions,
            standing: TimesheetStanding(sheet, agency: agency, say), isDecidable: isDecidable)
    }
}

/// What a filter lets through: how much it is, and one page of it in the order of the list.
///
/// Worksites keep their sheets in that order, so only the sheets of the page are looked at; a search for a
/// name looks at all of them.
struct Candidates: Sendable {
    let total: Int
    let decidable: Int
    let decidableClean: Int
    /// From 0: the last page for whoever asks beyond it.
    let page: Int
    let shown: [Candidate]

    /// `worksites` are those that the viewer may see, in the order of the list.
    init(_ filter: TimesheetFilter, at worksites: [Worksite], _ state: TenantState, _ visit: Visit) {
        let shelves = worksites.map { worksite in
            Shelf(
                worksite: worksite, sheets: filter.tab.shelf(at: worksite.id, state),
                isDecidable: filter.tab == .waiting
                    && visit.may(.decideTimesheets, at: .worksite(worksite.id)))
        }
        let blocks = filter.tab == .waiting ? Self.bySite(shelves) : Self.byWeek(shelves)
        let search = searchable(filter.narrowing.search)
        if search.isEmpty {
            total = shelves.reduce(0) { $0 + $1.sheets.count }
            decidable = shelves.reduce(0) { $0 + ($1.isDecidable ? $1.sheets.count : 0) }
            decidableClean = shelves.reduce(0) { $0 + ($1.isDecidable ? $1.sheets.cleanCount : 0) }
            page = filter.narrowing.page(of: total)
            shown = Self.rows(page * SiteNarrowing.rowsPerPage, of: blocks, state)
        } else {
            let found = blocks.flatMap { block in
                block.candidates(state).filter { searchable($0.worker.name).contains(search) }
            }
            total = found.count
            decidable = found.count { $0.isDecidable }
            decidableClean = found.count { $0.isDecidable && $0.exceptions.isEmpty }
            page = filter.narrowing.page(of: total)
            let rest = found.dropFirst(page * SiteNarrowing.rowsPerPage)
            shown = Array(rest.prefix(SiteNarrowing.rowsPerPage))
        }
    }

    private struct Shelf {
        let worksite: Worksite
        let sheets: SheetShelf
        let isDecidable: Bool
    }

    /// One week at one worksite.
    private struct Block {
        let shelf: Shelf
        let week: Day

        /// At most so many, behind those that are dropped.
        func candidates(
            _ state: TenantState, dropping dropped: Int = 0, most: Int = .max
        ) -> [Candidate] {
            var found: [Candidate] = []
            for id in shelf.sheets.sheets(of: week, dropping: dropped) {
                if found.count == most { break }
                let candidate = Candidate(id, at: shelf.worksite, state, isDecidable: shelf.isDecidable)
                if let candidate { found.append(candidate) }
            }
            return found
        }
    }

    /// Worksite, then the newest week first. Like the other order it goes no further than somebody looks.
    private static func bySite(_ shelves: [Shelf]) -> AnySequence<Block> {
        AnySequence(
            shelves.lazy.flatMap { shelf in shelf.sheets.days.map { Block(shelf: shelf, week: $0) } })
    }

    /// The newest week first, then worksite.
    private static func byWeek(_ shelves: [Shelf]) -> AnySequence<Block> {
        func week(before day: Day?) -> Day? { shelves.compactMap { $0.sheets.day(before: day) }.max() }
        let weeks = sequence(state: nil as Day?) { last -> Day? in
            last = week(before: last)
            return last
        }
        return AnySequence(
            weeks.lazy.flatMap { week in
                shelves.filter { $0.sheets.count(of: week) > 0 }.map { Block(shelf: $0, week: week) }
            })
    }

    private static func rows(
        _ first: Int, of blocks: AnySequence<Block>, _ state: TenantState
    ) -> [Candidate] {
        var rows: [Candidate] = []
        var skipped = first
        for block in blocks {
            let count = block.shelf.sheets.count(of: block.week)
            if skipped >= count {
                skipped -= count
                continue
            }
            let room = SiteNarrowing.rowsPerPage - rows.count
            rows += block.candidates(state, dropping: skipped, most: room)
            skipped = 0
            if rows.count == SiteNarrowing.rowsPerPage { break }
        }
        return rows
    }
}

extension TimesheetFilter.Tab {
    fileprivate func shelf(at worksite: WorksiteID, _ state: TenantState) -> SheetShelf {
        switch self {
        case .waiting: state.waitingShelf(at: worksite)
        case .done: state.decidedShelf(at: worksite)
        }
    }
}

extension Candidate {
    fileprivate init?(
        _ id: TimesheetID, at worksite: Worksite, _ state: TenantState, isDecidable: Bool
    ) {
        guard let sheet = state.timesheets[id], let worker = state.workers[sheet.worker],
            let assignment = state.assignments[sheet.assignment]
        else { return nil }
        self.init(
            sheet: sheet, worker: worker, worksite: worksite, assignment: assignment,
            exceptions: sheet.isWaiting ? TimesheetException.found(in: sheet, of: assignment) : [],
            isDecidable: isDecidable)
    }
}
