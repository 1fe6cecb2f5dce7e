/// What a client's records keep around expected sheets. The sheets themselves are derived.
package struct ExpectedBook: Hashable, Sendable {
    /// When the client's records were begun, to the day in UTC.
    package private(set) var opened: Day?
    package private(set) var idle: [WorkedWeek: IdleWeek] = [:]
    package private(set) var drafts: [WorkedWeek: HoursDraft] = [:]
    package private(set) var links: [WorkerID: WorkerLink] = [:]
    /// What was attested of a sheet, the oldest first.
    package private(set) var attestations: [TimesheetID: [Attestation]] = [:]

    package init() {}

    /// What a snapshot kept.
    package init(
        opened: Day?, idle: [IdleWeek], drafts: [(WorkedWeek, HoursDraft)], links: [WorkerLink],
        attestations: [(TimesheetID, [Attestation])]
    ) {
        self.opened = opened
        for week in idle { self.idle[week.key] = week }
        for (key, draft) in drafts { self.drafts[key] = draft }
        for link in links { self.links[link.worker] = link }
        for (sheet, all) in attestations { self.attestations[sheet] = all }
    }

    mutating func take(_ recorded: Recorded<TenantEvent>) {
        switch recorded.event {
        case .setup(.opened): opened = Day(number: Int32(clamping: Self.days(recorded.at)))
        case .timesheet(.received(let received)): settle(WorkedWeek(received.assignment, received.week))
        case .expected(let event): take(event, recorded)
        case .setup, .people, .timesheet, .invoice, .delegation, .cutoff: break
        }
    }

    private static func days(_ moment: Moment) -> Int64 {
        let (days, rest) = moment.seconds.quotientAndRemainder(dividingBy: 86_400)
        return rest < 0 ? days - 1 : days
    }

    private mutating func take(_ event: ExpectedEvent, _ recorded: Recorded<TenantEvent>) {
        switch event {
        case .idle(let key, let kind, let reason, let words):
            settle(key)
            idle[key] = IdleWeek(
                key, kind, reason, words: words, by: recorded.by, name: recorded.name, at: recorded.at)
        case .reopened(let key): idle[key] = nil
        case .drafted(let key, let draft): drafts[key] = draft.fields.isEmpty ? nil : draft
        case .attested(let sheet, let version, let missed):
            let attestation = Attestation(version: version, restsMissed: missed, at: recorded.at)
            attestations[sheet, default: []].append(attestation)
        case .linkMade(let worker, let address, let expires):
            links[worker] = WorkerLink(
                worker, sentTo: address, expires: expires, by: recorded.name, at: recorded.at)
        case .linkEnded(let worker): links[worker] = nil
        }
    }

    /// Something is said of the week for good.
    private mutating func settle(_ key: WorkedWeek) {
        idle[key] = nil
        drafts[key] = nil
    }
}
