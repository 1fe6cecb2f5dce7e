extension TenantState {
    /// What would be true after these events: for asking somebody before it is done.
    package func foreseeing(_ events: [PeopleEvent]) -> TenantState {
        var after = self
        for event in events {
            after.evolve(
                Recorded(
                    event: .people(event), at: Moment(microseconds: 0), by: .nobody, name: "", request: 0))
        }
        return after
    }
}

extension Coverage {
    /// The worksites that have an approver on this day and would have none after these events.
    package static func lost(
        by events: [PeopleEvent], _ state: TenantState, on day: Day, under roles: RoleBook
    ) -> [WorksiteID] {
        let before = Set(uncovered(state, on: day, under: roles))
        return uncovered(state.foreseeing(events), on: day, under: roles).filter { !before.contains($0) }
    }
}
