/// Built by its own slice.
enum PeopleSlice {
    static let client: [Endpoint] = []
}
