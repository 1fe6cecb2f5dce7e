import Staffing

/// The assignments that a viewer asked for and may see, by worksite and name.
struct AssignmentListing: Sendable {
    let filter: AssignmentFilter
    /// The worksites whose assignments this viewer may see.
    let worksites: [Worksite]
    let rows: [AssignmentRow]
    /// All that the filter lets through, on this page and others.
    let total: Int
    let page: Int

    var showsRates: Bool { rows.contains { $0.billRate != nil } }

    init(_ filter: AssignmentFilter, _ state: TenantState, _ visit: Visit) {
        let open = visit.open(.seeAssignments, in: state)
        let worksites = state.worksitesByCode.filter { open.reaches($0.id) }
        let found = Self.found(filter, state, visit)
        let size = SiteNarrowing.rowsPerPage
        let page = filter.narrowing.page(of: found.count)
        rows = found.dropFirst(page * size).prefix(size).map {
            AssignmentRow(
                worker: $0.worker.name, job: $0.assignment.title, worksite: $0.worksite.name,
                units: state.unitNames(of: $0.assignment),
                days: $0.assignment.days, schedule: $0.assignment.schedule,
                billRate: $0.assignment.billRate.opened(for: visit.viewer, on: visit.today),
                isComing: visit.today < $0.assignment.days.from)
        }
        self.filter = filter
        self.worksites = worksites
        self.page = page
        total = found.count
    }

    /// Everything on all pages, in the order of the list.
    static func found(_ filter: AssignmentFilter, _ state: TenantState, _ visit: Visit) -> [Found] {
        let open = visit.open(.seeAssignments, in: state)
        let worksites = filter.narrowing.chosen(among: state.worksitesByCode.filter { open.reaches($0.id) })
        let places = Dictionary(uniqueKeysWithValues: worksites.enumerated().map { ($1.id, $0) })
        let search = searchable(filter.narrowing.search)
        return state.assignments.values.compactMap { assignment -> Found? in
            guard let place = places[assignment.worksite], open.opens(assignment),
                filter.admits(assignment, on: visit.today), let worker = state.workers[assignment.worker],
                search.isEmpty || searchable(worker.name).contains(search)
            else { return nil }
            return Found(
                place: place, worksite: worksites[place], assignment: assignment, worker: worker)
        }.sorted { $0.order < $1.order }
    }

    struct Found {
        fileprivate let place: Int
        let worksite: Worksite
        let assignment: Assignment
        let worker: Worker

        fileprivate var order: (Int, String, String, Int32) {
            (place, worker.name, worker.number, assignment.days.from.number)
        }
    }
}
