/// Which worksites have nobody who could approve their hours.
package enum Coverage {
    package static func uncovered(
        _ state: TenantState, on day: Day, under roles: RoleBook
    ) -> [WorksiteID] {
        let people = deciders(state, on: day, under: roles)
        let places = CoveredPlaces(state, on: day)
        return state.worksitesByCode.map(\.id).filter { id in
            places.at(id).contains { place in
                !people.contains { Policy.may($0, .decideTimesheets, at: place, on: day).isAllowed }
            }
        }
    }

    /// Worksites where somebody decides, but nobody without a limit: a sheet above all of the limits would
    /// wait for ever.
    package static func limited(
        _ state: TenantState, on day: Day, under roles: RoleBook
    ) -> [WorksiteID] {
        let people = deciders(state, on: day, under: roles)
        guard state.contacts.values.contains(where: { $0.grants.contains { $0.limit != nil } }) else {
            return []
        }
        let places = CoveredPlaces(state, on: day)
        return state.worksitesByCode.map(\.id).filter { id in
            places.at(id).contains { place in
                let reaches = people.map { Policy.approval($0, of: .largest, at: place, on: day) }
                return !reaches.contains(.whole) && reaches.contains { $0 != .none }
            }
        }
    }

    private static func deciders(
        _ state: TenantState, on day: Day, under roles: RoleBook
    ) -> [Viewer] {
        state.contacts.values.map { Viewer.contact($0, under: roles) }
            .filter { $0.holdsAny(of: [.decideTimesheets], on: day) }
    }
}

extension SheetSize {
    /// No limit allows it.
    fileprivate static let largest = SheetSize(minutes: .max, amount: .max)
}

/// The places whose hours somebody must be able to approve: those of assignments that go on, and of sheets
/// that wait. A worksite without any counts as one.
struct CoveredPlaces {
    private var known: [WorksiteID: Set<Place>] = [:]

    init(_ state: TenantState, on day: Day) {
        // Without departments and cost centers every place is a worksite.
        guard !state.units.isEmpty else { return }
        for assignment in state.assignments.values where assignment.days.through.map({ $0 >= day }) ?? true {
            known[assignment.worksite, default: []].insert(assignment.place)
        }
        for (worksite, places) in state.waitingPlaces {
            known[worksite, default: []].formUnion(places)
        }
    }

    func at(_ worksite: WorksiteID) -> Set<Place> { known[worksite] ?? [Place(worksite: worksite)] }
}
