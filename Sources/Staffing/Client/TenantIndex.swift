/// Ways to find a record by what people and files call it; derived from the records, never stored.
struct TenantIndex: Sendable {
    /// By code, as every list of worksites goes.
    private(set) var worksites: [CodedWorksite] = []
    var workersByNumber: [String: WorkerID] = [:]
    var contactsByEmail: [EmailAddress: ContactID] = [:]
    var assignmentsByWorker: [WorkerID: [AssignmentID]] = [:]
    var sheetsByWeek: [SheetKey: TimesheetID] = [:]
    var waiting: [WorksiteID: SheetShelf] = [:]
    var decided: [WorksiteID: SheetShelf] = [:]
    /// Each approval there ever was, the oldest first, until the next wake; one that was taken back stays.
    private var approvals: [Approval] = []

    private struct Approval: Sendable {
        let at: Moment
        let sheet: TimesheetID
    }

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

    /// Sheets that may have been approved at that moment.
    func sheets(approvedAt moment: Moment) -> Set<TimesheetID> {
        let first = approvals.partitioningIndex { $0.at >= moment }
        return Set(approvals[first...].prefix { $0.at == moment }.map(\.sheet))
    }
}

extension TenantIndex {
    /// Where a sheet belongs.
    struct Standing: Hashable, Sendable {
        let worksite: WorksiteID
        let isWaiting: Bool
        let place: SheetShelf.Place

        init?(_ timesheet: Timesheet?, _ assignments: RecordTable<Assignment>) {
            guard let timesheet, let assignment = assignments[timesheet.assignment] else { return nil }
            worksite = timesheet.worksite
            isWaiting = timesheet.isWaiting
            // Nobody has to look at what is decided, so all of that goes by names.
            let isClean = !isWaiting || TimesheetException.found(in: timesheet, of: assignment).isEmpty
            place = SheetShelf.Place(
                week: timesheet.week, isClean: isClean,
                entry: SheetShelf.Entry(sheet: timesheet.id, worker: timesheet.worker))
        }
    }

    /// Keeps the lists of sheets true after one of them changed.
    mutating func move(from old: Standing?, to new: Standing?, _ workers: RecordTable<Worker>) {
        if old == new { return }
        if let old {
            if old.isWaiting {
                waiting[old.worksite]?.remove(old.place, workers)
            } else {
                decided[old.worksite]?.remove(old.place, workers)
            }
        }
        guard let new else { return }
        if new.isWaiting {
            waiting[new.worksite, default: SheetShelf()].insert(new.place, workers)
        } else {
            decided[new.worksite, default: SheetShelf()].insert(new.place, workers)
        }
    }

    mutating func note(_ timesheet: Timesheet) {
        sheetsByWeek[SheetKey(assignment: timesheet.assignment, week: timesheet.week)] = timesheet.id
    }

    /// Clocks may be set back, so the newest approval is not always the latest.
    mutating func noteApproval(of sheet: TimesheetID, at moment: Moment) {
        let index =
            approvals.last.map { $0.at <= moment } ?? true
            ? approvals.endIndex : approvals.partitioningIndex { $0.at > moment }
        approvals.insert(Approval(at: moment, sheet: sheet), at: index)
    }

    /// All sheets at once, for a client that is woken.
    mutating func fill(
        _ timesheets: RecordList<Timesheet>, _ assignments: RecordTable<Assignment>,
        _ workers: RecordTable<Worker>
    ) {
        let order = SheetOrder(workers)
        var piles: (waiting: [WorksiteID: [SheetOrder.Key]], decided: [WorksiteID: [SheetOrder.Key]])
        piles = ([:], [:])
        sheetsByWeek.reserveCapacity(timesheets.count)
        for timesheet in timesheets {
            note(timesheet)
            guard let standing = Standing(timesheet, assignments) else { continue }
            let key = order.key(standing.place)
            if standing.isWaiting {
                piles.waiting[standing.worksite, default: []].append(key)
            } else {
                piles.decided[standing.worksite, default: []].append(key)
            }
            if case .approved(_, let moment) = timesheet.status {
                approvals.append(Approval(at: moment, sheet: timesheet.id))
            }
        }
        waiting = piles.waiting.mapValues { SheetShelf($0) }
        decided = piles.decided.mapValues { SheetShelf($0) }
        approvals.sort { $0.at < $1.at }
    }
}

struct SheetKey: Hashable, Sendable {
    let assignment: AssignmentID
    let week: Day
}
