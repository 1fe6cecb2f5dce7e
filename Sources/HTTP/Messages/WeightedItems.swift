/// The items of a header that says what a client prefers (RFC 9110 section 12.4.2), in lower case, each with
/// its weight in thousandths. Items that are malformed are skipped: a preference is not worth a refusal.
struct WeightedItems {
    private(set) var items: [(name: String, weight: Int)] = []

    private static let limit = 32

    init(_ text: String) {
        for item in text.split(separator: ",").prefix(Self.limit) {
            let parts = item.split(separator: ";", omittingEmptySubsequences: false)
            let name = Array(parts[0].utf8)[...].trimmed
            let weight = parts.count > 1 ? Self.weight(Array(parts[1].utf8)[...].trimmed) : 1_000
            let isName = !name.isEmpty && ByteSet.token.containsAll(name)
            if let weight, parts.count <= 2, isName { items.append((Ascii.lowered(name), weight)) }
        }
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
}
