/// Built by its own slice.
enum AccountSlice {
    static let client: [Endpoint] = []
    static let staff: [Endpoint] = []
}
