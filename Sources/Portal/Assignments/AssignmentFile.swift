import Formats
import Staffing

/// The list of assignments as a file. Bill rates are a column only for who may see any.
enum AssignmentFile {
    static func rows(_ filter: AssignmentFilter, _ state: TenantState, _ visit: Visit) -> [[CSVCell]] {
        let found = AssignmentListing.found(filter, state, visit)
        let rates = found.map { $0.assignment.billRate.opened(for: visit.viewer, on: visit.today) }
        let showsRates = rates.contains { $0 != nil }
        let header: [CSVCell] =
            [
                "worksite", "worksite name", "worker", "job", "department", "cost center", "from", "until",
                "hours a week",
            ] + (showsRates ? ["bill rate", "currency"] : [])
        return [header]
            + zip(found, rates).map { found, rate in
                let assignment = found.assignment
                let row: [CSVCell] = [
                    .text(found.worksite.code), .text(found.worksite.name), .text(found.worker.name),
                    .text(assignment.title), .text(state.unitCode(assignment.department)),
                    .text(state.unitCode(assignment.costCenter)), .text(assignment.days.from.iso),
                    .text(assignment.days.through?.iso ?? ""), .hours(assignment.schedule.total),
                ]
                return showsRates ? row + price(rate, state.client.currency) : row
            }
    }

    private static func price(_ rate: HourlyRate?, _ currency: Currency) -> [CSVCell] {
        guard let rate else { return ["", ""] }
        return [.decimal(rate.minorUnits, scale: 2), .text(currency.rawValue)]
    }
}
