/// What has to stand before hours can come in: the client, its worksites, workers and assignments.
package enum SetupEvent: Hashable, Sendable {
    case opened(Client)
    case worksiteAdded(Worksite)
    case workerRegistered(Worker)
    case assignmentStarted(Assignment)
    /// From now on a rule pack splits the hours that come in for a worksite, or none does.
    case overtimeRulesChosen(WorksiteID, pack: String?)
    case signInDemanded(SignInDemand, by: RoleDefinition.Side)
}

package enum SetupCommand: Hashable, Sendable {
    case open(Client)
    case addWorksite(
        code: String, name: String, address: String, timeZone: String, jurisdiction: String)
    case registerWorker(number: String, name: String)
    case startAssignment(
        WorkerID, WorksiteID, title: String, DayRange, billRate: HourlyRate, WeekSchedule,
        purchaseOrder: String)
    /// Whoever asks has looked the pack up.
    case chooseOvertimeRules(WorksiteID, pack: String?)
}

package enum SetupRefusal: Refusal, Hashable {
    case notAllowed, alreadyOpen, notOpen
    case nameMissing, tooLong, codeTaken, numberTaken, prefixInvalid, termsInvalid
    case unknownWorker, unknownWorksite, datesBackward, rateImpossible, scheduleImpossible,
        duplicateAssignment

    package var kind: RefusalKind {
        switch self {
        case .notAllowed: .forbidden
        case .alreadyOpen, .codeTaken, .numberTaken, .duplicateAssignment: .conflict
        case .unknownWorker, .unknownWorksite, .notOpen: .missing
        case .nameMissing, .tooLong, .prefixInvalid, .termsInvalid, .datesBackward, .rateImpossible,
            .scheduleImpossible:
            .invalid
        }
    }
}

package enum SetupRules {
    package static let longestName = 200

    package static func decide(
        _ command: SetupCommand, _ state: TenantState, _ context: Context
    ) throws(SetupRefusal) -> [SetupEvent] {
        let isAllowed = Policy.may(context.viewer, .manageTenants, at: .tenant, on: context.today).isAllowed
        guard isAllowed else { throw .notAllowed }
        switch command {
        case .open(let client): return try open(client, state)
        case .addWorksite(let code, let name, let address, let timeZone, let jurisdiction):
            try check(name: name, others: [code, address, timeZone, jurisdiction])
            guard !code.isEmpty else { throw .nameMissing }
            guard state.worksite(code: code) == nil else { throw .codeTaken }
            let worksite = Worksite(
                id: context.draw(Worksite.self), code: code, name: name, address: address,
                timeZone: timeZone, jurisdiction: jurisdiction)
            return [.worksiteAdded(worksite)]
        case .registerWorker(let number, let name):
            try check(name: name, others: [number])
            guard !number.isEmpty else { throw .nameMissing }
            guard state.worker(number: number) == nil else { throw .numberTaken }
            return [.workerRegistered(Worker(id: context.draw(Worker.self), number: number, name: name))]
        case .startAssignment(let worker, let site, let title, let days, let rate, let schedule, let order):
            try check(name: title, others: [order])
            let assignment = Assignment(
                id: context.draw(Assignment.self), worker: worker, worksite: site, title: title, days: days,
                billRate: rate, schedule: schedule, purchaseOrder: order)
            return try start(assignment, state)
        case .chooseOvertimeRules(let site, let pack):
            guard let worksite = state.worksites[site] else { throw .unknownWorksite }
            return worksite.overtimeRules == pack ? [] : [.overtimeRulesChosen(site, pack: pack)]
        }
    }

    private static func open(_ client: Client, _ state: TenantState) throws(SetupRefusal) -> [SetupEvent] {
        guard state.client == .unopened else { throw .alreadyOpen }
        try check(name: client.name, others: [client.timeZone])
        let prefix = client.invoicePrefix.utf8
        guard (1...8).contains(prefix.count), prefix.allSatisfy({ (0x41...0x5a).contains($0) }) else {
            throw .prefixInvalid
        }
        guard (0...180).contains(client.paymentTermsDays) else { throw .termsInvalid }
        return [.opened(client)]
    }

    private static func start(
        _ assignment: Assignment, _ state: TenantState
    ) throws(SetupRefusal) -> [SetupEvent] {
        guard state.workers[assignment.worker] != nil else { throw .unknownWorker }
        guard state.worksites[assignment.worksite] != nil else { throw .unknownWorksite }
        guard !assignment.days.isBackward else { throw .datesBackward }
        let rate = assignment.billRate.forRecords().minorUnits
        guard (1...HourlyRate.highest).contains(rate) else { throw .rateImpossible }
        guard assignment.schedule.minutes.allSatisfy({ (0...TimesheetRules.minutesPerDay).contains($0) })
        else {
            throw .scheduleImpossible
        }
        let twin = state.assignments(of: assignment.worker).contains {
            $0.worksite == assignment.worksite && $0.days.from == assignment.days.from
        }
        guard !twin else { throw .duplicateAssignment }
        return [.assignmentStarted(assignment)]
    }

    private static func check(name: String, others: [String]) throws(SetupRefusal) {
        guard !name.trimmed.isEmpty else { throw .nameMissing }
        guard ([name] + others).allSatisfy({ $0.count <= longestName }) else { throw .tooLong }
    }
}
