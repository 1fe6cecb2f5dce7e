/// Who may say what of a week in which hours are expected.
package enum ExpectedRules {
    package static func decide(
        _ command: ExpectedCommand, _ state: TenantState, _ context: Context
    ) throws(ExpectedRefusal) -> [TenantEvent] {
        switch command {
        case .submit(let key, let days, let ruling, let missed):
            return try submit(key, days, ruling, missed, state, context)
        case .sayIdle(let key, let kind, let reason, let words):
            return [.expected(try sayIdle(key, kind, reason, words, state, context))]
        case .reopen(let key):
            let assignment = try expected(key, state, context).assignment
            guard context.mayBringAnyHours(of: assignment) else { throw .notAllowed }
            guard state.expected.idle[key] != nil else { throw .notIdle }
            return [.expected(.reopened(key))]
        case .keepDraft(let key, let draft): return try keep(draft, key, state, context)
        case .makeLink(let worker, let address, let expires):
            try checkLinks(of: worker, state, context)
            return [.expected(.linkMade(worker, sentTo: address, expires: expires))]
        case .endLink(let worker):
            try checkLinks(of: worker, state, context)
            return state.expected.links[worker] == nil ? [] : [.expected(.linkEnded(worker))]
        }
    }

    private static func submit(
        _ key: WorkedWeek, _ days: [WorkedDay], _ ruling: OvertimeRuling?, _ missed: [Day]?,
        _ state: TenantState, _ context: Context
    ) throws(ExpectedRefusal) -> [TenantEvent] {
        let assignment = try expected(key, state, context).assignment
        let isOwn = context.isOwnTime(of: assignment)
        guard isOwn || context.mayBringAnyHours(of: assignment) else { throw .notAllowed }
        guard days.contains(where: { $0.hours.total > 0 }) else { throw .noHours }
        guard !isOwn || missed != nil else { throw .attestationMissing }
        try checkOverlap(days, assignment, key.week, state)
        let events: [TimesheetEvent]
        do throws(TimesheetRefusal) {
            events = try TimesheetRules.decide(
                .receive(key.assignment, week: key.week, days: days, ruling: ruling), state, context)
        } catch {
            throw .hours(error)
        }
        var all = events.map(TenantEvent.timesheet)
        if let missed, isOwn, let sheet = events.first?.timesheet {
            all.append(
                .expected(
                    .attested(sheet, version: Attestation.currentVersion, restsMissed: missed.sorted())))
        }
        if isOwn, state.expected.drafts[key] != nil { all.append(.expected(.drafted(key, HoursDraft([])))) }
        return all
    }

    /// Nobody works at two places at one time, whoever types it in.
    private static func checkOverlap(
        _ days: [WorkedDay], _ assignment: Assignment, _ week: Day, _ state: TenantState
    ) throws(ExpectedRefusal) {
        let known = state.neighbouringTime(of: assignment, week: week, except: [])
        let others = (known.earlier + known.later).flatMap(\.punches)
        guard !others.isEmpty else { return }
        for worked in days {
            for punch in worked.punches
            where others.contains(where: { $0.start < punch.end && punch.start < $0.end }) {
                throw .overlapsOtherSheet(worked.day)
            }
        }
    }

    private static func sayIdle(
        _ key: WorkedWeek, _ kind: IdleWeek.Kind, _ reason: IdleWeek.Reason?, _ words: String,
        _ state: TenantState, _ context: Context
    ) throws(ExpectedRefusal) -> ExpectedEvent {
        let assignment = try expected(key, state, context).assignment
        // That nothing is needed only the agency can say.
        let isOwn = kind == .zeroAttested && context.isOwnTime(of: assignment)
        guard isOwn || context.mayBringAnyHours(of: assignment) else { throw .notAllowed }
        guard state.timesheet(of: key.assignment, week: key.week) == nil else { throw .hasSheet }
        guard let reason, IdleWeek.Reason.all(for: kind).contains(reason) else { throw .reasonMissing }
        let words = words.trimmed
        guard words.count <= TimesheetRules.longestWords else { throw .wordsTooLong }
        guard reason != .other || !words.isEmpty else { throw .wordsMissing }
        return .idle(key, kind, reason, words: words)
    }

    private static func keep(
        _ draft: HoursDraft, _ key: WorkedWeek, _ state: TenantState, _ context: Context
    ) throws(ExpectedRefusal) -> [TenantEvent] {
        let assignment = try expected(key, state, context).assignment
        guard context.isOwnTime(of: assignment) else { throw .notAllowed }
        guard draft.fields.count <= HoursDraft.mostFields,
            draft.fields.allSatisfy({ $0.value.count <= HoursDraft.longestValue })
        else { throw .tooMuchTyped }
        if state.timesheet(of: key.assignment, week: key.week)?.isSentBack == false { throw .hasSheet }
        // The same again changes nothing: a page may save itself as often as it likes.
        guard state.expected.drafts[key] ?? HoursDraft([]) != draft else { return [] }
        return [.expected(.drafted(key, draft))]
    }

    private static func checkLinks(
        of worker: WorkerID, _ state: TenantState, _ context: Context
    ) throws(ExpectedRefusal) {
        guard Policy.may(context.viewer, .importTimesheets, at: .tenant, on: context.today).isAllowed else {
            throw .notAllowed
        }
        guard state.workers[worker] != nil else { throw .unknownWorker }
    }

    private static func expected(
        _ key: WorkedWeek, _ state: TenantState, _ context: Context
    ) throws(ExpectedRefusal) -> ExpectedSheet {
        guard let sheet = state.expectedSheet(of: key, on: context.today) else { throw .notExpected }
        return sheet
    }
}

extension Context {
    /// Whether it is their own time that somebody speaks about.
    func isOwnTime(of assignment: Assignment) -> Bool { viewer.person == .worker(assignment.worker) }

    /// Whether somebody may bring hours for whomever it may be.
    func mayBringAnyHours(of assignment: Assignment) -> Bool {
        Policy.may(viewer, .importTimesheets, at: assignment.place, on: today).isAllowed
    }

    func mayBringHours(of assignment: Assignment) -> Bool {
        isOwnTime(of: assignment) || mayBringAnyHours(of: assignment)
    }
}
