import HTTP
import Staffing

/// What the form of the list asks for: sheets that were on the page, each with what was seen of it.
struct ApprovalForm: Sendable {
    private enum Scope { case selected, clean, cleanAt(WorksiteID) }

    private let scope: Scope
    private let listed: [SeenSheet]

    /// What to approve, and how many of it are not what they were.
    struct Choice: Sendable {
        var sheets: [SeenSheet] = []
        var changed = 0
        var isEmpty: Bool { sheets.isEmpty && changed == 0 }
    }

    /// Nothing for a form that no page of ours has sent.
    init?(_ form: Form) {
        let scope: Scope? =
            switch (form["clean-at"], form["scope"]) {
            case (let worksite?, nil): WorksiteID(pathText: worksite).map(Scope.cleanAt)
            case (nil, "selected"), (nil, nil): .selected
            case (nil, "clean"): .clean
            case (_, _): nil
            }
        guard let scope else { return nil }
        let texts =
            switch scope {
            case .selected: form.all("sheet")
            case .clean, .cleanAt: form.all("clean")
            }
        var listed: [SeenSheet] = []
        var known: Set<TimesheetID> = []
        for text in texts {
            guard let sheet = SeenSheet(text) else { return nil }
            if known.insert(sheet.id).inserted { listed.append(sheet) }
        }
        self.scope = scope
        self.listed = listed
    }

    /// Whoever asks for the clean ones gets none that has turned out otherwise since.
    func choice(_ state: TenantState, _ visit: Visit) -> Choice {
        switch scope {
        case .selected: return Choice(sheets: listed)
        case .clean: return clean(listed, state, visit)
        case .cleanAt(let worksite):
            return clean(listed.filter { state.timesheets[$0.id]?.worksite == worksite }, state, visit)
        }
    }

    private func clean(_ listed: [SeenSheet], _ state: TenantState, _ visit: Visit) -> Choice {
        var choice = Choice()
        for seen in listed {
            guard let sheet = state.timesheets[seen.id], sheet.isWaiting,
                visit.may(.decideTimesheets, at: sheet.place),
                let assignment = state.assignments[sheet.assignment],
                sheet.isBegun || !TimesheetException.found(in: sheet, of: assignment).isEmpty
            else {
                choice.sheets.append(seen)
                continue
            }
            choice.changed += 1
        }
        return choice
    }
}
