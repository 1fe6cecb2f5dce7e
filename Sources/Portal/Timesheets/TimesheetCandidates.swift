import Staffing

/// A sheet that passed the filter, with the records that its row is made of.
struct Candidate: Sendable {
    let sheet: Timesheet
    let worker: Worker
    let worksite: Worksite
    let assignment: Assignment
    let exceptions: [TimesheetException]
    let standing: TimesheetStanding
    let isDecidable: Bool

    var row: TimesheetRow {
        TimesheetRow(
            seen: SeenSheet(sheet), worker: worker.name, job: assignment.title,
            scheduled: assignment.schedule.total, worked: sheet.hours.total, exceptions: exceptions,
            standing: standing, isDecidable: isDecidable)
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

    /// `worksites` are those that the viewer may see anything of, in the order of the list.
    init(
        _ filter: TimesheetFilter, at worksites: [Worksite], within seen: OpenPlaces, _ state: TenantState,
        _ visit: Visit
    ) {
        let view = View(state, visit)
        let shelves = Self.shelves(filter, at: worksites, within: seen, view)
        let blocks = Self.blocks(filter, shelves)
        let search = searchable(filter.narrowing.search)
        if search.isEmpty {
            total = shelves.reduce(0) { $0 + $1.sheets.count }
            decidable = shelves.reduce(0) { $0 + $1.decidable.all }
            decidableClean = shelves.reduce(0) { $0 + $1.decidable.clean }
            page = filter.narrowing.page(of: total)
            shown = Self.rows(page * SiteNarrowing.rowsPerPage, of: blocks, view)
        } else {
            let found = blocks.flatMap { block in
                block.candidates(view).filter { searchable($0.worker.name).contains(search) }
            }
            total = found.count
            decidable = found.count { $0.isDecidable }
            decidableClean = found.count { $0.isDecidable && $0.row.isClean }
            page = filter.narrowing.page(of: total)
            let rest = found.dropFirst(page * SiteNarrowing.rowsPerPage)
            shown = Array(rest.prefix(SiteNarrowing.rowsPerPage))
        }
    }

    /// Everything on all pages, as far as `most`.
    static func all(
        _ filter: TimesheetFilter, _ state: TenantState, _ visit: Visit, most: Int
    ) -> [Candidate] {
        let seen = visit.open(.seeTimesheets, in: state)
        let worksites = filter.narrowing.chosen(among: state.worksitesByCode.filter { seen.reaches($0.id) })
        let view = View(state, visit)
        let search = searchable(filter.narrowing.search)
        var found: [Candidate] = []
        for block in blocks(filter, shelves(filter, at: worksites, within: seen, view)) {
            found += block.candidates(view).filter {
                search.isEmpty || searchable($0.worker.name).contains(search)
            }
            if found.count >= most { break }
        }
        return found
    }

    private static func shelves(
        _ filter: TimesheetFilter, at worksites: [Worksite], within seen: OpenPlaces, _ view: View
    ) -> [Shelf] {
        worksites.map { worksite in
            Shelf(
                worksite: worksite, sheets: filter.tab.shelf(at: worksite.id, within: seen, view.state),
                decidable: filter.tab == .waiting ? view.decidable(at: worksite.id) : (0, 0))
        }
    }

    private static func blocks(_ filter: TimesheetFilter, _ shelves: [Shelf]) -> AnySequence<Block> {
        filter.tab == .waiting ? bySite(shelves) : byWeek(shelves)
    }

    private struct Shelf {
        let worksite: Worksite
        let sheets: SheetShelf
        let decidable: (all: Int, clean: Int)
    }

    /// One week at one worksite.
    private struct Block {
        let shelf: Shelf
        let week: Day

        /// At most so many, behind those that are dropped.
        func candidates(
            _ view: View, dropping dropped: Int = 0, most: Int = .max
        ) -> [Candidate] {
            var found: [Candidate] = []
            for id in shelf.sheets.sheets(of: week, dropping: dropped) {
                if found.count == most { break }
                if let candidate = Candidate(id, at: shelf.worksite, view) { found.append(candidate) }
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
        _ first: Int, of blocks: AnySequence<Block>, _ view: View
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
            rows += block.candidates(view, dropping: skipped, most: room)
            skipped = 0
            if rows.count == SiteNarrowing.rowsPerPage { break }
        }
        return rows
    }
}

extension TimesheetFilter.Tab {
    fileprivate func shelf(
        at worksite: WorksiteID, within seen: OpenPlaces, _ state: TenantState
    ) -> SheetShelf {
        switch self {
        case .waiting: state.waitingShelf(at: worksite, within: seen)
        case .done: state.decidedShelf(at: worksite, within: seen)
        }
    }
}

extension Candidate {
    fileprivate init?(_ id: TimesheetID, at worksite: Worksite, _ view: View) {
        let state = view.state
        guard let sheet = state.timesheets[id], let worker = state.workers[sheet.worker],
            let assignment = state.assignments[sheet.assignment]
        else { return nil }
        self.init(
            sheet: sheet, worker: worker, worksite: worksite, assignment: assignment,
            exceptions: sheet.isWaiting ? TimesheetException.found(in: sheet, of: assignment) : [],
            standing: TimesheetStanding(sheet, of: assignment, state, view.visit),
            isDecidable: view.mayApprove(sheet, of: assignment))
    }
}

/// Who looks at which records, and where they may decide.
private struct View {
    let state: TenantState
    let visit: Visit
    let decided: OpenPlaces
    let hasOwnHours: Bool

    init(_ state: TenantState, _ visit: Visit) {
        self.state = state
        self.visit = visit
        decided = visit.open(.decideTimesheets, in: state)
        hasOwnHours = state.hasOwnHours(visit.viewer)
    }

    func decidable(at worksite: WorksiteID) -> (all: Int, clean: Int) {
        state.decidable(at: worksite, by: visit.viewer, within: decided, on: visit.today)
    }

    /// The second approval is not everybody's who may give the first, and nobody's own hours are theirs.
    func mayApprove(_ sheet: Timesheet, of assignment: Assignment) -> Bool {
        guard sheet.isWaiting, decided.opens(assignment) else { return false }
        return !sheet.isBegun && !hasOwnHours
            || state.approvalStep(on: sheet, by: visit.viewer, on: visit.today).isPossible
    }
}
