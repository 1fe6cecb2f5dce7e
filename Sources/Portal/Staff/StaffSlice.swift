/// Built by its own slice.
enum StaffSlice {
    static let staff: [Endpoint] = []
}
