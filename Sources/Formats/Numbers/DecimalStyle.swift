/// Prints fixed-point numbers with a decimal mark and a separator of thousands.
package struct DecimalStyle: Sendable, Equatable {
    private let mark: String
    private let group: String

    package init(mark: String, group: String) {
        self.mark = mark
        self.group = group
    }

    /// French groups with a no-break space, which WinAnsi fonts have, unlike CLDR's narrow one.
    package init(_ language: FormatLanguage) {
        switch language {
        case .englishUS, .englishCA, .spanishUS: self.init(mark: ".", group: ",")
        case .frenchCA: self.init(mark: ",", group: "\u{A0}")
        }
    }

    /// `text(-123450, scale: 2)` is -1,234.50 in English. `trimsZeros` leaves trailing zero decimals away.
    package func text(_ units: Int64, scale: Int, trimsZeros: Bool = false) -> String {
        text(String(units.magnitude), isNegative: units < 0, scale: scale, trimsZeros: trimsZeros)
    }

    /// The same from digits, the last `scale` of which are decimals.
    func text(_ digits: String, isNegative: Bool, scale: Int, trimsZeros: Bool) -> String {
        let missing = max(0, scale + 1 - digits.utf8.count)
        let padded = missing == 0 ? digits : String(repeating: "0", count: missing) + digits
        // Digits are a byte each, and places in bytes are found at once.
        let point = padded.utf8.index(padded.endIndex, offsetBy: -scale)
        return self.text(padded[..<point], padded[point...], isNegative: isNegative, trimsZeros: trimsZeros)
    }

    /// The same from what stands before the mark and what stands behind it.
    func text(_ whole: Substring, _ decimals: Substring, isNegative: Bool, trimsZeros: Bool) -> String {
        var decimals = decimals
        while trimsZeros, decimals.utf8.last == UInt8(ascii: "0") { decimals.removeLast() }
        var text = isNegative ? "-" : ""
        text += grouped(whole)
        if decimals.isEmpty { return text }
        text += mark
        text += decimals
        return text
    }

    private func grouped(_ digits: Substring) -> String {
        if digits.utf8.count <= 3 { return String(digits) }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += group }
            text.append(digit)
        }
        return text
    }
}
