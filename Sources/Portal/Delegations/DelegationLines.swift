import Formats
import Staffing

/// Sentences about who stands in for whom, for everybody whom it concerns.
struct DelegationLines {
    private let state: TenantState
    private let say: any Sentences
    private let today: Day

    init(_ state: TenantState, _ visit: Visit) { self.init(state, visit.say, on: visit.today) }

    init(_ state: TenantState, _ say: any Sentences, on today: Day) {
        self.state = state
        self.say = say
        self.today = today
    }

    /// What somebody gave and received, running or still to begin.
    func about(_ contact: ContactID) -> [String] {
        (state.lending(by: contact, on: today) + state.borrowing(by: contact, on: today))
            .map(line)
    }

    func line(_ delegation: Delegation) -> String {
        say.standsIn(
            name(delegation.delegate), for: name(delegation.giver), at: places(delegation),
            from: printed(delegation.days.from), through: delegation.days.through.map(printed) ?? "")
    }

    func places(_ delegation: Delegation) -> [String] {
        state.worksitesByCode.filter { delegation.worksites.contains($0.id) }.map(\.name)
    }

    func name(_ contact: ContactID) -> String { state.contacts[contact]?.name ?? "" }

    private func printed(_ day: Day) -> String { day.civil.text(.short, say.formats) }
}
