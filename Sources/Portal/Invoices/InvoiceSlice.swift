/// Built by its own slice.
enum InvoiceSlice {
    static let client: [Endpoint] = []
}
