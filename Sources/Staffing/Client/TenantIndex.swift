/// Ways to find a record by what people and files call it; derived from the records, never stored. What it
/// finds are places in the lists of records.
struct TenantIndex: Sendable {
    /// By code, as every list of worksites goes.
    private(set) var worksites: [CodedWorksite] = []
    private var workersByNumber = PlaceIndex()
    var contactsByEmail: [EmailAddress: ContactID] = [:]
    /// By the place of a worker, one more than the place of their newest assignment; zero for none.
    private var newestAssignment: [UInt32] = []
    /// By the place of an assignment, the same of the one before it of the same worker.
    private var earlierAssignment: [UInt32] = []
    private var sheetsByWeek = PlaceIndex()
    private(set) var waiting: [WorksiteID: PackedShelf] = [:]
    private(set) var decided: [WorksiteID: PackedShelf] = [:]
    /// Places of the sheets that are approved, by the moment of their approval.
    private var approved: [UInt32] = []

    struct CodedWorksite: Sendable {
        let code: String
        let id: WorksiteID
    }

    /// The last one of a code counts.
    mutating func note(_ worksite: Worksite) {
        let index = worksites.partitioningIndex { $0.code >= worksite.code }
        let coded = CodedWorksite(code: worksite.code, id: worksite.id)
        if index < worksites.count, worksites[index].code == worksite.code {
            worksites[index] = coded
        } else {
            worksites.insert(coded, at: index)
        }
    }

    func worksite(code: String) -> WorksiteID? {
        let index = worksites.partitioningIndex { $0.code >= code }
        return index < worksites.count && worksites[index].code == code ? worksites[index].id : nil
    }
}

extension TenantIndex {
    private static func hash(_ text: String) -> UInt64 { UInt64(bitPattern: Int64(text.hashValue)) }

    mutating func note(_ worker: Worker, in workers: RecordTable<Worker>) {
        if self.worker(number: worker.number, in: workers) == worker { return }
        workersByNumber.insert(workers.place(of: worker.id)) { Self.hash(workers.values[$0].number) }
    }

    func worker(number: String, in workers: RecordTable<Worker>) -> Worker? {
        let place = workersByNumber.place(Self.hash(number)) { workers.values[$0].number == number }
        return place < 0 ? nil : workers.values[place]
    }

    mutating func note(
        _ assignment: Assignment, in assignments: RecordTable<Assignment>, of workers: RecordTable<Worker>
    ) {
        let (place, worker) = (assignments.place(of: assignment.id), workers.place(of: assignment.worker))
        // One that takes the place of another stands in the list of its worker already.
        guard place == earlierAssignment.count else { return }
        guard worker >= 0 else { return earlierAssignment.append(0) }
        if newestAssignment.count <= worker {
            newestAssignment += repeatElement(0, count: workers.count - newestAssignment.count)
        }
        earlierAssignment.append(newestAssignment[worker])
        newestAssignment[worker] = UInt32(place) + 1
    }

    /// The oldest first.
    func assignments(ofWorkerAt worker: Int) -> [Int] {
        guard worker >= 0, worker < newestAssignment.count else { return [] }
        var places: [Int] = []
        var next = newestAssignment[worker]
        while next > 0 {
            places.append(Int(next) - 1)
            next = earlierAssignment[Int(next) - 1]
        }
        return places.reversed()
    }
}

extension TenantIndex {
    private static func number(assignment: UInt32, week: Day) -> UInt64 {
        UInt64(assignment) << 32 | UInt64(UInt32(bitPattern: week.number))
    }

    func sheet(ofAssignmentAt assignment: Int, week: Day, in rows: RecordList<SheetRow>) -> Int {
        sheetsByWeek.place(Self.number(assignment: UInt32(assignment), week: week)) {
            rows[$0].assignment == assignment && rows[$0].week == week
        }
    }

    /// The first sheet of a week stays: the rules let no second one in.
    mutating func noteWeek(ofSheetAt place: Int, in rows: RecordList<SheetRow>) {
        let row = rows[place]
        if sheet(ofAssignmentAt: Int(row.assignment), week: row.week, in: rows) >= 0 { return }
        sheetsByWeek.insert(place) { Self.number(assignment: rows[$0].assignment, week: rows[$0].week) }
    }
}

