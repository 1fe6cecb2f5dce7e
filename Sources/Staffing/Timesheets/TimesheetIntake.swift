extension TimesheetRules {
    /// Hours come in: new, the same as before, or changed before anybody decided.
    static func receive(
        _ id: AssignmentID, _ week: Day, _ days: [WorkedDay], _ ruling: OvertimeRuling?,
        _ state: TenantState, _ context: Context
    ) throws(TimesheetRefusal) -> [TimesheetEvent] {
        guard let assignment = state.assignments[id] else { throw .unknownAssignment }
        guard context.mayBringHours(of: assignment) else { throw .notAllowed }
        let days = days.sorted { $0.day < $1.day }
        try check(days, week, state)
        let known = state.timesheet(of: id, week: week)
        // Whoever answers for the hours that came back may say that they are right as they are.
        let isAnswer = known?.isSentBack == true && context.isOwnTime(of: assignment)
        if let known, known.days == days, known.ruling == ruling, !isAnswer { return [] }
        // What rules say today changes no hours that somebody approved.
        let isRuled = ruling != nil || known?.ruling != nil
        if let known, known.isApproved, isRuled, isSameWork(known.days, days) { return [] }
        let fingerprint = context.fingerprint(content(assignment, week, days, ruling))
        guard let known else {
            let received = TimesheetEvent.Received(
                id: context.draw(Timesheet.self), assignment: id, week: week, days: days,
                fingerprint: fingerprint, ruling: ruling)
            return [.received(received)]
        }
        guard !known.isApproved else { throw .alreadyApproved }
        return [.changed(known.id, days: days, fingerprint: fingerprint, ruling: ruling)]
    }

    /// The same punches and sums, however they are split.
    private static func isSameWork(_ known: [WorkedDay], _ days: [WorkedDay]) -> Bool {
        known.count == days.count
            && zip(known, days).allSatisfy {
                $0.day == $1.day && $0.hours.total == $1.hours.total && $0.punches == $1.punches
            }
    }

    private static func check(
        _ days: [WorkedDay], _ week: Day, _ state: TenantState
    ) throws(TimesheetRefusal) {
        guard week.startOfWeek(startingOn: state.client.workweekStart) == week else { throw .notStartOfWeek }
        var previous: Day?
        for worked in days {
            guard (0..<7).contains(week.days(until: worked.day)) else { throw .dayOutsideWeek(worked.day) }
            guard worked.day != previous else { throw .twoEntriesForDay(worked.day) }
            let hours = worked.hours
            let parts = [hours.regular, hours.overtime, hours.doubleTime]
            // A 25-hour day exists once a year; an hour more than the clock's day is still refused.
            guard parts.allSatisfy({ (0...minutesPerDay).contains($0) }), hours.total <= minutesPerDay else {
                throw .impossibleHours(worked.day, minutes: hours.total)
            }
            try check(worked.punches, of: worked.day)
            previous = worked.day
        }
    }

    private static func check(_ punches: [Punch], of day: Day) throws(TimesheetRefusal) {
        var end: Moment?
        for punch in punches.sorted(by: { $0.start < $1.start }) {
            guard punch.start < punch.end, end.map({ $0 <= punch.start }) ?? true else {
                throw .overlappingPunches(day)
            }
            end = punch.end
        }
    }

    /// What an approver approves: whose hours, where, which week, every minute by type and day, and which
    /// rules say so. A sheet that no rules split has the bytes that it always had.
    static func content(
        _ assignment: Assignment, _ week: Day, _ days: [WorkedDay], _ ruling: OvertimeRuling? = nil
    ) -> [UInt8] {
        var content = CanonicalBytes()
        content.append(assignment.id.rawValue)
        content.append(assignment.worksite.rawValue)
        content.append(week.number)
        for worked in days {
            content.append(worked.day.number)
            content.append(worked.hours.regular)
            content.append(worked.hours.overtime)
            content.append(worked.hours.doubleTime)
            content.append(worked.punches.count)
            for punch in worked.punches {
                content.append(punch.start.microseconds)
                content.append(punch.end.microseconds)
            }
        }
        if let ruling { ruling.append(to: &content) }
        return content.bytes
    }
}
