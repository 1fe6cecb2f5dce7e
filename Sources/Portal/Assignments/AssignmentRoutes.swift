import Staffing

extension Routes {
    static let assignments = Route<NoKey>("/assignments")
    static let assignmentsFile = Route<NoKey>("/assignments/csv")
}
