/// What a client can unpack (RFC 9110 section 12.5.3).
package struct AcceptEncoding: Sendable {
    private let items: [(name: String, weight: Int)]

    /// Nil, no header, takes what is not packed.
    package init(_ text: String?) { items = text.map { WeightedItems($0).items } ?? [] }

    /// Whether the client takes gzip, under its name or because it takes anything.
    package var takesGzip: Bool {
        let named = items.first { $0.name == "gzip" || $0.name == "x-gzip" } ?? items.first { $0.name == "*" }
        return named.map { $0.weight > 0 } ?? false
    }
}
