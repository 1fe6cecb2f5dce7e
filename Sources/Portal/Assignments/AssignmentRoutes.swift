import Staffing

extension Routes {
    static let assignments = Route<NoKey>("/assignments")
}
