/// What an approval by somebody would do to a sheet as it stands now.
package enum ApprovalStep: Hashable, Sendable {
    /// They may not decide it.
    case none
    case whole
    /// The sheet is over this limit of theirs, so somebody else must approve it too.
    case first(ApprovalLimit)
    /// The first approval is theirs, and nobody is two people.
    case secondPersonNeeded
    /// It has its first approval, and theirs does not reach so far.
    case overLimit
    /// The hours are their own, or those of the one in whose place they would act.
    case ownHours

    /// Whether it brings the sheet any further.
    package var isPossible: Bool {
        switch self {
        case .whole, .first: true
        case .none, .secondPersonNeeded, .overLimit, .ownHours: false
        }
    }
}

extension TenantState {
    package func approvalStep(on sheet: Timesheet, by viewer: Viewer, on day: Day) -> ApprovalStep {
        approval(of: sheet, by: viewer, on: day).step
    }

    /// The step, and in whose place it would be done. Whoever stands in for somebody counts as both: neither
    /// of the two gives the second approval where either gave the first.
    func approval(
        of sheet: Timesheet, by viewer: Viewer, on day: Day
    ) -> (step: ApprovalStep, behalf: OnBehalf?) {
        guard let assignment = assignments[sheet.assignment] else { return (.none, nil) }
        let size = SheetSize(sheet.hours, of: assignment, in: client.currency)
        let all = viewer.approvals(of: size, at: sheet.place, on: day)
        if all.isEmpty { return (.none, nil) }
        let grounds = leavingOwn(all, sheet, viewer)
        if grounds.isEmpty { return (.ownHours, nil) }
        guard case .begun(let first, let giver, _, _) = sheet.status else {
            let best = grounds.first { $0.reach == .whole } ?? grounds[0]
            return (best.reach.step, best.behalf)
        }
        let involved = [first] + (giver.map { [.contact($0)] } ?? [])
        let others = grounds.filter { ground in
            !involved.contains(viewer.person)
                && !(ground.behalf.map { involved.contains(.contact($0.contact)) } ?? false)
        }
        if others.isEmpty { return (.secondPersonNeeded, nil) }
        guard let whole = others.first(where: { $0.reach == .whole }) else { return (.overLimit, nil) }
        return (.whole, whole.behalf)
    }

    /// Who could give the second approval today, in the order of the alphabet.
    package func secondApprovers(of sheet: Timesheet, on day: Day, under roles: RoleBook) -> [String] {
        guard sheet.isBegun else { return [] }
        return contacts.values.filter {
            approvalStep(on: sheet, by: viewer($0, under: roles), on: day) == .whole
        }.map(\.name).sorted()
    }

    /// How many of the sheets that wait at a worksite are this viewer's to approve, and how many of those
    /// need no look. `open` is where they may decide.
    package func decidable(
        at worksite: WorksiteID, by viewer: Viewer, within open: OpenPlaces, on day: Day
    ) -> (all: Int, clean: Int) {
        let shelf = waitingShelf(at: worksite, within: open)
        let second = shelf.begun.count {
            timesheets[$0].map { approvalStep(on: $0, by: viewer, on: day).isPossible } ?? false
        }
        let own = ownWaiting(at: worksite, by: viewer, within: open, on: day)
        return (shelf.count - shelf.begun.count + second - own.all, shelf.cleanCount - own.clean)
    }
}

extension ApprovalReach {
    fileprivate var step: ApprovalStep {
        switch self {
        case .none: .none
        case .first(let limit): .first(limit)
        case .whole: .whole
        }
    }
}
