import Staffing

extension Routes {
    static let people = Route<NoKey>("/people")
}
