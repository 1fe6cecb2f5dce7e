import Staffing

/// Goes through an export row by row, and gathers the verdicts and the sheets.
struct IntakeBuilder {
    private let file: HoursFile
    private let roster: Roster
    private let reader: RowReader
    private var verdicts: [RowVerdict]
    private var minutes: [Int]
    private var takers: [[AssignmentID]]
    private var drafts: [AssignmentID: Draft] = [:]
    private var order: [AssignmentID] = []

    private struct Draft {
        let worker: WorkerID
        var days: [Day: WorkedDay] = [:]
    }

    init(_ file: HoursFile, _ roster: Roster, _ reader: RowReader) {
        self.file = file
        self.roster = roster
        self.reader = reader
        verdicts = Array(repeating: .ignored(.blankLine), count: file.rows.count)
        minutes = Array(repeating: 0, count: file.rows.count)
        takers = Array(repeating: [], count: file.rows.count)
    }

    mutating func read(_ zones: @escaping ZoneFinder) {
        switch reader.mapping.layout {
        case .days:
            var layout = DaysLayout(reader)
            eachMatched { (matched, _) throws(RowRefusal) in try layout.read(matched) }
        case .weeks:
            var layout = WeeksLayout(reader)
            eachMatched { (matched, _) throws(RowRefusal) in try layout.read(matched) }
        case .punches:
            var layout = PunchesLayout(reader, roster.state, zones)
            eachMatched { (matched, index) throws(RowRefusal) in
                try layout.read(matched, index: index)
                return nil
            }
            for (pair, result) in layout.settle().sorted(by: { $0.pair.index < $1.pair.index }) {
                switch result {
                case .success(let facts): take(facts, pair.matched, pair.index)
                case .failure(let refusal): verdicts[pair.index] = .refused(refusal)
                }
            }
        }
    }

    /// The steps that all layouts share, in the order in which a refusal wins.
    private mutating func eachMatched(
        _ read: (MatchedRow, Int) throws(RowRefusal) -> RowReading?
    ) {
        var seen: [[String]: Int] = [:]
        for (index, row) in file.rows.enumerated() {
            if row.isBlank { continue }
            if row.isTotals(reader.mapping) {
                verdicts[index] = .ignored(.totalsRow)
                continue
            }
            do throws(RowRefusal) {
                if let first = seen[row.identity] { throw .duplicate(of: first) }
                seen[row.identity] = row.line
                let matched = try roster.match(row)
                switch try read(matched, index) {
                case .taken(let facts): take(facts, matched, index)
                case .ignored(let reason): verdicts[index] = .ignored(reason)
                case nil: break
                }
            } catch {
                verdicts[index] = .refused(error)
            }
        }
    }

    private mutating func take(_ facts: RowFacts, _ matched: MatchedRow, _ index: Int) {
        var flags = matched.flags + facts.flags
        // A row without any hours still says that the week is complete.
        if facts.days.isEmpty { touch(matched.assignment(on: reader.week), index) }
        var outside: Assignment?
        for worked in facts.days {
            guard let assignment = matched.assignment(on: worked.day) else { continue }
            touch(assignment, index)
            drafts[assignment.id]?.days[worked.day, default: WorkedDay(day: worked.day, hours: .init())]
                .add(worked)
            if !assignment.days.contains(worked.day) { outside = assignment }
        }
        if let outside { flags.append(.outsideAssignment(days: outside.days)) }
        verdicts[index] = .accepted(flags)
        minutes[index] = facts.minutes
    }

    private mutating func touch(_ assignment: Assignment?, _ index: Int) {
        guard let assignment else { return }
        if !takers[index].contains(assignment.id) { takers[index].append(assignment.id) }
        guard drafts[assignment.id] == nil else { return }
        drafts[assignment.id] = Draft(worker: assignment.worker)
        order.append(assignment.id)
    }

    consuming func result() -> ([IntakeLine], [IntakeSheet]) {
        var lines: [IntakeLine] = []
        var doubtful: Set<WorkerID> = []
        for (index, row) in file.rows.enumerated() {
            let employee = row[.employee].trimmed
            let worker = roster.state.worker(number: employee)?.id
            let verdict = verdicts[index]
            if let worker, verdict.isRefused || verdict.isFlagged { doubtful.insert(worker) }
            lines.append(
                IntakeLine(
                    line: row.line, fields: row.fields, employee: employee, worker: worker,
                    verdict: verdict, minutes: minutes[index], sheets: takers[index]))
        }
        let sheets = order.compactMap { id -> IntakeSheet? in
            guard let draft = drafts[id] else { return nil }
            let days = draft.days.values.filter { $0.hours.total > 0 }.sorted { $0.day < $1.day }
            return IntakeSheet(
                assignment: id, worker: draft.worker, days: days,
                isException: doubtful.contains(draft.worker))
        }
        return (lines, sheets)
    }
}

extension WorkedDay {
    fileprivate mutating func add(_ other: WorkedDay) {
        var sum = hours
        sum.add(other.hours)
        let all = (punches + other.punches).sorted { $0.start < $1.start }
        self = WorkedDay(day: day, hours: sum, punches: all)
    }
}
