/// Built by its own slice.
enum InvoicingSlice {
    static let staff: [Endpoint] = []
}
