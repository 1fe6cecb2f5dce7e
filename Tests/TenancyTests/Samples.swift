import Cast
import Journal
import Staffing

@testable import Tenancy

/// One event of each kind, each with every field set to something of its own.
enum Samples {
    static let tenant: [TenantEvent] =
        setup + people + timesheets + invoices + leaving + rules + signIn + units + identities + cutoffs
        + expected

    static let identities: [TenantEvent] = [.people(.identified(Identifier(101), Identifier(201)))]

    static let setup: [TenantEvent] = [
        .setup(.opened(Cast.harbourFoods)), .setup(.worksiteAdded(Cast.dock4)),
        .setup(.workerRegistered(Cast.tomasz)),
        .setup(
            .assignmentStarted(
                Assignment(
                    id: Identifier(501), worker: Identifier(201), worksite: Identifier(401),
                    title: "Forklift operator", days: DayRange(from: Cast.begin, through: Cast.today),
                    billRate: HourlyRate(minorUnits: 3_150),
                    schedule: WeekSchedule(minutes: [1, 2, 3, 4, 5, 6, 7]), purchaseOrder: "PO-501"))),
    ]

    private static let grant = Grant(
        id: Identifier(1_101), role: .approver, node: .worksite(Identifier(401)),
        days: DayRange(from: Cast.begin))

    static let people: [TenantEvent] = [
        .people(.invited(Cast.ana)), .people(.joined(Identifier(101))),
        .people(.edited(Identifier(101), name: "Ana", email: Cast.ana.email, language: .french)),
        .people(.grantGiven(Identifier(101), grant)),
        .people(.grantWithdrawn(Identifier(101), Identifier(1_101))), .people(.removed(Identifier(101))),
    ]

    private static let print = Fingerprint(1, 2, .max, 0x0123_4567_89ab_cdef)

    private static let days = [
        WorkedDay(
            day: Cast.week, hours: HoursByType(regular: 480, overtime: 30, doubleTime: 15),
            punches: [
                Punch(start: Cast.moment(Cast.week, hour: 8), end: Cast.moment(Cast.week, hour: 12)),
                Punch(start: Moment(microseconds: -1), end: Moment(microseconds: .max)),
            ])
    ]

    static let timesheets: [TenantEvent] = [
        .timesheet(
            .received(
                TimesheetEvent.Received(
                    id: Identifier(701), assignment: Identifier(501), week: Cast.week, days: days,
                    fingerprint: print))),
        .timesheet(.changed(Identifier(701), days: days, fingerprint: print)),
        .timesheet(.approved(Identifier(701), seen: print)),
        .timesheet(.approvalWithdrawn(Identifier(701))),
        .timesheet(
            .rejected(Identifier(701), seen: print, reason: .breakMissing, words: "Où est la pause ?")),
        .timesheet(.commented(Identifier(.max), words: "")),
    ]

    static let invoices: [TenantEvent] = [
        .invoice(
            .issued(
                Invoice(
                    id: Identifier(801), number: "HF-00001", worksite: Identifier(401), week: Cast.week,
                    issued: Cast.today, due: Cast.today.adding(days: 30),
                    lines: [
                        InvoiceLine(
                            timesheet: Identifier(701), type: .doubleTime, minutes: 15,
                            rate: HourlyRate(minorUnits: 3_150), amount: Money(minorUnits: 1_575, .cad))
                    ], total: Money(minorUnits: 1_575, .cad), file: print))),
        .invoice(.paid(Identifier(801), on: Cast.today)),
    ]

    private static let ruling = OvertimeRuling(
        pack: "US-CA", version: "2026.1",
        premiums: [PremiumLine(day: Cast.week, type: .doubleTime, rule: "daily-12", minutes: 15)],
        missedBreaks: [MissedBreak(day: Cast.week, rule: "meal", premiumMinutes: 60)])

    static let rules: [TenantEvent] = [
        .setup(.overtimeRulesChosen(Identifier(401), pack: "US-CA")),
        .timesheet(
            .received(
                TimesheetEvent.Received(
                    id: Identifier(702), assignment: Identifier(501), week: Cast.week, days: days,
                    fingerprint: print, ruling: ruling))),
        .timesheet(.changed(Identifier(702), days: days, fingerprint: print, ruling: ruling)),
    ]

