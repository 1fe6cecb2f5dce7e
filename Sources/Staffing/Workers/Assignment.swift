/// A worker's placement at one worksite. What the agency pays lives in the agency's own store, never here.
package struct Assignment: Identified, Hashable, Sendable {
    package let id: AssignmentID
    package let worker: WorkerID
    package let worksite: WorksiteID
    package let title: String
    package let days: DayRange
    package let billRate: Guarded<HourlyRate>
    /// Scheduled minutes for Monday to Sunday.
    package let schedule: WeekSchedule
    package let purchaseOrder: String

    package init(
        id: AssignmentID, worker: WorkerID, worksite: WorksiteID, title: String, days: DayRange,
        billRate: HourlyRate, schedule: WeekSchedule, purchaseOrder: String
    ) {
        self.id = id
        self.worker = worker
        self.worksite = worksite
        self.title = title
        self.days = days
        self.billRate = Guarded(billRate, opensWith: .seeBillRates, at: .worksite(worksite))
        self.schedule = schedule
        self.purchaseOrder = purchaseOrder
    }
}

/// Minutes that an assignment is expected to have on each weekday.
package struct WeekSchedule: Hashable, Sendable {
    /// Seven numbers, Monday first.
    package let minutes: [Int]

    package init(minutes: [Int]) {
        precondition(minutes.count == 7, "a week has seven days")
        self.minutes = minutes
    }

    package subscript(_ day: Day) -> Int { minutes[day.weekday] }

    package var total: Int { minutes.reduce(0, +) }
}
