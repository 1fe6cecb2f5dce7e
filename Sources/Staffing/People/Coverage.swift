/// Which worksites have nobody who could approve their hours.
package enum Coverage {
    package static func uncovered(
        _ state: TenantState, on day: Day, under roles: RoleBook
    ) -> [WorksiteID] {
        let people = deciders(state, on: day, under: roles)
        let places = Places(state, on: day)
        return state.worksitesByCode.map(\.id).filter { id in
            places.at(id).contains { need in !people.contains { need.isMet(by: $0, on: day) } }
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
        let places = Places(state, on: day)
        return state.worksitesByCode.map(\.id).filter { id in
            places.at(id).contains { need in
                let reaches = people.filter { need.isMet(by: $0, on: day) }
                    .map { Policy.approval($0, of: .largest, at: need.place, on: day) }
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

/// A place whose hours somebody must be able to approve; where they are a contact's own, somebody else.
private struct Need: Hashable {
    let place: Place
    var besides: ContactID?

    func isMet(by viewer: Viewer, on day: Day) -> Bool {
        guard case .allowed(let basis) = Policy.may(viewer, .decideTimesheets, at: place, on: day) else {
            return false
        }
        guard let besides else { return true }
        if case .standIn(let standIn) = basis, standIn.giver == besides { return false }
        return viewer.person != .contact(besides)
    }
}

/// The places whose hours somebody must be able to approve: those of assignments that go on, and of sheets
/// that wait. A worksite without any counts as one.
private struct Places {
    private var known: [WorksiteID: Set<Place>] = [:]
    private var own: [WorksiteID: Set<Need>] = [:]

    init(_ state: TenantState, on day: Day) {
        noteOwn(state, on: day)
        // Without departments and cost centers every place is a worksite.
        guard !state.units.isEmpty else { return }
        for assignment in state.assignments.values where assignment.days.through.map({ $0 >= day }) ?? true {
            known[assignment.worksite, default: []].insert(assignment.place)
        }
        for (worksite, places) in state.waitingPlaces {
            known[worksite, default: []].formUnion(places)
        }
    }

    private mutating func noteOwn(_ state: TenantState, on day: Day) {
        for (contact, worker) in state.identities where state.contacts[contact]?.standing != .removed {
            for assignment in state.assignments(of: worker) {
                let goesOn = assignment.days.through.map { $0 >= day } ?? true
                let waits = state.waiting(at: assignment.worksite).contains {
                    $0.assignment == assignment.id
                }
                guard goesOn || waits else { continue }
                own[assignment.worksite, default: []].insert(Need(place: assignment.place, besides: contact))
            }
        }
    }

    func at(_ worksite: WorksiteID) -> Set<Need> {
        let all = known[worksite] ?? [Place(worksite: worksite)]
        return Set(all.map { Need(place: $0) }).union(own[worksite] ?? [])
    }
}