    static let leaving: [TenantEvent] = [
        .people(.handedOver(Identifier(101), to: Identifier(102), grant)),
        .people(.returned(Identifier(101), .active, [grant])),
        .delegation(
            .given(
                Delegation(
                    id: Identifier(1_201), giver: Identifier(101), delegate: Identifier(102),
                    worksites: [Identifier(401)], days: DayRange(from: Cast.begin, through: Cast.today)))),
        .delegation(.ended(Identifier(1_201))),
        .timesheet(.approved(Identifier(701), seen: print, for: behalf)),
        .timesheet(.approvalWithdrawn(Identifier(701), for: behalf)),
        .timesheet(
            .rejected(Identifier(701), seen: print, reason: .other, words: "Non", for: behalf)),
    ]

    private static let behalf = OnBehalf(Identifier(102), name: "Ben Okafor")
    static let signIn: [TenantEvent] = [.setup(.signInDemanded(.mailedCode, by: .staff))]
    private static let operations = Unit(
        id: Identifier(901), kind: .department, code: "OPS", name: "Operations", isRetired: true)

    private static let unitGrant = Grant(
        id: Identifier(1_102), role: .approver, node: .unit(Identifier(901)),
        days: DayRange(from: Cast.begin), limit: ApprovalLimit(minutes: 2_400, amount: 250_000))

    private static let limitedGrant = Grant(
        id: Identifier(1_103), role: .approver, node: .tenant, days: DayRange(from: Cast.begin),
        limit: ApprovalLimit(minutes: 0, amount: nil))

    static let units: [TenantEvent] = [
        .setup(.unitAdded(operations)),
        .setup(.unitChanged(Identifier(901), name: "Ops", isRetired: true)),
        .setup(.assignmentPlaced(Identifier(501), department: Identifier(901), costCenter: nil)),
        .people(.grantGiven(Identifier(101), unitGrant)),
        .people(.grantGiven(Identifier(101), limitedGrant)),
        .timesheet(
            .approvedFirst(
                Identifier(701), seen: print, over: limit(ApprovalLimit(minutes: nil, amount: 1)))),
        .timesheet(
            .approvedFirst(
                Identifier(701), seen: print, over: limit(ApprovalLimit(minutes: nil, amount: 1)),
                for: behalf)),
    ]

    private static let occurrence = CutoffOccurrence(
        worksite: Identifier(401), day: Cast.today, at: Cast.moment(Cast.today, hour: 16))

    static let cutoffs: [TenantEvent] = [
        .cutoff(
            .set(
                Identifier(401),
                CutoffSetting(
                    cutoff: Cutoff(.friday, minute: 725), escalation: Identifier(103),
                    daysOff: [Cast.today, Cast.today.adding(days: 3)]))),
        .cutoff(.digestsChosen(Identifier(101), areWanted: true)),
        .cutoff(
            .stepTaken(
                LadderStep(
                    occurrence: occurrence, rung: .standIn, on: Cast.today,
                    asked: [Identifier(101), Identifier(102)]))),
        .cutoff(
            .reminded(
                Reminder(
                    id: Identifier(1_301), contact: Identifier(101), rung: .escalation,
                    lines: [
                        Reminder.Line(occurrence: occurrence, clean: 12, unusual: 3, minutes: 36_000)
                    ], token: print, at: Cast.now, expires: Cast.moment(Cast.today, hour: 23),
                    on: Cast.today))),
        .cutoff(.missed(MissedCutoff(occurrence: occurrence, count: 4))),
    ]

    private static let idleWeek = WorkedWeek(Identifier(501), Cast.week)

    static let expected: [TenantEvent] = [
        .expected(.idle(idleWeek, .zeroAttested, .away, words: "Grippe")),
        .expected(.idle(idleWeek, .notNeeded, .ended, words: "")),
        .expected(.reopened(idleWeek)),
        .expected(
            .drafted(
                idleWeek, HoursDraft([HoursDraft.Field("start-0", "08:00"), HoursDraft.Field("w", "é")]))
        ),
        .expected(.attested(Identifier(701), version: 1, restsMissed: [Cast.week])),
        .expected(.linkMade(Identifier(201), sentTo: Cast.ana.email, expires: Cast.now)),
        .expected(.linkEnded(Identifier(201))),
    ]

    private static func limit(_ limit: ApprovalLimit?) -> ApprovalLimit {
        guard let limit else { preconditionFailure("The samples' limits limit something.") }
        return limit
    }

