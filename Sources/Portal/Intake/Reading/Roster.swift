import Staffing

/// Finds who a row is about, and which assignment its hours belong to.
struct Roster {
    let state: TenantState

    /// Worker, worksite and the worker's assignments there; the first that cannot be found refuses the row.
    func match(_ row: HoursRow) throws(RowRefusal) -> MatchedRow {
        let number = row[.employee].trimmed
        guard let worker = state.worker(number: number) else { throw .unknownWorker(number: number) }
        let code = row[.worksite].trimmed
        guard let worksite = state.worksite(code: code) else { throw .unknownWorksite(code: code) }
        let assignments = state.assignments(of: worker.id).filter { $0.worksite == worksite.id }
        guard !assignments.isEmpty else {
            throw .notAssignedThere(worker: worker.name, worksite: worksite.code)
        }
        var matched = MatchedRow(row: row, worker: worker, worksite: worksite, assignments: assignments)
        if Self.words(row[.worker]) != Self.words(worker.name), !row[.worker].trimmed.isEmpty {
            matched.flags.append(.nameDiffers(known: worker.name))
        }
        return matched
    }

    /// The words of a name in no order: `Ahmed, Tatiana` and `Tatiana Ahmed` are one person.
    private static func words(_ name: String) -> [Substring] {
        name.split { $0.isWhitespace || $0 == "," }.sorted()
    }
}

/// A row whose worker, worksite and assignments are known.
struct MatchedRow {
    let row: HoursRow
    let worker: Worker
    let worksite: Worksite
    /// Those of the worker at the worksite, with any dates; one at least.
    let assignments: [Assignment]
    var flags: [RowFlag] = []

    /// The assignment of a day: the one whose dates hold it, else the nearest; the later one of two.
    func assignment(on day: Day) -> Assignment? {
        assignments.min { left, right in
            let (near, far) = (left.days.distance(to: day), right.days.distance(to: day))
            return near == far ? left.days.from > right.days.from : near < far
        }
    }
}

extension DayRange {
    /// Days between the range and a day; none within it.
    fileprivate func distance(to day: Day) -> Int {
        if day < from { return day.days(until: from) }
        if let through, through < day { return through.days(until: day) }
        return 0
    }

    /// True when a week has a day of this range.
    func overlaps(weekFrom first: Day) -> Bool {
        let last = first.adding(days: 6)
        return from <= last && through.map { $0 >= first } ?? true
    }
}
