/// Built by its own slice.
enum TimesheetSlice {
    static let client: [Endpoint] = []
}
