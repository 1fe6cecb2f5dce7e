/// A person of the client who is a worker there as well.
package struct Identity: Hashable, Sendable {
    package let contact: ContactID
    package let worker: WorkerID

    package init(contact: ContactID, worker: WorkerID) {
        self.contact = contact
        self.worker = worker
    }
}

/// Nobody decides about their own hours: neither by what they hold, nor in another's place, nor by lending
/// what they hold to somebody else.
enum OwnHours {
    static func identify(
        _ id: ContactID, _ worker: WorkerID?, _ state: TenantState, _ context: Context
    ) throws(PeopleRefusal) -> [PeopleEvent] {
        switch context.viewer.person {
        case .staff, .system: break
        case .contact, .worker, .nobody: throw .notAllowed
        }
        guard let contact = state.contacts[id], worker.map({ state.workers[$0] != nil }) ?? true else {
            throw .unknown
        }
        guard contact.standing != .removed else { throw .alreadyRemoved }
        return state.identities[id] == worker ? [] : [.identified(id, worker)]
    }
}

extension TenantState {
    func isOwn(_ sheet: Timesheet, of person: Viewer.Person) -> Bool {
        guard !identities.isEmpty, case .contact(let id) = person else { return false }
        return identities[id] == sheet.worker
    }

    /// Those of several grounds that are left where the sheet is that of whoever acts, or of whoever lends
    /// the right to.
    func leavingOwn(
        _ grounds: [ApprovalGround], _ sheet: Timesheet, _ viewer: Viewer
    ) -> [ApprovalGround] {
        if identities.isEmpty { return grounds }
        if isOwn(sheet, of: viewer.person) { return [] }
        return grounds.filter { ground in
            !(ground.behalf.map { isOwn(sheet, of: .contact($0.contact)) } ?? false)
        }
    }

    /// In whose place somebody decides about a sheet, if in anybody's.
    func behalf(
        deciding sheet: Timesheet, _ context: Context
    ) throws(TimesheetRefusal) -> OnBehalf? {
        guard let basis = context.basis(forDeciding: sheet) else { throw .notAllowed }
        guard !identities.isEmpty, let assignment = assignments[sheet.assignment] else {
            return basis.onBehalf
        }
        let size = SheetSize(sheet.hours, of: assignment, in: client.currency)
        let grounds = context.viewer.approvals(of: size, at: sheet.place, on: context.today)
        guard let ground = leavingOwn(grounds, sheet, context.viewer).first else { throw .ownHours }
        return ground.behalf
    }

    /// Whether some hours here may be closed to somebody because of whose they are.
    package func hasOwnHours(_ viewer: Viewer) -> Bool {
        guard !identities.isEmpty, case .contact(let id) = viewer.person else { return false }
        return identities[id] != nil
            || delegations.received(by: id).contains { identities[$0.giver] != nil }
    }

    /// How many of the sheets that wait at a worksite for a first approval are closed to somebody for that
    /// reason, and how many of those need no look.
    func ownWaiting(
        at worksite: WorksiteID, by viewer: Viewer, within open: OpenPlaces, on day: Day
    ) -> (all: Int, clean: Int) {
        guard hasOwnHours(viewer) else { return (0, 0) }
        var (all, clean) = (0, 0)
        for sheet in waiting(at: worksite) where !sheet.isBegun {
            guard let assignment = assignments[sheet.assignment], open.opens(assignment),
                approvalStep(on: sheet, by: viewer, on: day) == .ownHours
            else { continue }
            all += 1
            if TimesheetException.found(in: sheet, of: assignment).isEmpty { clean += 1 }
        }
        return (all, clean)
    }
}
