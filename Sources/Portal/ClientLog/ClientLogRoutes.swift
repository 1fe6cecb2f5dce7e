import Staffing

extension Routes {
    /// The access log of one client, as a file. The page is `accessLog`, as on the staff side.
    static let accessLogFile = Route<NoKey>("/access-log/csv")
}
