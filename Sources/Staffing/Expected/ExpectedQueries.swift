extension TenantState {
    /// What is open of a worksite up to the week that is under way, as far as it is open to whoever looks.
    /// Nothing for `open` is everybody's.
    func openWeeks(
        at worksite: WorksiteID, within open: OpenPlaces?, through last: Day,
        _ body: (Assignment, Day) -> Void
    ) {
        guard open?.reaches(worksite) ?? true else { return }
        let part = open.flatMap { $0.isWhole(worksite) ? nil : $0 }
        for run in expectedIndex.runs(at: worksite, through: last) {
            let place = Int(run.assignment)
            let assignment = assignments.values[place]
            guard part?.opens(assignment) ?? true else { continue }
            let weeks = ExpectedWeeks(assignment, startingOn: client.workweekStart)
            var next: Day? = Day(number: run.week)
            while let week = next, week <= last {
                if !isAnswered(place, week) { body(assignment, week) }
                next = weeks.first(from: week.adding(days: 7))
            }
        }
    }

    /// The expected sheets of a worksite, the oldest week first, then by worker's name.
    package func expectedSheets(
        at worksite: WorksiteID, within open: OpenPlaces, on today: Day
    ) -> [ExpectedSheet] {
        var found: [(sheet: ExpectedSheet, worker: Worker)] = []
        openWeeks(at: worksite, within: open, through: weekUnderWay(today)) { assignment, week in
            guard let worker = workers[assignment.worker] else { return }
            found.append((expectedSheet(assignment, week), worker))
        }
        return found.sorted { one, other in
            (one.sheet.week.number, one.worker.name, one.worker.number)
                < (other.sheet.week.number, other.worker.name, other.worker.number)
        }.map(\.sheet)
    }

    /// How many sheets of a worksite are late, and how many are expected and not yet due.
    package func expectedCount(
        at worksite: WorksiteID, within open: OpenPlaces, on today: Day
    ) -> (late: Int, early: Int) {
        var count = (late: 0, early: 0)
        openWeeks(at: worksite, within: open, through: weekUnderWay(today)) { _, week in
            if today > ExpectedSheet.due(ofWeek: week) { count.late += 1 } else { count.early += 1 }
        }
        return count
    }

    /// The same of the whole client, with the oldest week that is late.
    package func expectedTally(on today: Day) -> ExpectedTally {
        var tally = ExpectedTally()
        for worksite in expectedIndex.worksites {
            openWeeks(at: worksite, within: nil, through: weekUnderWay(today)) { _, week in
                guard today > ExpectedSheet.due(ofWeek: week) else { return tally.early += 1 }
                tally.late += 1
                tally.oldestLate = min(tally.oldestLate ?? week, week)
            }
        }
        return tally
    }

    /// A week of an assignment for which hours can be brought: one that has begun and that its dates touch.
    package func expectedSheet(of key: WorkedWeek, on today: Day) -> ExpectedSheet? {
        guard let assignment = assignments[key.assignment], key.week <= today,
            key.week.startOfWeek(startingOn: client.workweekStart) == key.week,
            ExpectedWeeks(assignment, startingOn: client.workweekStart).contain(key.week)
        else { return nil }
        return expectedSheet(assignment, key.week)
    }

    package func weekUnderWay(_ today: Day) -> Day { today.startOfWeek(startingOn: client.workweekStart) }

    private func expectedSheet(_ assignment: Assignment, _ week: Day) -> ExpectedSheet {
        ExpectedSheet(assignment: assignment, week: week, due: ExpectedSheet.due(ofWeek: week))
    }
}

/// How many sheets of a client nobody has brought.
package struct ExpectedTally: Hashable, Sendable {
    package fileprivate(set) var late = 0
    /// Expected, and not due yet.
    package fileprivate(set) var early = 0
    package fileprivate(set) var oldestLate: Day?
}

extension TenantState {
    /// How many sheets of a worksite are late. What is expected and not due yet is not looked at.
    package func lateCount(at worksite: WorksiteID, within open: OpenPlaces, on today: Day) -> Int {
        var count = 0
        let newest = weekUnderWay(today.adding(days: -ExpectedSheet.graceDays)).adding(days: -7)
        openWeeks(at: worksite, within: open, through: newest) { _, week in
            if today > ExpectedSheet.due(ofWeek: week) { count += 1 }
        }
        return count
    }

    /// What was said lately of weeks without hours, and of weeks that are not long ago; the newest week
    /// first.
    package func idleWeeks(
        at worksite: WorksiteID, within open: OpenPlaces, since week: Day
    ) -> [(idle: IdleWeek, assignment: Assignment)] {
        let day = Moment(microseconds: 0).adding(seconds: Int64(week.number) * 86_400)
        return expected.idle.values.filter { $0.key.week >= week || $0.at >= day }
            .compactMap { idle in
                guard let assignment = assignments[idle.key.assignment], assignment.worksite == worksite,
                    open.opens(assignment)
                else { return nil }
                return (idle, assignment)
            }
            .sorted {
                ($1.idle.key.week.number, $0.assignment.id.rawValue)
                    < ($0.idle.key.week.number, $1.assignment.id.rawValue)
            }
    }
}
