/// A file of settings: `key = value` lines under `[section]` headings.
///
/// A `#` starts a comment at the start of a line and after a space. A value in quotation marks keeps its
/// spaces and may hold `\"`, `\\`, `\n` and `\t`. Keys before the first heading are in the section "".
package struct SettingsFile: Sendable, Equatable {
    /// The sizes beyond which a file is refused.
    package static let largestFile = 256 << 10
    package static let longestLine = 4096
    package static let mostSections = 1000

    package struct Entry: Sendable, Equatable {
        package let section: String
        package let key: String
        package let value: String
        /// Counted from 1; for telling a person where a value is wrong.
        package let line: Int

        package init(section: String, key: String, value: String, line: Int) {
            self.section = section
            self.key = key
            self.value = value
            self.line = line
        }
    }

    /// All entries in the order of the file; no section has a key twice.
    package let entries: [Entry]
    /// All headings in the order of the file, also of sections without entries.
    package let sections: [String]

    package init(_ text: String) throws(SettingsRefusal) { try self.init(bytes: Array(text.utf8)) }

    package init(bytes: [UInt8]) throws(SettingsRefusal) {
        guard bytes.count <= Self.largestFile else { throw .tooLarge(limit: Self.largestFile) }
        if let offset = firstInvalidUTF8(bytes) {
            throw .invalidUTF8(line: lineNumber(at: offset, in: bytes))
        }
        var builder = SettingsBuilder()
        let content = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
        let lines = content.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() { try builder.read(line, number: index + 1) }
        entries = builder.entries
        sections = builder.sections
    }

    /// The entry of a key, or nil when the file does not have it.
    package subscript(_ section: String, _ key: String) -> Entry? {
        entries.first { $0.section == section && $0.key == key }
    }

    /// The entries of one section in the order of the file.
    package func entries(in section: String) -> [Entry] { entries.filter { $0.section == section } }
}

/// Why a settings file is refused, with the line, counted from 1.
package enum SettingsRefusal: Error, Equatable, Sendable {
    case tooLarge(limit: Int)
    case invalidUTF8(line: Int)
    case lineTooLong(line: Int, limit: Int)
    case controlCharacter(line: Int)
    case badSection(line: Int)
    case tooManySections(line: Int, limit: Int)
    case repeatedSection(line: Int, name: String)
    case missingEquals(line: Int)
    case badKey(line: Int)
    case repeatedKey(line: Int, key: String, first: Int)
    case badQuotes(line: Int)
    case badEscape(line: Int)

    package var explanation: String {
        switch self {
        case .tooLarge(let limit): "The settings file is larger than \(limit) bytes."
        case .invalidUTF8(let line): "Line \(line) is not valid UTF-8."
        case .lineTooLong(let line, let limit): "Line \(line) is longer than \(limit) bytes."
        case .controlCharacter(let line): "Line \(line) contains a control character."
        case .badSection(let line): "Line \(line) is not a heading such as [section]."
        case .tooManySections(let line, let limit):
            "Line \(line) opens one section more than the \(limit) that a file may have."
        case .repeatedSection(let line, let name): "Line \(line) opens the section [\(name)] a second time."
        case .missingEquals(let line): "Line \(line) is neither \"key = value\", [section] nor a # comment."
        case .badKey(let line):
            "The key at line \(line) may have only letters, digits, \"-\", \"_\" and \".\"."
        case .repeatedKey(let line, let key, let first):
            "Line \(line) sets \"\(key)\" again, which line \(first) has set."
        case .badQuotes(let line):
            "The value at line \(line) opens a quotation mark and does not end with its closing one."
        case .badEscape(let line):
            "The value at line \(line) has a backslash that is not \\\", \\\\, \\n or \\t."
        }
    }
}
