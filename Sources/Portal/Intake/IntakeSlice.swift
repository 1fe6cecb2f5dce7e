/// Built by its own slice.
enum IntakeSlice {
    static let staff: [Endpoint] = []
}
