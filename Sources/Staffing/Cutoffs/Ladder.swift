/// Who is to be asked for what at one client now: the steps that lead to each deadline, counted back from
/// it in the working hours of the worksite.
///
/// It says only what is due. That it was done stands in the journal, so a restart finds it there and asks
/// nobody twice; after a standstill each person gets one mail about all that waits, not one for each step.
package struct Ladder: Sendable {
    let state: TenantState
    let roles: RoleBook
    let time: WorksiteTime
    let now: Moment
    /// The client's date, by which grants hold and a person has one mail a day.
    package let today: Day

    /// Working hours before the deadline at which each step begins.
    static func hours(before rung: Rung) -> Int {
        switch rung {
        case .approver: 8
        case .standIn: 3
        case .escalation: 1
        }
    }

    package init(
        _ state: TenantState, under roles: RoleBook, _ time: WorksiteTime, at now: Moment, on today: Day
    ) {
        self.state = state
        self.roles = roles
        self.time = time
        self.now = now
        self.today = today
    }

    private var book: CutoffBook { state.cutoffs }

    /// When this client has to be looked at again; nothing while nothing waits there.
    package var next: Moment? {
        guard !book.isEmpty else { return nil }
        return state.worksitesByCode.compactMap(next).min()
    }

    private func next(at worksite: Worksite) -> Moment? {
        guard state.hasWaiting(at: worksite.id), let goal = time.next(after: now, at: worksite, book)
        else { return nil }
        return (Rung.allCases.compactMap { next($0, goal, worksite) } + [goal.at]).min()
    }

    private func next(_ rung: Rung, _ goal: CutoffOccurrence, _ worksite: Worksite) -> Moment? {
        let start = begin(of: rung, goal, worksite)
        var from = max(now, start)
        if isTaken(rung, goal, worksite) {
            guard rung == .approver else { return nil }
            from = max(start, time.moment(time.day(now, at: worksite).adding(days: 1), 0, at: worksite))
        }
        return time.nextWork(from: from, at: worksite, book).flatMap { $0 < goal.at ? $0 : nil }
    }

    /// What was not decided by the last deadline is asked for every working day.
    private func begin(of rung: Rung, _ goal: CutoffOccurrence, _ worksite: Worksite) -> Moment {
        if rung == .approver, let last = time.last(until: now, at: worksite, book), book.wasMissed(last) {
            return last.at
        }
        return time.before(goal.at, hours: Self.hours(before: rung), at: worksite, book)
    }

    private func isTaken(_ rung: Rung, _ goal: CutoffOccurrence, _ worksite: Worksite) -> Bool {
        let day = time.day(now, at: worksite)
        return book.steps.contains {
            $0.occurrence.worksite == worksite.id && $0.rung == rung
                && (rung == .approver ? $0.on == day : $0.occurrence.day == goal.day)
        }
    }
}

extension Ladder {
    /// What one person is to be told.
    package struct Letter: Hashable, Sendable {
        package let contact: ContactID
        package let rung: Rung
        package let lines: [Reminder.Line]
    }

    /// Everything that is due now.
    package struct Due: Hashable, Sendable {
        package var steps: [LadderStep] = []
        package var letters: [Letter] = []
        package var missed: [MissedCutoff] = []
        package var isEmpty: Bool { steps.isEmpty && letters.isEmpty && missed.isEmpty }
    }

    package var due: Due {
        var due = Due()
        guard !book.isEmpty else { return due }
        let sites = state.worksitesByCode.filter { state.hasWaiting(at: $0.id) }
        due.missed = sites.compactMap(missed)
        let open = sites.compactMap(open)
        guard open.contains(where: { !$0.rungs.isEmpty }) else { return due }
        let audience = Audience(state, under: roles, on: today, at: open.map(\.waiting))
        var asked: Set<ContactID> = []
        for site in open {
            for rung in site.rungs {
                let people = audience.people(for: rung, at: site.waiting.worksite)
                    .filter { !asked.contains($0) && !book.wasReminded($0, on: today) }
                asked.formUnion(people)
                due.steps.append(
                    LadderStep(
                        occurrence: site.goal, rung: rung, on: time.day(now, at: site.worksite),
                        asked: people))
                for contact in people {
                    let lines = open.compactMap { audience.line(for: contact, rung, at: $0.waiting, $0.goal) }
                    due.letters.append(Letter(contact: contact, rung: rung, lines: lines))
                }
            }
        }
        return due
    }

    private struct Open {
        let worksite: Worksite
        let goal: CutoffOccurrence
        /// The steps that are due now.
        let rungs: [Rung]
        let waiting: WaitingHours
    }

    private func open(_ worksite: Worksite) -> Open? {
        guard let goal = time.next(after: now, at: worksite, book) else { return nil }
        let isWork = time.nextWork(from: now, at: worksite, book) == now
        let rungs = Rung.allCases.filter {
            isWork && begin(of: $0, goal, worksite) <= now && !isTaken($0, goal, worksite)
        }
        return Open(
            worksite: worksite, goal: goal, rungs: rungs, waiting: WaitingHours(state, at: worksite.id))
    }

    /// Only what was there when the deadline came was late.
    private func missed(_ worksite: Worksite) -> MissedCutoff? {
        guard let last = time.last(until: now, at: worksite, book), !book.wasMissed(last) else { return nil }
        let count = state.late(for: last)
        return count == 0 ? nil : MissedCutoff(occurrence: last, count: count)
    }
}
