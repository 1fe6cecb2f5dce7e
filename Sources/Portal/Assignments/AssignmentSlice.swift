/// Built by its own slice.
enum AssignmentSlice {
    static let client: [Endpoint] = []
}
