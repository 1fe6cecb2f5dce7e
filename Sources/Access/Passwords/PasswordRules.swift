/// Which passwords are taken (NIST SP 800-63B-4, 3.1.1.2): long ones, of any characters, that are not the
/// first that somebody would try, and that never have to be changed because of their age.
///
/// Eight characters would do beside a second factor. But one that is turned off or lost leaves the password
/// alone, and nobody could be made to choose a longer one at that moment: so it is fifteen for everybody.
package enum PasswordRules {
    /// Characters as Unicode counts them: scalars.
    package static let length = 15...128

    /// A password that contains a known word must hold this many characters beside it.
    static let leastBeside = 8
    /// Names shorter than this occur in too many innocent passwords.
    static let leastWord = 4
    private static let leastDistinct = 5
    private static let longestPeriod = 7

    /// `words` are what is known of the person: name, mail address, the client's name and host.
    package static func check(
        _ password: String, words: [String], blocklist: PasswordBlocklist = .empty
    ) throws(PasswordRefusal) {
        let count = password.unicodeScalars.count
        guard count >= length.lowerBound else { throw .tooShort(minimum: length.lowerBound) }
        guard count <= length.upperBound else { throw .tooLong(maximum: length.upperBound) }
        guard !blocklist.contains(password) else { throw .common }
        let scalars = Array(password.lowercased().unicodeScalars)
        guard !isRepetitive(scalars) else { throw .repetitive }
        for spelling in Spelling.all(of: scalars) {
            guard !spelling.isMostly(CommonPasswords.words) else { throw .common }
            guard !spelling.isMostly(known(words)) else { throw .personal }
            guard !spelling.isMostly(CommonPasswords.words + known(words)) else { throw .common }
        }
    }

    private static func known(_ words: [String]) -> [[Unicode.Scalar]] {
        let scalars = words.map { Array($0.lowercased().unicodeScalars) }
        let parts = scalars.flatMap { $0.split { !$0.properties.isAlphabetic }.map(Array.init) }
        let whole = scalars.map { $0.filter(\.properties.isAlphabetic) }
        return (parts + whole).filter { $0.count >= leastWord }
    }

    private static func isRepetitive(_ scalars: [Unicode.Scalar]) -> Bool {
        if Set(scalars).count < leastDistinct { return true }
        let repeats = (1...longestPeriod).contains { period in
            zip(scalars, scalars.dropFirst(period)).allSatisfy(==)
        }
        return repeats || isMostlyRuns(scalars)
    }

    /// Whether two thirds of the steps from one character to the next are foreseeable: the same, the next
    /// in the alphabet, or the neighbour on a keyboard.
    private static func isMostlyRuns(_ scalars: [Unicode.Scalar]) -> Bool {
        let steps = zip(scalars, scalars.dropFirst())
        let foreseen = steps.count { left, right in
            abs(Int(left.value) - Int(right.value)) <= 1 || KeyboardRow.areNeighbours(left, right)
        }
        return foreseen * 3 >= (scalars.count - 1) * 2
    }
}

private enum KeyboardRow {
    private static let rows = [
        "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop",
    ]

    private static let neighbours: Set<[Unicode.Scalar]> = Set(
        rows.flatMap { row in
            let keys = Array(row.unicodeScalars)
            return zip(keys, keys.dropFirst()).flatMap { [[$0, $1], [$1, $0]] }
        })

    static func areNeighbours(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        neighbours.contains([left, right])
    }
}
