package import Formats

/// Why a mapping is refused, with the line, counted from 1, and what to write instead.
package enum MappingRefusal: Error, Equatable, Sendable {
    case empty
    case unreadable(SettingsRefusal)
    case unknownSection(line: Int, name: String)
    case unknownKey(line: Int, key: String, known: [String])
    /// The key means something, but not in this layout.
    case keyOfOtherLayout(line: Int, key: String, layout: String)
    case badValue(line: Int, key: String, value: String, allowed: [String])
    case notInRange(line: Int, key: String, value: String, range: ClosedRange<Int>)
    /// `line` is the last one of the section, after which the key belongs.
    case missingKey(line: Int, section: String, key: String, allowed: [String])
    case missingSection(line: Int, name: String)
    case columnWithoutHeader(line: Int, key: String)
    case headerTwice(line: Int, header: String, first: Int)
}
