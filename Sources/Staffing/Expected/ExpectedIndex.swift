/// For each assignment the first week that nobody has answered, in the order of those weeks at each
/// worksite: what is late and what is expected stands at the beginning, and nobody looks at the rest. Events
/// keep it, so that no time has to pass for a week to begin.
struct ExpectedIndex: Sendable {
    /// Weeks before this one belong to what was there before the portal.
    private(set) var begin: Day?
    /// By the place of an assignment; `answered` where nothing is open.
    private var open: [Int32] = []
    private var queues: [WorksiteID: [OpenRun]] = [:]

    private static let answered = Int32.max

    /// An assignment and its first open week.
    struct OpenRun: Hashable, Comparable, Sendable {
        let week: Int32
        let assignment: UInt32

        static func < (one: OpenRun, other: OpenRun) -> Bool {
            one.week != other.week ? one.week < other.week : one.assignment < other.assignment
        }
    }

    /// The assignments of a worksite that have something open in a week up to this one, the oldest first.
    func runs(at worksite: WorksiteID, through week: Day) -> ArraySlice<OpenRun> {
        guard let queue = queues[worksite] else { return [] }
        return queue[..<queue.partitioningIndex { $0.week > week.number }]
    }

    var worksites: some Collection<WorksiteID> { queues.keys }

    mutating func start(at week: Day?) {
        begin = week
        open = []
        queues = [:]
    }

    /// Its first open week is another one now.
    mutating func put(_ assignment: Int, at worksite: WorksiteID, _ week: Day?) {
        while open.count <= assignment { open.append(Self.answered) }
        let number = week?.number ?? Self.answered
        let before = open[assignment]
        guard before != number else { return }
        open[assignment] = number
        if before != Self.answered {
            queues[worksite, default: []].take(OpenRun(week: before, assignment: UInt32(assignment)))
        }
        if let week {
            queues[worksite, default: []].put(OpenRun(week: week.number, assignment: UInt32(assignment)))
        }
    }

    func week(of assignment: Int) -> Day? {
        guard assignment < open.count, open[assignment] != Self.answered else { return nil }
        return Day(number: open[assignment])
    }
}

extension [ExpectedIndex.OpenRun] {
    fileprivate mutating func put(_ run: Element) { insert(run, at: partitioningIndex { $0 >= run }) }

    fileprivate mutating func take(_ run: Element) {
        let place = partitioningIndex { $0 >= run }
        if place < count, self[place] == run { remove(at: place) }
    }
}

extension TenantState {
    /// The first week from this one on of which nobody said anything.
    private func firstOpen(_ assignment: Int, from week: Day) -> Day? {
        let weeks = ExpectedWeeks(assignments.values[assignment], startingOn: client.workweekStart)
        var next = weeks.first(from: week)
        while let open = next, isAnswered(assignment, open) { next = weeks.first(from: open.adding(days: 7)) }
        return next
    }

    func isAnswered(_ assignment: Int, _ week: Day) -> Bool {
        hasSheet(ofAssignmentAt: assignment, week: week)
            || expected.idle[WorkedWeek(assignments.values[assignment].id, week)] != nil
    }

    /// From which week on hours are expected here: that of the first sheet, or, before there is one, that in
    /// which the client was opened.
    private var expectationBegin: Day? {
        let first = sheets.rows.lazy.map(\.week).min()
        return first ?? expected.opened?.startOfWeek(startingOn: client.workweekStart)
    }

    /// Everything at once, for a client that is woken.
    mutating func fillExpectations() {
        expectedIndex.start(at: expectationBegin)
        guard let begin = expectedIndex.begin else { return }
        for (place, assignment) in assignments.values.enumerated() {
            expectedIndex.put(place, at: assignment.worksite, firstOpen(place, from: begin))
        }
    }

    /// What an event that has been applied changes about what is open.
    mutating func followExpectations(_ event: TenantEvent) {
        switch event {
        case .setup(.opened): fillExpectations()
        case .setup(.assignmentStarted(let assignment)): followAnswer(assignment.id, nil)
        case .timesheet(.received(let received)):
            // The first sheet at all, or an earlier first one, says anew where expectations begin.
            let isFirst = sheets.rows.count == 1 || expectedIndex.begin.map { received.week < $0 } ?? true
            if isFirst { fillExpectations() } else { followAnswer(received.assignment, received.week) }
        case .expected(let event): if let key = event.answered { followAnswer(key.assignment, key.week) }
        case .setup, .people, .timesheet, .invoice, .delegation, .cutoff: break
        }
    }

    /// A week of an assignment was answered, or is open again.
    private mutating func followAnswer(_ id: AssignmentID, _ week: Day?) {
        let place = assignments.place(of: id)
        guard place >= 0, let begin = expectedIndex.begin else { return }
        // What comes behind the first open week changes nothing of it.
        if let week, let first = expectedIndex.week(of: place), week > first { return }
        let first = firstOpen(place, from: week.map { max($0, begin) } ?? begin)
        expectedIndex.put(place, at: assignments.values[place].worksite, first)
    }
}
