import Crypto
import Journal
import Mail
import Staffing
import Tenancy

/// One look at one client by the clock: takes the steps that are due, writes them down, and says what has to
/// be mailed, what the staff have to know, and when to look again.
struct Reminding: Sendable {
    let services: Services
    let now: Moment

    struct Outcome: Sendable {
        let mails: [DigestMail]
        let exceptions: [DeadlineException]
        /// Nothing for a client without deadlines.
        let next: Moment?
    }

    /// With deadlines a client is looked at once a day at least: who will be there is a matter of dates.
    static let daySeconds: Int64 = 86_400
    /// A reminder younger than this whose mail the queue does not know is written again.
    private static let rescueSeconds: Int64 = 86_400

    func look(_ tenant: isolated Tenant) throws(StoreFailure) -> Outcome {
        guard !tenant.state.cutoffs.isEmpty else { return Outcome(mails: [], exceptions: [], next: nil) }
        let due = ladder(tenant).due
        let letters = due.letters.map { letter in
            reminder(of: letter, ReminderID(services.world.drawNumber()), tenant.today)
        }
        let lost = unmailed(tenant.state).map { signed($0) }
        let written = letters + lost
        if !due.isEmpty || !lost.isEmpty {
            let climb = Climb(steps: due.steps, reminders: written.map(\.reminder), missed: due.missed)
            do throws(Turned<CutoffRefusal>) {
                try tenant.perform(.climb(climb), for: .system)
            } catch {
                switch error {
                case .notRecorded(let failure): throw failure
                case .refused: preconditionFailure("the program itself may climb")
                }
            }
        }
        let next = ladder(tenant).next ?? now.adding(seconds: Self.daySeconds)
        return Outcome(
            mails: written.compactMap { mail($0.reminder, $0.token, tenant) },
            exceptions: exceptions(tenant), next: min(next, now.adding(seconds: Self.daySeconds)))
    }

    private func ladder(_ tenant: isolated Tenant) -> Ladder {
        Ladder(
            tenant.state, under: services.world.roles.book, services.worksiteTime, at: now, on: tenant.today)
    }

    private func reminder(
        of letter: Ladder.Letter, _ id: ReminderID, _ today: Day
    ) -> (reminder: Reminder, token: String) {
        signed(
            Reminder(
                id: id, contact: letter.contact, rung: letter.rung, lines: letter.lines,
                token: Fingerprint(0, 0, 0, 0), at: now,
                expires: now.adding(seconds: Reminder.lifeSeconds), on: today))
    }

    /// With a token of 128 bits, of which the record has only the hash.
    private func signed(_ draft: Reminder) -> (reminder: Reminder, token: String) {
        let token = (0..<2).map { _ in Base32Crockford.encode(services.world.drawNumber()) }.joined()
        let reminder = Reminder(
            id: draft.id, contact: draft.contact, rung: draft.rung, lines: draft.lines,
            token: services.world.fingerprint(Array(token.utf8)), at: draft.at, expires: draft.expires,
            on: draft.on)
        return (reminder, token)
    }

    /// What was written down, and then the process ended or the disk was full before the mail was kept.
    private func unmailed(_ state: TenantState) -> [Reminder] {
        guard let queue = services.outbox.queue else { return [] }
        return state.cutoffs.reminders.filter {
            now < $0.at.adding(seconds: Self.rescueSeconds) && !queue.knows($0.id.rawValue)
        }
    }

    private func mail(_ reminder: Reminder, _ token: String, _ tenant: isolated Tenant) -> DigestMail? {
        let state = tenant.state
        guard let contact = state.contacts[reminder.contact], contact.standing == .active,
            let first = reminder.lines.map(\.occurrence).min()
        else { return nil }
        let say = contact.language.sentences
        let lines = reminder.lines.map { line in
            DigestText(line, state, services, say).sentence
        }
        return DigestMail(
            reminder: reminder, token: token, contact: contact, company: state.client.name,
            tenant: tenant.id, moment: stamp(first, state, say), lines: lines)
    }

    private func stamp(
        _ occurrence: CutoffOccurrence, _ state: TenantState, _ say: any Sentences
    ) -> String {
        let zone = state.worksites[occurrence.worksite]?.timeZone
        return LocalClock(zone.flatMap(services.zones), say.formats).stamp(occurrence.at)
    }
}

extension Reminding {
    private func exceptions(_ tenant: isolated Tenant) -> [DeadlineException] {
        let state = tenant.state
        func exception(_ kind: DeadlineException.Kind, _ occurrence: CutoffOccurrence) -> DeadlineException {
            DeadlineException(
                kind: kind, occurrence: occurrence, client: state.client.name,
                worksite: state.worksites[occurrence.worksite]?.name ?? "",
                stamp: stamp(occurrence, state, English()))
        }
        let missed = state.cutoffs.stillMissed(in: state).map { exception(.missed($0.count), $0.occurrence) }
        let forecast = CoverageForecast(
            state, under: services.world.roles.book, services.worksiteTime, on: tenant.today)
        let gaps = forecast.gaps.map { exception(.uncovered, $0.occurrence) }
        return missed + gaps + undelivered(state, tenant.id).map { exception(.undelivered($0.name), $0.goal) }
    }

    /// Digests that did not arrive, of people who were not written to successfully since.
    private func undelivered(
        _ state: TenantState, _ id: TenantID
    ) -> [(name: String, goal: CutoffOccurrence)] {
        guard let queue = services.outbox.queue else { return [] }
        var latest: [ContactID: Reminder] = [:]
        for reminder in state.cutoffs.reminders { latest[reminder.contact] = reminder }
        return latest.values.compactMap { reminder in
            guard let contact = state.contacts[reminder.contact], contact.standing == .active,
                let goal = reminder.lines.map(\.occurrence).min(),
                queue.latest(for: Addressee(digestTo: contact.id, of: id))?.isUndelivered == true
            else { return nil }
            return (contact.name, goal)
        }
    }
}

/// One line of a digest: a worksite, what waits there, and by when.
struct DigestText {
    let what: String
    let due: String

    init(_ line: Reminder.Line, _ state: TenantState, _ services: Services, _ say: any Sentences) {
        let worksite = state.worksites[line.occurrence.worksite]
        let clock = LocalClock(worksite.flatMap { services.zones($0.timeZone) }, say.formats)
        what = say.ofCutoffs.digestLine(
            worksite?.name ?? "", count: line.count, hours: say.ofTimesheets.hours(line.minutes),
            clean: line.clean, unusual: line.unusual)
        due = say.ofCutoffs.due(clock.stamp(line.occurrence.at))
    }

    var sentence: String { what + ". " + due + "." }
}
