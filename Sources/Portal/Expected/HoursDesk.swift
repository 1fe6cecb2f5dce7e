import Formats
import HTTP
import Staffing
import Tenancy
import TimeRules

/// A week of an assignment on somebody's desk: everything that the form for its hours shows.
struct HoursDesk: Sendable {
    let key: WorkedWeek
    let client: String
    let worker: Worker
    let assignment: Assignment
    let worksite: Worksite
    let standing: WorkerWeek.Standing
    let due: Day
    let sheet: Timesheet?
    let draft: HoursDraft?
    let zone: TimeZoneRules
    let clock: LocalClock
    /// Whether the rules of the worksite know meal breaks, and paid rests.
    let hasMeals: Bool
    let hasRests: Bool
    let missedBefore: [Day]

    /// A week in which nothing is expected is as absent as an assignment that does not exist.
    init(_ key: WorkedWeek, _ tenant: isolated Tenant, _ visit: Visit) throws(Problem) {
        let state = tenant.state
        guard let week = state.workerWeek(of: key, on: tenant.today),
            let worker = state.workers[week.assignment.worker],
            let worksite = state.worksites[week.assignment.worksite]
        else { throw .missing }
        guard let zone = visit.services.zones(worksite.timeZone) else { throw Problem(.serviceUnavailable) }
        self.key = key
        client = state.client.name
        self.worker = worker
        assignment = week.assignment
        self.worksite = worksite
        standing = week.standing
        due = week.due
        sheet = week.sheet.flatMap { state.timesheets[$0] }
        draft = state.expected.drafts[key]
        self.zone = zone
        clock = LocalClock(zone, visit.say.formats)
        let pack = state.rulePack(of: key)
        hasMeals = pack?.meal != nil
        hasRests = pack?.rest != nil
        missedBefore = week.sheet.flatMap { state.expected.attestations[$0]?.last?.restsMissed } ?? []
    }

    var isApproved: Bool { if case .approved = standing { true } else { false } }

    /// What the form begins with: what was saved, else what the sheet says.
    var entry: HoursEntry {
        draft.map { HoursEntry($0, week: key.week) }
            ?? HoursEntry(sheet, missed: missedBefore, week: key.week, zone)
    }
}

/// Which week an address or a form speaks of.
extension WorkedWeek {
    init(_ fields: Parameters) throws(Problem) {
        guard let assignment = fields["assignment"].flatMap(AssignmentID.init(pathText:)),
            let week = fields["week"].flatMap(Day.init(iso:))
        else { throw .missing }
        self.init(assignment, week)
    }

    func address(_ page: Address) -> Address {
        page.with("assignment", assignment.pathText).with("week", week.iso)
    }
}

/// Hours from a form to the records; what stands against them is said at its field.
struct HoursSubmission {
    let key: WorkedWeek
    let entry: HoursEntry
    /// Nothing where nobody attests, as where staff type hours in.
    let isAttested: Bool?
    let caller: Caller

    func submit(_ tenant: isolated Tenant, _ visit: Visit) throws(Problem) -> FormErrors {
        let desk = try HoursDesk(key, tenant, visit)
        let reading = HoursReading(entry: entry, zone: desk.zone, now: visit.now).read()
        var errors = FormErrors(reading.wrong, of: key.week, visit.say)
        if isAttested == false { errors.add("attested", visit.say.ofWorkerPage.attestationMissing) }
        guard errors.isEmpty else { return errors }
        let missed = desk.hasRests ? entry.missed : []
        let ruled = tenant.state.ruled(reading.days, of: key, restsMissed: missed, desk.zone)
        let command = ExpectedCommand.submit(
            key, days: ruled.days, ruling: ruled.ruling, restsMissed: isAttested == nil ? nil : missed)
        return try tenant.errors(of: command, key.week, for: caller, visit.say)
    }
}

extension Tenant {
    /// What the rules have against a command, at the fields of the form that asked for it.
    func errors(
        of command: ExpectedCommand, _ week: Day, for caller: Caller, _ say: any Sentences
    ) throws(Problem) -> FormErrors {
        do throws(Turned<ExpectedRefusal>) {
            try perform(command, for: caller)
            return FormErrors()
        } catch {
            switch error {
            case .notRecorded(let failure): throw Problem(failure, say)
            case .refused(let refusal):
                guard refusal.kind != .forbidden, refusal.kind != .missing else { throw .missing }
                return FormErrors(refusal.field(in: week), say.ofHoursForm.explain(refusal))
            }
        }
    }
}

extension ExpectedRefusal {
    fileprivate func field(in week: Day) -> StaticString {
        switch self {
        case .overlapsOtherSheet(let day), .hours(.overlappingPunches(let day)):
            Self.start(of: day, in: week)
        case .hours(.impossibleHours(let day, _)): Self.start(of: day, in: week)
        case .reasonMissing: "reason"
        case .wordsMissing, .wordsTooLong: "words"
        case .attestationMissing: "attested"
        case .hours, .notExpected, .notAllowed, .unknownWorker, .hasSheet, .notIdle, .noHours, .tooMuchTyped:
            HoursEntry.Field.start.name(0)
        }
    }

    private static func start(of day: Day, in week: Day) -> StaticString {
        HoursEntry.Field.start.name(min(max(0, week.days(until: day)), HoursEntry.days.upperBound - 1))
    }
}
