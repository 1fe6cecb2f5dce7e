/// What the clocks of a place show, read from a TZif file of tzdata (RFC 9636).
///
/// Instants are seconds since 1970-01-01T00:00Z without leap seconds; local times are the same count on the
/// local clock.
package struct TimeZoneRules: Sendable {
    /// What the clocks show during some time: seconds east of Greenwich, and the name tzdata gives it.
    package struct Setting: Sendable, Hashable {
        package let offset: Int
        package let isDaylight: Bool
        package let abbreviation: String
    }

    /// The instants at which clocks show a local time.
    package enum Instants: Sendable, Equatable {
        case unique(Int64)
        /// The clocks were set back and showed the time twice.
        case ambiguous(earlier: Int64, later: Int64)
        /// The clocks were set forward, at the given instant, and never showed the time.
        case skipped(until: Int64)
    }

    struct Transition: Sendable {
        let instant: Int64
        let setting: Setting
    }

    private let initial: Setting
    private let transitions: [Transition]
    private let future: PosixTimeZone?

    /// Reads a TZif file of version 1 to 4.
    package init(tzif: [UInt8]) throws(TimeZoneRefusal) {
        let file = try TZifFile(tzif)
        initial = file.initial
        transitions = file.transitions
        future = file.footer
    }

    package func offset(atUTC instant: Int64) -> Int { setting(atUTC: instant).offset }

    package func setting(atUTC instant: Int64) -> Setting {
        let instant = Self.bounded(instant)
        if let future, instant >= transitions.last?.instant ?? .min { return future.setting(atUTC: instant) }
        let index = firstTransition(after: instant)
        return index == 0 ? initial : transitions[index - 1].setting
    }

    /// The instants at which the clocks show `local`, in seconds since 1970-01-01T00:00 on those clocks.
    package func instants(ofLocal local: Int64) -> Instants {
        let local = Self.bounded(local)
        let changes = changes(from: local - Self.widestOffset, through: local + Self.widestOffset)
        var before = setting(atUTC: local - Self.widestOffset - 1).offset
        var offsets: [Int] = [before]
        var skip: Int64?
        for change in changes {
            let after = change.setting.offset
            if change.instant + Int64(before) <= local, local < change.instant + Int64(after) {
                skip = change.instant
            }
            if !offsets.contains(after) { offsets.append(after) }
            before = after
        }
        let instants = offsets.map { local - Int64($0) }.filter { offset(atUTC: $0) == local - $0 }.sorted()
        guard let first = instants.first, let last = instants.last else {
            return .skipped(until: skip ?? local)
        }
        return instants.count == 1 ? .unique(first) : .ambiguous(earlier: first, later: last)
    }

    /// The first instant of a day, which is midnight except where the clocks skipped it.
    package func start(of date: CivilDate) -> Int64 {
        switch instants(ofLocal: date.localSeconds) {
        case .unique(let instant), .ambiguous(let instant, _), .skipped(let instant): instant
        }
    }

    /// How long a day lasts, in seconds: 23, 24 or 25 hours as a rule.
    package func length(of date: CivilDate) -> Int64 { start(of: date.adding(days: 1)) - start(of: date) }

    /// The day and the seconds since 1970-01-01T00:00 on the local clock at an instant.
    package func localSeconds(atUTC instant: Int64) -> Int64 {
        let instant = Self.bounded(instant)
        return instant + Int64(offset(atUTC: instant))
    }

    /// RFC 9636 recommends offsets between -25 and +26 hours; beyond them a file is refused.
    static let widestOffset: Int64 = 26 * 3600

    /// Some three million years either way: beyond them the calendar's days no longer fit.
    private static func bounded(_ seconds: Int64) -> Int64 {
        min(max(seconds, -100_000_000_000_000), 100_000_000_000_000)
    }

    private func changes(from start: Int64, through end: Int64) -> [Transition] {
        let listed = transitions[firstTransition(after: start - 1)...].prefix { $0.instant <= end }
        guard let future else { return Array(listed) }
        let last = transitions.last?.instant ?? .min
        return listed
            + future.transitions(around: start, end).filter { $0.instant > last && $0.instant <= end }
    }

    private func firstTransition(after instant: Int64) -> Int {
        var (low, high) = (0, transitions.count)
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].instant <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Why a time zone file is refused.
package enum TimeZoneRefusal: Error, Equatable, Sendable, CaseIterable {
    case tooManyBytes, notTZif, unknownVersion, truncated, badCounts, badTransition, badSetting,
        badDesignation
    case badIndicator, leapSeconds, badFooter

    package var explanation: String {
        switch self {
        case .tooManyBytes: "The time zone file is too large."
        case .notTZif: "This is not a time zone file (TZif)."
        case .unknownVersion: "The time zone file has an unknown version."
        case .truncated: "The time zone file ends too early."
        case .badCounts: "The time zone file's header contradicts itself."
        case .badTransition: "The time zone file's transitions are not in order."
        case .badSetting: "The time zone file has an impossible offset from UTC."
        case .badDesignation: "The time zone file has a malformed abbreviation."
        case .badIndicator: "The time zone file has a malformed indicator."
        case .leapSeconds:
            "The time zone file counts leap seconds. Use tzdata's ordinary files, not \"right\"."
        case .badFooter: "The time zone file's rule for the future is malformed."
        }
    }
}