    static let agency: [AgencyEvent] = {
        guard let harbour = TenantID("harbour"), let yardLead = Role(rawValue: "yard-lead") else {
            return []
        }
        return [
            .staffJoined(Cast.olga), .staffLeft(Cast.sam.id),
            .tenantOpened(harbour, name: "Harbour Foods"),
            .payRateSet(harbour, Identifier(501), HourlyRate(minorUnits: 2_222)),
            .roleDefined(
                RoleDefinition(
                    yardLead, .client, title: "Yard lead",
                    [.seeTimesheets, .decideTimesheets, .seeBillRates], isGivenByClients: true)),
            .roleChanged(RoleDefinition(.viewer, .client, [.seeAssignments])), .roleRetired(.requester),
            .tenantBranded(
                harbour,
                Branding(
                    name: "Harbour", accent: Color(11, 92, 173),
                    logo: Branding.Logo(content: Fingerprint(1, 2, 3, 4), width: 96, height: 32))),
            .secondFactorDemanded(true, of: .opsAdmin), .staffMoved(Cast.sam.id, Cast.olga.email),
            .staffChanged(Cast.sam.id, name: "Sam N. Novak", roles: [.coordinator, .opsAdmin]),
        ]
    }()

    static func bytes(_ event: some StorableEvent) -> [UInt8] {
        var writer = RecordWriter()
        event.writeFields(to: &writer)
        return writer.bytes
    }
}

/// A case that has no sample above does not compile here: each must be stored, frozen and tested.
extension Samples {
    static func place(of event: TenantEvent) -> Int {
        switch event {
        case .setup(.opened): 0
        case .setup(.worksiteAdded): 1
        case .setup(.workerRegistered): 2
        case .setup(.assignmentStarted): 3
        case .people(.invited): 4
        case .people(.joined): 5
        case .people(.edited): 6
        case .people(.grantGiven(_, let grant)) where grant.id == unitGrant.id: 32
        case .people(.grantGiven(_, let grant)) where grant.id == limitedGrant.id: 33
        case .people(.grantGiven): 7
        case .people(.grantWithdrawn): 8
        case .people(.removed): 9
        case .timesheet(.received(let received)): received.ruling == nil ? 10 : 26
        case .timesheet(.changed(_, _, _, let ruling)): ruling == nil ? 11 : 27
        case .timesheet(.approved(_, _, nil)): 12
        case .timesheet(.approvalWithdrawn(_, nil)): 13
        case .timesheet(.rejected(_, _, _, _, nil)): 14
        case .timesheet(.commented): 15
        case .invoice(.issued): 16
        case .invoice(.paid): 17
        case .people(.handedOver): 18
        case .people(.returned): 19
        case .delegation(.given): 20
        case .delegation(.ended): 21
        case .timesheet(.approved): 22
        case .timesheet(.approvalWithdrawn): 23
        case .timesheet(.rejected): 24
        case .setup(.overtimeRulesChosen): 25
        case .setup(.signInDemanded): 28
        case .setup(.unitAdded): 29
        case .setup(.unitChanged): 30
        case .setup(.assignmentPlaced): 31
        case .timesheet(.approvedFirst(_, _, _, nil)): 34
        case .timesheet(.approvedFirst): 35
        case .people(.identified): 36
        case .cutoff(.set): 37
        case .cutoff(.digestsChosen): 38
        case .cutoff(.stepTaken): 39
        case .cutoff(.reminded): 40
        case .cutoff(.missed): 41
        case .expected(.idle(_, .zeroAttested, _, _)): 42
        case .expected(.idle(_, .notNeeded, _, _)): 43
        case .expected(.reopened): 44
        case .expected(.drafted): 45
        case .expected(.attested): 46
        case .expected(.linkMade): 47
        case .expected(.linkEnded): 48
        }
    }

    static func place(of event: AgencyEvent) -> Int {
        switch event {
        case .staffJoined: 0
        case .staffLeft: 1
        case .tenantOpened: 2
        case .payRateSet: 3
        case .roleDefined: 4
        case .roleChanged: 5
        case .roleRetired: 6
        case .tenantBranded: 7
        case .secondFactorDemanded: 8
        case .staffMoved: 9
        case .staffChanged: 10
        }
    }
}
