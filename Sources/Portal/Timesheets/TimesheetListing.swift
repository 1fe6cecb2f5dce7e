import Staffing
import Tenancy

/// The timesheets that a viewer asked for and may see: worksite by worksite, or week by week once decided.
struct TimesheetListing: Sendable {
    let filter: TimesheetFilter
    /// The worksites whose sheets this viewer may see.
    let worksites: [Worksite]
    let sections: [Section]
    /// All that the filter lets through, on this page and others.
    let total: Int
    let decidable: Int
    let decidableClean: Int
    /// The page that is shown, from 0: the last one for whoever asks beyond it.
    let page: Int
    /// The last day of the workweek that is under way.
    let weekEnd: Day
    /// How many sheets should have come in and have not.
    let late: Int

    struct Section: Sendable {
        /// The worksite while sheets wait; nothing in the list of decided ones, which goes by weeks.
        let worksite: Worksite?
        let week: Day
        let tables: [Table]

        var cleanDecidable: Int { tables.reduce(0) { $0 + $1.rows.count { $0.isDecidable && $0.isClean } } }
    }

    struct Table: Sendable {
        let worksite: Worksite
        let week: Day
        /// Waits although a later week has ended since.
        let isLate: Bool
        let rows: [TimesheetRow]

        var isDecidable: Bool { rows.contains { $0.isDecidable } }
    }

    init(_ filter: TimesheetFilter, _ state: TenantState, _ visit: Visit) {
        let seen = visit.open(.seeTimesheets, in: state)
        let worksites = state.worksitesByCode.filter { seen.reaches($0.id) }
        self.filter = filter
        self.worksites = worksites
        let candidates = Candidates(
            filter, at: filter.narrowing.chosen(among: worksites), within: seen, state, visit)
        total = candidates.total
        decidable = candidates.decidable
        decidableClean = candidates.decidableClean
        let weekStart = visit.today.startOfWeek(startingOn: state.client.workweekStart)
        weekEnd = weekStart.adding(days: 6)
        page = candidates.page
        late = ExpectedListing.late(worksites, state, visit)
        let tables = Self.tables(candidates.shown, lastEnded: weekStart.adding(days: -7))
        sections = tables.chunked { one, other in
            filter.tab == .waiting ? one.worksite == other.worksite : one.week == other.week
        }.map {
            Section(worksite: filter.tab == .waiting ? $0[0].worksite : nil, week: $0[0].week, tables: $0)
        }
    }

    private static func tables(_ page: [Candidate], lastEnded: Day) -> [Table] {
        page.chunked { ($0.worksite, $0.sheet.week) == ($1.worksite, $1.sheet.week) }.map { group in
            Table(
                worksite: group[0].worksite, week: group[0].sheet.week,
                isLate: group[0].sheet.isWaiting && group[0].sheet.week < lastEnded,
                rows: group.map(\.row))
        }
    }
}

extension Array {
    /// Neighbours that belong together, in the order in which they stand; no part is empty.
    fileprivate func chunked(by belongs: (Element, Element) -> Bool) -> [[Element]] {
        var parts: [[Element]] = []
        for element in self {
            if let last = parts.last?.last, belongs(last, element) {
                parts[parts.count - 1].append(element)
            } else {
                parts.append([element])
            }
        }
        return parts
    }
}
