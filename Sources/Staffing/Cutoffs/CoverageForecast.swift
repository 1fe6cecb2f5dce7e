/// A worksite whose next deadline will be missed, because nobody who may decide is there until then.
package struct CoverageGap: Hashable, Sendable {
    package let occurrence: CutoffOccurrence
    /// Who could have decided, and why they will not.
    package let absences: [Absence]

    package struct Absence: Hashable, Sendable {
        package let contact: ContactID
        package let why: Why
    }

    package enum Why: Hashable, Sendable {
        /// Somebody else stands in until that day, and is not there either.
        case away(through: Day?)
        case ended(on: Day)
        case begins(on: Day)
        /// They have never come in.
        case notJoined
    }
}

/// Looks ahead from a day to each worksite's next deadline, by what is known of grants, delegations and
/// absences now, and by the same function that decides about each request.
package struct CoverageForecast: Sendable {
    private let state: TenantState
    private let roles: RoleBook
    private let time: WorksiteTime
    private let today: Day
    private let people: [Member]

    private struct Member: Sendable {
        let contact: Contact
        let viewer: Viewer
    }

    package init(_ state: TenantState, under roles: RoleBook, _ time: WorksiteTime, on today: Day) {
        self.state = state
        self.roles = roles
        self.time = time
        self.today = today
        let contacts = state.cutoffs.isEmpty ? [] : state.contacts.values.filter { $0.standing != .removed }
        people = contacts.sorted { $0.id.rawValue < $1.id.rawValue }
            .map { Member(contact: $0, viewer: state.viewer($0, under: roles)) }
    }

    /// The next to come first.
    package var gaps: [CoverageGap] {
        guard !state.cutoffs.isEmpty else { return [] }
        let places = CoveredPlaces(state, on: today)
        return state.worksitesByCode.compactMap { gap(at: $0, places.at($0.id)) }
            .sorted { $0.occurrence < $1.occurrence }
    }

    private func gap(at worksite: Worksite, _ needs: Set<CoverageNeed>) -> CoverageGap? {
        guard let goal = time.next(from: today, at: worksite, state.cutoffs) else { return nil }
        let days = window(before: goal.day)
        let present = people.filter { $0.contact.standing == .active }
        let open = needs.filter { need in
            !days.contains { day in present.contains { isThere($0, for: need, on: day) } }
        }
        guard !open.isEmpty else { return nil }
        let absences = people.compactMap { person in
            open.lazy.compactMap { why(person.contact, at: $0.place, until: goal.day) }.first
                .map { CoverageGap.Absence(contact: person.contact.id, why: $0) }
        }
        return CoverageGap(occurrence: goal, absences: absences)
    }

    /// From when the hours of the last week are in, or from today, through the deadline.
    private func window(before day: Day) -> [Day] {
        let begin = max(today, day.startOfWeek(startingOn: state.client.workweekStart))
        return (0...max(0, begin.days(until: day))).map { begin.adding(days: $0) }
    }

    /// Whether somebody may decide there on that day and has not said that they are away.
    private func isThere(_ person: Member, for need: CoverageNeed, on day: Day) -> Bool {
        let isAway = need.place.worksite.map { state.isAway(person.contact.id, from: $0, on: day) } ?? false
        return !isAway && need.isMet(by: person.viewer, on: day)
    }

    private func why(_ contact: Contact, at place: Place, until day: Day) -> CoverageGap.Why? {
        let own = contact.grants.filter {
            $0.node.covers(place)
                && roles.permissions(of: $0.role, for: .client).contains(.decideTimesheets)
        }
        guard let grant = own.max(by: { $0.days.from < $1.days.from }) else { return nil }
        if let end = grant.days.through, end < day { return .ended(on: end) }
        if grant.days.from > day { return .begins(on: grant.days.from) }
        if contact.standing == .invited { return .notJoined }
        let absence = state.delegations.given(by: contact.id).first {
            $0.days.contains(day) && $0.covers(place)
        }
        return absence.map { .away(through: $0.days.through) }
    }
}
