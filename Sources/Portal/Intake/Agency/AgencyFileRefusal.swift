package import Formats

/// What is wrong with one of the agency's files, and where.
package struct AgencyFileRefusal: Error, Equatable, Sendable {
    package let file: String
    /// Counted from 1; the header is line 1.
    package let line: Int
    package let reason: Reason

    package enum Reason: Equatable, Sendable {
        case unreadable(CSVRefusal)
        case columnMissing(String)
        case valueMissing(String)
        /// `allowed` says what to write instead.
        case badValue(String, value: String, allowed: String)
        case unknownTenant(String)
        case unknownWorksite(String)
        case twice(first: Int)
        case contradicts(String, first: Int)
        /// The rules refused the command; the code is theirs.
        case turnedDown(String)
    }
}
