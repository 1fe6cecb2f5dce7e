import Formats
import Staffing

/// A row's two punches as instants.
struct PunchPair {
    /// The row's place in the file.
    let index: Int
    let matched: MatchedRow
    /// The local day of the first punch.
    let day: Day
    let punch: Punch
    /// As the export wrote the second one.
    let clockedOut: String
    /// What the export says that the pair comes to, if it does.
    let statedMinutes: Int?
    /// True when the clocks changed between the punches.
    let spansClockChange: Bool

    var minutes: Int { Int((punch.end.seconds - punch.start.seconds) / 60) }

    /// `day`: the local day of the first punch. A second one that is not later on the clock is
    /// on the
    ///   next day.
    init(
        _ index: Int, _ matched: MatchedRow, day: Day, _ reader: RowReader, _ zone: TimeZoneRules
    ) throws(RowRefusal) {
        let row = matched.row
        let (entry, exit) = (row[.punchIn].trimmed, row[.punchOut].trimmed)
        statedMinutes = try reader.optionalMinutes(row, .hours)
        guard !exit.isEmpty else {
            throw entry.isEmpty ? .missingIn(clockedOut: "") : .missingOut(clockedIn: entry)
        }
        guard !entry.isEmpty else { throw .missingIn(clockedOut: exit) }
        let (start, end) = (try Self.time(entry), try Self.time(exit))
        let lastDay = end <= start ? day.adding(days: 1) : day
        let first = try Self.instant(entry, start, day, matched, zone)
        let last = try Self.instant(exit, end, lastDay, matched, zone)
        punch = Punch(
            start: Moment(microseconds: 0).adding(seconds: first),
            end: Moment(microseconds: 0).adding(seconds: last))
        spansClockChange = zone.offset(atUTC: first) != zone.offset(atUTC: last)
        (self.index, self.matched, self.day, clockedOut) = (index, matched, day, exit)
        let limit = reader.mapping.longestPairMinutes
        // Clocks set forward inside an hour's shift could leave nothing between its punches.
        guard last > first, minutes <= limit else { throw .impossibleHours(minutes: minutes, limit: limit) }
    }

    /// `HH:mm` on a clock of 24 hours, and nothing else.
    private static func time(_ text: String) throws(RowRefusal) -> ClockTime {
        let digits = Array(text.utf8)
        guard digits.count == 5, digits[2] == UInt8(ascii: ":"), let time = try? ClockTime(text) else {
            throw .badTime(value: text)
        }
        return time
    }

    private static func instant(
        _ text: String, _ time: ClockTime, _ day: Day, _ matched: MatchedRow, _ zone: TimeZoneRules
    ) throws(RowRefusal) -> Int64 {
        switch zone.instants(ofLocal: day.civil.localSeconds + Int64(time.minutes) * 60) {
        case .unique(let instant): return instant
        case .ambiguous: throw .ambiguousTime(value: text, day, worksite: matched.worksite.code)
        case .skipped: throw .skippedTime(value: text, day, worksite: matched.worksite.code)
        }
    }
}
