/// Passwords that the operator wants nobody to have: the leaked and the common ones of a list, one a line.
///
/// Entries shorter than the shortest password are left out, since the length refuses them already; of the
/// usual lists few are as long.
package struct PasswordBlocklist: Sendable {
    private let entries: Set<String>

    package static let empty = PasswordBlocklist(entries: [])
    /// Of those that are long enough to count.
    package static let mostEntries = 2_000_000
    /// Lists of ten million lines have about a hundred megabytes.
    package static let largestFile = 256 * 1024 * 1024

    private init(entries: Set<String>) { self.entries = entries }

    /// Nil for a file that is not UTF-8, or has more entries than are kept.
    package init?(file: [UInt8]) {
        var entries: Set<String> = []
        let shortest = PasswordRules.length.lowerBound
        // No character has less than one byte, so short lines need not be decoded.
        let lines = file.split { $0 == 0x0a || $0 == 0x0d }
        for line in lines where line.count >= shortest {
            guard let text = String(validating: line, as: UTF8.self) else { return nil }
            if text.unicodeScalars.count < shortest { continue }
            guard entries.count < Self.mostEntries else { return nil }
            entries.insert(text.lowercased())
        }
        self.entries = entries
    }

    package var count: Int { entries.count }

    /// Whether it is on the list, in whatever capitals.
    func contains(_ password: String) -> Bool { entries.contains(password.lowercased()) }
}
