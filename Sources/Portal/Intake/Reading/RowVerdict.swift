package import Staffing

/// What becomes of one line of an export.
package enum RowVerdict: Hashable, Sendable {
    case accepted([RowFlag])
    case refused(RowRefusal)
    case ignored(RowIgnored)

    package var isAccepted: Bool { if case .accepted = self { true } else { false } }

    package var isRefused: Bool { if case .refused = self { true } else { false } }

    /// Taken, but somebody should look at its sheet.
    package var isFlagged: Bool {
        if case .accepted(let flags) = self { flags.contains(where: \.isException) } else { false }
    }
}

/// Lines that hold no hours.
package enum RowIgnored: String, Hashable, Sendable {
    case blankLine = "blank-line"
    case totalsRow = "totals-row"
    case ignoredPayCode = "ignored-pay-code"
}

/// Something about a row that was taken.
package enum RowFlag: Hashable, Sendable {
    case overtime(minutes: Int, of: Int)
    case doubleTime(minutes: Int, of: Int)
    case longDay(minutes: Int, limit: Int)
    case sameDay(minutes: Int)
    /// `days` are those of the assignment that took the hours.
    case outsideAssignment(days: DayRange)
    case nameDiffers(known: String)
    case totalDiffers(stated: Int, found: Int)
    case hoursDiffer(stated: Int, found: Int)
    /// For information: the clocks changed between the two punches.
    case clockChange(minutes: Int)

    package var code: String {
        switch self {
        case .overtime: "overtime"
        case .doubleTime: "double-time"
        case .longDay: "long-day"
        case .sameDay: "same-day"
        case .outsideAssignment: "outside-assignment"
        case .nameDiffers: "name-differs"
        case .totalDiffers: "total-differs"
        case .hoursDiffer: "hours-differ"
        case .clockChange: "clock-change"
        }
    }

    package var isException: Bool { code != "clock-change" }
}

/// Why a row is not taken. The rest of its sheet is.
package enum RowRefusal: Error, Hashable, Sendable {
    case duplicate(of: Int)
    case unknownWorker(number: String)
    case unknownWorksite(code: String)
    case notAssignedThere(worker: String, worksite: String)
    case badDate(value: String, pattern: String)
    case wrongWeek(Day, week: Day)
    case unknownPayCode(String)
    case badNumber(value: String, mark: DecimalMark)
    case negativeHours(value: String)
    case impossibleHours(minutes: Int, limit: Int)
    /// More overtime and double time than hours.
    case moreOvertimeThanHours(minutes: Int, of: Int)
    case missingOut(clockedIn: String)
    case missingIn(clockedOut: String)
    case badTime(value: String)
    /// The clocks were set forward and never showed this time.
    case skippedTime(value: String, Day, worksite: String)
    case ambiguousTime(value: String, Day, worksite: String)
    case overlap(from: String, earlierEnd: String)
    /// The server has no rules for the worksite's time zone.
    case unknownZone(String)

    package enum DecimalMark: Hashable, Sendable { case point, comma }

    package var code: String {
        switch self {
        case .duplicate: "duplicate"
        case .unknownWorker: "unknown-worker"
        case .unknownWorksite: "unknown-worksite"
        case .notAssignedThere: "not-assigned-there"
        case .badDate: "bad-date"
        case .wrongWeek: "wrong-week"
        case .unknownPayCode: "unknown-pay-code"
        case .badNumber: "bad-number"
        case .negativeHours: "negative-hours"
        case .impossibleHours, .moreOvertimeThanHours: "impossible-hours"
        case .missingOut: "missing-out"
        case .missingIn: "missing-in"
        case .badTime, .skippedTime: "bad-time"
        case .ambiguousTime: "ambiguous-time"
        case .overlap: "overlap"
        case .unknownZone: "unknown-zone"
        }
    }
}
