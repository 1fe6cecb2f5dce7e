/// The languages that a client prefers (RFC 9110 section 12.5.4), best first.
package struct AcceptLanguage: Hashable, Sendable {
    /// Lower case; those with weight zero are left out.
    package let ranges: [String]

    /// Items that are malformed are skipped: a preference is not worth a refusal.
    package init(_ text: String) {
        let weighted = WeightedItems(text).items.filter {
            $0.weight > 0 && AcceptLanguage.isRange(Array($0.name.utf8)[...])
        }
        // The sort is stable only by chance, so the place decides between equal weights.
        ranges = weighted.enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }.map(\.element.name)
    }

    /// The first of the client's languages that is offered: the same tag, or else one of the same language
    /// (`fr-FR` takes `fr-CA`). Nil if none is.
    package func choose(from offered: [String]) -> String? {
        for range in ranges {
            if range == "*" { return offered.first }
            if let same = offered.first(where: { Ascii.lowered($0.utf8) == range }) { return same }
            let language = range.prefix { $0 != "-" }
            let close = offered.first { Ascii.lowered($0.utf8).prefix { $0 != "-" } == language }
            if let close { return close }
        }
        return nil
    }

    private static func isRange(_ bytes: ArraySlice<UInt8>) -> Bool {
        (1...35).contains(bytes.count)
            && bytes.allSatisfy { ByteSet.token.contains($0) && !"!#$%&'+.^_`|~".utf8.contains($0) }
    }
}
