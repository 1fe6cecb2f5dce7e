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

    /// Whether it brings the sheet any further.
    package var isPossible: Bool {
        switch self {
        case .whole, .first: true
        case .none, .secondPersonNeeded, .overLimit: false
        }
    }
}

extension TenantState {
    package func approvalStep(on sheet: Timesheet, by viewer: Viewer, on day: Day) -> ApprovalStep {
        guard let assignment = assignments[sheet.assignment] else { return .none }
        let size = SheetSize(sheet.hours, of: assignment, in: client.currency)
        let reach = Policy.approval(viewer, of: size, at: sheet.place, on: day)
        guard case .begun(let first, _, _) = sheet.status else {
            return switch reach {
            case .none: .none
            case .first(let limit): .first(limit)
            case .whole: .whole
            }
        }
        if reach == .none { return .none }
        if first == viewer.person { return .secondPersonNeeded }
        return reach == .whole ? .whole : .overLimit
    }

    /// Who could give the second approval today, in the order of the alphabet.
    package func secondApprovers(of sheet: Timesheet, on day: Day, under roles: RoleBook) -> [String] {
        guard sheet.isBegun else { return [] }
        return contacts.values.filter {
            approvalStep(on: sheet, by: .contact($0, under: roles), on: day) == .whole
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
        return (shelf.count - shelf.begun.count + second, shelf.cleanCount)
    }
}
