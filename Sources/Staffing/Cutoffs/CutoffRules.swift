/// Who may say by when hours must be approved, and who wants to hear of it.
package enum CutoffRules {
    package static func decide(
        _ command: CutoffCommand, _ state: TenantState, _ context: Context
    ) throws(CutoffRefusal) -> [CutoffEvent] {
        switch command {
        case .set(let worksite, let setting): return try set(setting, at: worksite, state, context)
        case .chooseDigests(let areWanted):
            guard case .contact(let id) = context.viewer.person else { throw .notAllowed }
            let isSame = state.cutoffs.wantsDigests(id) == areWanted
            return isSame ? [] : [.digestsChosen(id, areWanted: areWanted)]
        case .climb(let climb):
            guard context.viewer.person == .system else { throw .notAllowed }
            return climb.events
        }
    }

    private static func set(
        _ setting: CutoffSetting, at worksite: WorksiteID?, _ state: TenantState, _ context: Context
    ) throws(CutoffRefusal) -> [CutoffEvent] {
        // When the hours are paid is the agency's to say.
        let mayManage = Policy.may(context.viewer, .manageTenants, at: .tenant, on: context.today).isAllowed
        guard mayManage, !context.viewer.isContact else { throw .notAllowed }
        if let worksite, state.worksites[worksite] == nil { throw .unknownWorksite }
        guard setting.daysOff.count <= CutoffSetting.mostDaysOff else { throw .tooManyDaysOff }
        if let escalation = setting.escalation {
            try check(escalation, at: worksite, state, context)
        }
        return state.cutoffs[worksite] == setting ? [] : [.set(worksite, setting)]
    }

    private static func check(
        _ id: ContactID, at worksite: WorksiteID?, _ state: TenantState, _ context: Context
    ) throws(CutoffRefusal) {
        guard let contact = state.contacts[id], contact.standing != .removed else {
            throw .escalationUnfit
        }
        let viewer = Viewer.contact(contact, under: context.roles)
        let node = worksite.map(Node.worksite) ?? .tenant
        guard Policy.may(viewer, .seeTimesheets, at: node, on: context.today).isAllowed else {
            throw .escalationUnfit
        }
    }
}

/// What was due at one moment, with the mails that it takes.
package struct Climb: Hashable, Sendable {
    package let steps: [LadderStep]
    package let reminders: [Reminder]
    package let missed: [MissedCutoff]

    package init(steps: [LadderStep], reminders: [Reminder], missed: [MissedCutoff]) {
        self.steps = steps
        self.reminders = reminders
        self.missed = missed
    }

    fileprivate var events: [CutoffEvent] {
        missed.map(CutoffEvent.missed) + steps.map(CutoffEvent.stepTaken)
            + reminders.map(CutoffEvent.reminded)
    }
}

extension Viewer {
    fileprivate var isContact: Bool { if case .contact = person { true } else { false } }
}
