/// A password as somebody who guesses would read it.
struct Spelling {
    private let scalars: [Unicode.Scalar]

    /// As it stands, and with the usual digits and signs read as the letters they stand for.
    static func all(of scalars: [Unicode.Scalar]) -> [Spelling] {
        [
            Spelling(
                scalars: scalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }),
            Spelling(scalars: scalars.map { letters[$0] ?? $0 }.filter(\.properties.isAlphabetic)),
        ]
    }

    private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "o", "1": "i", "!": "i", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t", "+": "t",
        "8": "b", "9": "g",
    ]

    /// Whether one of the words is in it and too little beside them. Digits at either end count for nothing.
    func isMostly(_ words: [[Unicode.Scalar]]) -> Bool {
        var rest = scalars
        // The longest first, so that what a longer word covers is not cut up by a shorter one.
        for word in words.sorted(by: { $0.count > $1.count }) { rest = Self.removing(word, from: rest) }
        guard rest.count < scalars.count else { return false }
        let isDigit = { (scalar: Unicode.Scalar) in scalar.properties.numericType != nil }
        let core = rest.drop(while: isDigit).reversed().drop(while: isDigit)
        return core.count < PasswordRules.leastBeside
    }

    private static func removing(_ word: [Unicode.Scalar], from text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var rest: [Unicode.Scalar] = []
        var place = 0
        while place < text.count {
            if text[place...].starts(with: word) {
                place += word.count
            } else {
                rest.append(text[place])
                place += 1
            }
        }
        return rest
    }
}
