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
    package static func lost(by events: [PeopleEvent], _ state: TenantState, on day: Day) -> [WorksiteID] {
        let before = Set(uncovered(state, on: day))
        return uncovered(state.foreseeing(events), on: day).filter { !before.contains($0) }
    }
}
