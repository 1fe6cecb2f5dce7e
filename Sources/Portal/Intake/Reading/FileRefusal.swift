package import Formats

/// Why a whole file is refused: nothing of it is taken.
package enum FileRefusal: Error, Equatable, Sendable {
    case empty
    case noRows
    case unreadable(CSVRefusal)
    /// `found` is the header as it was cut, so that a wrong delimiter shows.
    case headerMissing(header: String, found: [String])
    case headerTwice(String)
    /// All dates can be read in both ways.
    case ambiguousDates(line: Int, first: String, second: String)
    case unknownDates(line: Int, value: String)
    case notStartOfWeek
}
