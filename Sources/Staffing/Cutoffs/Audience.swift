/// The sheets that wait at a worksite, with what a mail says of them: looked through once, whoever asks.
struct WaitingHours {
    let worksite: WorksiteID
    let sheets: [Sheet]

    struct Sheet {
        let id: TimesheetID
        let assignment: Assignment
        let minutes: Int
        let isClean: Bool
        let isBegun: Bool
    }

    init(_ state: TenantState, at worksite: WorksiteID) {
        self.worksite = worksite
        sheets = state.waiting(at: worksite).compactMap { sheet in
            state.assignments[sheet.assignment].map { assignment in
                Sheet(
                    id: sheet.id, assignment: assignment, minutes: sheet.hours.total,
                    isClean: !sheet.isBegun && TimesheetException.found(in: sheet, of: assignment).isEmpty,
                    isBegun: sheet.isBegun)
            }
        }
    }
}

/// Who can do something about hours that wait, on one day.
struct Audience {
    private let state: TenantState
    private let day: Day
    private var members: [ContactID: Member] = [:]
    private let order: [ContactID]

    private struct Member {
        let viewer: Viewer
        let decides: OpenPlaces
        let sees: OpenPlaces
        /// Where they decide by what they hold themselves, and are not away.
        var present: Set<WorksiteID> = []
        var decidable: [WorksiteID: [WaitingHours.Sheet]] = [:]
    }

    init(_ state: TenantState, under roles: RoleBook, on day: Day, at sites: [WaitingHours]) {
        self.state = state
        self.day = day
        let contacts = state.contacts.values.filter { $0.standing == .active }
            .sorted { $0.id.rawValue < $1.id.rawValue }
        order = contacts.map(\.id)
        for contact in contacts {
            let viewer = state.viewer(contact, under: roles)
            var member = Member(
                viewer: viewer, decides: state.open(.decideTimesheets, to: viewer, on: day),
                sees: state.open(.seeTimesheets, to: viewer, on: day))
            let own = state.open(
                .decideTimesheets, to: .contact(contact, under: roles), on: day)
            for site in sites {
                let sheets = site.sheets.filter { Self.mayDecide($0, member, state, day) }
                guard !sheets.isEmpty else { continue }
                member.decidable[site.worksite] = sheets
                if own.reaches(site.worksite), !state.isAway(contact.id, from: site.worksite, on: day) {
                    member.present.insert(site.worksite)
                }
            }
            members[contact.id] = member
        }
    }

    private static func mayDecide(
        _ sheet: WaitingHours.Sheet, _ member: Member, _ state: TenantState, _ day: Day
    ) -> Bool {
        guard member.decides.opens(sheet.assignment) else { return false }
        guard sheet.isBegun, let begun = state.timesheets[sheet.id] else { return true }
        return state.approvalStep(on: begun, by: member.viewer, on: day).isPossible
    }

    /// In a fixed order, so that the same state asks the same people.
    func people(for rung: Rung, at worksite: WorksiteID) -> [ContactID] {
        let deciders = order.filter { members[$0]?.decidable[worksite] != nil }
        let present = deciders.filter { members[$0]?.present.contains(worksite) ?? false }
        switch rung {
        case .approver:
            // Where everybody is away their stand-ins are the approvers.
            let first = present.isEmpty ? deciders : present
            return first.filter { state.cutoffs.wantsDigests($0) }
        case .standIn:
            return deciders.filter { !present.contains($0) || !state.cutoffs.wantsDigests($0) }
        case .escalation:
            return state.cutoffs.escalation(at: worksite).map { [$0] }?
                .filter { members[$0]?.sees.reaches(worksite) ?? false } ?? []
        }
    }

    /// What somebody may know of the hours that wait there: what they can decide, and as the last resort
    /// what they can see.
    func line(
        for contact: ContactID, _ rung: Rung, at site: WaitingHours, _ goal: CutoffOccurrence
    ) -> Reminder.Line? {
        guard let member = members[contact] else { return nil }
        let sheets =
            rung == .escalation
            ? site.sheets.filter { member.sees.opens($0.assignment) }
            : member.decidable[site.worksite] ?? []
        guard !sheets.isEmpty else { return nil }
        let clean = sheets.count { $0.isClean }
        return Reminder.Line(
            occurrence: goal, clean: clean, unusual: sheets.count - clean,
            minutes: sheets.reduce(0) { $0 + $1.minutes })
    }
}

extension TenantState {
    /// Whether somebody else decides in this person's place there on that day.
    func isAway(_ contact: ContactID, from worksite: WorksiteID, on day: Day) -> Bool {
        delegations.given(by: contact).contains {
            $0.days.contains(day) && $0.covers(Place(worksite: worksite))
        }
    }

    func hasWaiting(at worksite: WorksiteID) -> Bool { waitingShelf(at: worksite).count > 0 }
}
