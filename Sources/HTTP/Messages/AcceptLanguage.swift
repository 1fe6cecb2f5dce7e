/// The languages that a client prefers (RFC 9110 section 12.5.4), best first.
package struct AcceptLanguage: Hashable, Sendable {
    /// Lower case; those with weight zero are left out.
    package let ranges: [String]

    /// Items that are malformed are skipped: a preference is not worth a refusal.
    package init(_ text: String) {
        var weighted: [(range: String, weight: Int)] = []
        for item in text.split(separator: ",").prefix(AcceptLanguage.itemLimit) {
            let parts = item.split(separator: ";", omittingEmptySubsequences: false)
            let range = Array(parts[0].utf8)[...].trimmed
            let weight = parts.count > 1 ? AcceptLanguage.weight(Array(parts[1].utf8)[...].trimmed) : 1_000
            guard let weight, weight > 0, parts.count <= 2, AcceptLanguage.isRange(range) else { continue }
            weighted.append((Ascii.lowered(range), weight))
        }
        // The sort is stable only by chance, so the place decides between equal weights.
        ranges = weighted.enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }.map(\.element.range)
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

    /// In thousandths; nil unless it is `q=` and `0`, `1` or a fraction of up to three digits.
    private static func weight(_ bytes: ArraySlice<UInt8>) -> Int? {
        let text = Ascii.lowered(bytes)
        guard text.hasPrefix("q="), (3...7).contains(text.utf8.count) else { return nil }
        let digits = text.dropFirst(2).split(separator: ".", omittingEmptySubsequences: false)
        guard digits.count <= 2, digits.allSatisfy({ $0.utf8.allSatisfy(Ascii.isDigit) }),
            digits[0] == "0" || digits[0] == "1"
        else { return nil }
        let fraction = digits.count == 2 ? String(digits[1]) : ""
        let padded = fraction + String(repeating: "0", count: 3 - min(3, fraction.utf8.count))
        let weight = (digits[0] == "1" ? 1_000 : 0) + (Int(padded) ?? 0)
        return weight <= 1_000 ? weight : nil
    }

    private static let itemLimit = 32
}
