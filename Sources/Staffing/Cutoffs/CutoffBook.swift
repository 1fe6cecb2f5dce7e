/// A client's deadlines, and what was done so that they are kept.
package struct CutoffBook: Hashable, Sendable {
    package private(set) var client = Kept()
    package private(set) var worksites: [WorksiteID: Kept] = [:]
    /// Whoever wants no daily mails.
    package private(set) var unwanted: Set<ContactID> = []
    /// Of the last weeks, the oldest first.
    package private(set) var steps: [LadderStep] = []
    package private(set) var reminders: [Reminder] = []
    package private(set) var missed: [MissedCutoff] = []

    /// What was done longer ago is in the journal only.
    private static let keptDays = 21

    /// A setting and since when it holds: no deadline before that was ever missed.
    package struct Kept: Hashable, Sendable {
        package let setting: CutoffSetting
        package let since: Moment

        package init(_ setting: CutoffSetting = .none, since: Moment = Moment(microseconds: 0)) {
            self.setting = setting
            self.since = since
        }
    }

    package init() {}

    package init(
        client: Kept, worksites: [WorksiteID: Kept], unwanted: Set<ContactID>, steps: [LadderStep],
        reminders: [Reminder], missed: [MissedCutoff]
    ) {
        self.client = client
        self.worksites = worksites
        self.unwanted = unwanted
        self.steps = steps
        self.reminders = reminders
        self.missed = missed
    }

    package subscript(worksite: WorksiteID?) -> CutoffSetting {
        guard let worksite else { return client.setting }
        return worksites[worksite]?.setting ?? .none
    }

    /// Whether anybody has set a deadline at all.
    package var isEmpty: Bool {
        client.setting.cutoff == nil && worksites.values.allSatisfy { $0.setting.cutoff == nil }
    }

    /// The deadline of a worksite and since when it holds.
    func inForce(at worksite: WorksiteID) -> (cutoff: Cutoff, since: Moment)? {
        if let own = worksites[worksite], let cutoff = own.setting.cutoff { return (cutoff, own.since) }
        return client.setting.cutoff.map {
            ($0, max(client.since, worksites[worksite]?.since ?? client.since))
        }
    }

    package func cutoff(at worksite: WorksiteID) -> Cutoff? { inForce(at: worksite)?.cutoff }

    package func escalation(at worksite: WorksiteID) -> ContactID? {
        worksites[worksite]?.setting.escalation ?? client.setting.escalation
    }

    func isDayOff(_ day: Day, at worksite: WorksiteID) -> Bool {
        client.setting.daysOff.contains(day) || worksites[worksite]?.setting.daysOff.contains(day) ?? false
    }

    package func wantsDigests(_ contact: ContactID) -> Bool { !unwanted.contains(contact) }

    package func wasReminded(_ contact: ContactID, on day: Day) -> Bool {
        reminders.contains { $0.contact == contact && $0.on == day }
    }

    package func wasMissed(_ occurrence: CutoffOccurrence) -> Bool {
        missed.contains {
            $0.occurrence.worksite == occurrence.worksite && $0.occurrence.day == occurrence.day
        }
    }

    package func reminder(_ token: Fingerprint) -> Reminder? { reminders.first { $0.token == token } }

    mutating func evolve(_ event: CutoffEvent, at moment: Moment) {
        switch event {
        case .set(nil, let setting): client = Kept(setting, since: moment)
        case .set(let worksite?, let setting):
            worksites[worksite] = setting == .none ? nil : Kept(setting, since: moment)
        case .digestsChosen(let contact, true): unwanted.remove(contact)
        case .digestsChosen(let contact, false): unwanted.insert(contact)
        case .stepTaken(let step):
            steps.removeAll { $0.on.days(until: step.on) > Self.keptDays }
            steps.append(step)
        case .reminded(let reminder):
            // One that never got into a mail is written anew, under its number and with another token.
            reminders.removeAll {
                $0.id == reminder.id || $0.on.days(until: reminder.on) > Self.keptDays
            }
            reminders.append(reminder)
        case .missed(let cutoff):
            missed.removeAll { $0.occurrence.day.days(until: cutoff.occurrence.day) > Self.keptDays }
            missed.append(cutoff)
        }
    }
}

extension CutoffBook {
    /// Deadlines that passed with hours of which some still wait, with how many.
    package func stillMissed(in state: TenantState) -> [MissedCutoff] {
        var latest: [WorksiteID: MissedCutoff] = [:]
        for cutoff in missed { latest[cutoff.occurrence.worksite] = cutoff }
        return latest.values.compactMap { cutoff in
            let waiting = state.late(for: cutoff.occurrence)
            return waiting == 0 ? nil : MissedCutoff(occurrence: cutoff.occurrence, count: waiting)
        }
        .sorted { $0.occurrence < $1.occurrence }
    }
}

extension TenantState {
    /// Sheets that wait and were there when a deadline came.
    func late(for occurrence: CutoffOccurrence) -> Int {
        waiting(at: occurrence.worksite).count {
            $0.week.adding(days: 6) < occurrence.day
                && ($0.history.first.map { $0.at <= occurrence.at } ?? false)
        }
    }
}
