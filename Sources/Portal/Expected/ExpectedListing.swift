import HTTP
import Staffing

/// The hours that a client's people wait for: who is late, who is not due yet, and who said that there are
/// none.
struct ExpectedListing: Sendable {
    let narrowing: SiteNarrowing
    /// Those whose sheets this viewer may see.
    let worksites: [Worksite]
    let rows: [Row]
    let total: Int
    let late: Int
    let page: Int
    let idle: [IdleRow]

    struct Row: Sendable {
        let sheet: ExpectedSheet
        let worker: String
        let worksite: String
        let isLate: Bool
    }

    struct IdleRow: Sendable {
        let idle: IdleWeek
        let worker: String
        let worksite: String
    }

    /// For so many weeks back it is shown what was said of weeks without hours.
    private static let idleWeeksShown = 4

    init(_ query: Query, _ state: TenantState, _ visit: Visit) {
        let narrowing = SiteNarrowing(query)
        self.narrowing = narrowing
        let seen = visit.open(.seeTimesheets, in: state)
        let all = state.worksitesByCode.filter { seen.reaches($0.id) }
        worksites = all
        let chosen = all.filter { $0.id == narrowing.worksite }
        let search = searchable(narrowing.search)
        let today = visit.today
        let sites = chosen.isEmpty ? all : chosen
        let found = sites.flatMap { site in
            state.expectedSheets(at: site.id, within: seen, on: today).compactMap { sheet in
                state.name(of: sheet.assignment.worker, matching: search).map {
                    Row(sheet: sheet, worker: $0, worksite: site.name, isLate: sheet.isLate(on: today))
                }
            }
        }
        total = found.count
        late = found.count { $0.isLate }
        page = narrowing.page(of: found.count)
        // What is late comes first, whatever worksite it belongs to; worksites and names keep their order.
        let sorted = found.filter(\.isLate) + found.filter { !$0.isLate }
        rows = Array(sorted.dropFirst(page * SiteNarrowing.rowsPerPage).prefix(SiteNarrowing.rowsPerPage))
        let since = state.weekUnderWay(today).adding(days: -7 * Self.idleWeeksShown)
        idle = sites.flatMap { site in
            state.idleWeeks(at: site.id, within: seen, since: since).compactMap { idle, assignment in
                state.name(of: assignment.worker, matching: search).map {
                    IdleRow(idle: idle, worker: $0, worksite: site.name)
                }
            }
        }
    }

    /// How many are late for this viewer, for the tab that leads here.
    static func late(_ worksites: [Worksite], _ state: TenantState, _ visit: Visit) -> Int {
        let seen = visit.open(.seeTimesheets, in: state)
        return worksites.reduce(0) { $0 + state.lateCount(at: $1.id, within: seen, on: visit.today) }
    }
}

extension TenantState {
    /// A worker's name, where what is searched for is part of it.
    fileprivate func name(of worker: WorkerID, matching search: String) -> String? {
        workers[worker].map(\.name).flatMap {
            search.isEmpty || searchable($0).contains(search) ? $0 : nil
        }
    }
}