extension TenantIndex {
    /// Where a sheet belongs.
    struct Standing {
        let worksite: WorksiteID
        let sheet: ShelvedSheet
        let approvedAt: Moment?

        init(_ place: Int, _ course: SheetCourse, _ week: Day, _ assignment: Assignment) {
            worksite = assignment.worksite
            sheet = ShelvedSheet(place, Self.mark(course, week, assignment))
            approvedAt = course.approvedAt
        }

        /// Nobody has to look at what is decided, so all of that goes by names.
        private static func mark(
            _ course: SheetCourse, _ week: Day, _ assignment: Assignment
        ) -> ShelvedSheet.Mark {
            switch course.status {
            case .submitted:
                TimesheetException.isClean(course, from: week, of: assignment) ? .clean : .flagged
            case .begun: .begun
            case .rejected: .sentBack
            case .approved: course.invoice == nil ? .toInvoice : .invoiced
            }
        }
    }

    mutating func insert(_ standing: Standing, _ sheets: SheetTable, _ names: SheetNames) {
        if standing.sheet.isWaiting {
            waiting[standing.worksite, default: PackedShelf()].insert(standing.sheet, names)
        } else {
            decided[standing.worksite, default: PackedShelf()].insert(standing.sheet, names)
        }
        // Clocks may be set back, so the newest approval is not always the latest.
        guard let moment = standing.approvedAt else { return }
        let place = UInt32(standing.sheet.place)
        if approved.last.map({ Self.approval($0, sheets) <= moment }) ?? true {
            approved.append(place)
        } else {
            approved.insert(place, at: approved.partitioningIndex { Self.approval($0, sheets) > moment })
        }
    }

    mutating func remove(_ standing: Standing, _ sheets: SheetTable, _ names: SheetNames) {
        let place = standing.sheet.place
        if standing.sheet.isWaiting {
            waiting[standing.worksite]?.remove(place, names)
        } else {
            decided[standing.worksite]?.remove(place, names)
        }
        guard let moment = standing.approvedAt else { return }
        var index = approved.partitioningIndex { Self.approval($0, sheets) >= moment }
        while index < approved.count, approved[index] != UInt32(place) { index += 1 }
        if index < approved.count { approved.remove(at: index) }
    }

    /// Sheets that were approved at that moment and still are.
    func sheets(approvedAt moment: Moment, _ sheets: SheetTable) -> some Sequence<Int> {
        approved[approved.partitioningIndex { Self.approval($0, sheets) >= moment }...]
            .prefix { Self.approval($0, sheets) == moment }.lazy.map { Int($0) }
    }

    private static func approval(_ place: UInt32, _ sheets: SheetTable) -> Moment {
        sheets.course(of: Int(place)).approvedAt ?? Moment(microseconds: .min)
    }
}

extension TenantIndex {
    /// All sheets at once, for a client that is woken.
    mutating func fill(
        _ sheets: SheetTable, _ assignments: RecordTable<Assignment>, _ workers: RecordTable<Worker>
    ) {
        let ranks = SheetRanks(assignments, workers)
        var piles: (waiting: [WorksiteID: [SheetRanks.Key]], decided: [WorksiteID: [SheetRanks.Key]])
        piles = ([:], [:])
        var approvals: [(at: Moment, place: UInt32)] = []
        let rows = sheets.rows
        sheetsByWeek.reserve(rows.count) { Self.number(assignment: rows[$0].assignment, week: rows[$0].week) }
        sheets.stories.forEach { place, story in
            noteWeek(ofSheetAt: place, in: rows)
            let row = rows[place]
            let standing = Standing(
                place, SheetCourse(story, in: row.week), row.week, assignments.values[Int(row.assignment)])
            let key = ranks.key(standing.sheet, row)
            if standing.sheet.isWaiting {
                piles.waiting[standing.worksite, default: []].append(key)
            } else {
                piles.decided[standing.worksite, default: []].append(key)
            }
            if let moment = standing.approvedAt { approvals.append((moment, UInt32(place))) }
        }
        waiting = piles.waiting.mapValues { PackedShelf(inOrder: $0.sorted().map(\.sheet)) }
        decided = piles.decided.mapValues { PackedShelf(inOrder: $0.sorted().map(\.sheet)) }
        approved = approvals.sorted { $0.at < $1.at }.map(\.place)
    }
}
