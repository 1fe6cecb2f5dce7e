/// A worker's placement at one worksite. What the agency pays lives in the agency's own store, never here.
package struct Assignment: Identified, Hashable, Sendable {
    package let id: AssignmentID
    package let worker: WorkerID
    package let worksite: WorksiteID
    package let title: String
    package let days: DayRange
    private let rate: HourlyRate
    /// Scheduled minutes for Monday to Sunday.
    package let schedule: WeekSchedule
    package let purchaseOrder: String
    /// Zero for none: two optional numbers would take half as much again, in each of many assignments.
    private var departmentNumber: UInt64 = 0
    private var costCenterNumber: UInt64 = 0

    package init(
        id: AssignmentID, worker: WorkerID, worksite: WorksiteID, title: String, days: DayRange,
        billRate: HourlyRate, schedule: WeekSchedule, purchaseOrder: String
    ) {
        self.id = id
        self.worker = worker
        self.worksite = worksite
        self.title = title
        self.days = days
        rate = billRate
        self.schedule = schedule
        self.purchaseOrder = purchaseOrder
    }

    package var department: UnitID? { departmentNumber == 0 ? nil : UnitID(departmentNumber) }
    package var costCenter: UnitID? { costCenterNumber == 0 ? nil : UnitID(costCenterNumber) }

    /// Where its hours stand: who may see and decide them is asked of this place.
    package var place: Place {
        Place(worksite: worksite, department: department, costCenter: costCenter)
    }

    package var billRate: Guarded<HourlyRate> { Guarded(rate, opensWith: .seeBillRates, at: place) }

    package mutating func move(toDepartment department: UnitID?, costCenter: UnitID?) {
        departmentNumber = department?.rawValue ?? 0
        costCenterNumber = costCenter?.rawValue ?? 0
    }
}

/// Minutes that an assignment is expected to have on each weekday.
package struct WeekSchedule: Hashable, Sendable {
    /// Monday first, and nothing in the eighth place. More minutes than fit are more than any day has.
    private var packed = SIMD8<Int16>(repeating: 0)

    private static let daysPerWeek = 7

    package init(minutes: [Int]) {
        precondition(minutes.count == Self.daysPerWeek, "a week has seven days")
        for (place, minutes) in minutes.enumerated() { packed[place] = Int16(clamping: minutes) }
    }

    /// Seven numbers, Monday first.
    package var minutes: [Int] { (0..<Self.daysPerWeek).map { Int(packed[$0]) } }

    package subscript(_ day: Day) -> Int { Int(packed[day.weekday]) }

    package var total: Int { (0..<Self.daysPerWeek).reduce(0) { $0 + Int(packed[$1]) } }
}
