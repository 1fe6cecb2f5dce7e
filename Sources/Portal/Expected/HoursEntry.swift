import Formats
import HTTP
import Staffing

/// Why a day is not read as it was typed.
package enum HoursEntryRefusal: Hashable, Sendable {
    case timesAndHours, startMissing, endMissing, breakHalf, breakWithoutTimes, breakOutside
    case notATime, notHours, negative
    case longerThanDay(minutes: Int)
    case longerThanShift(minutes: Int)
    case skipped, ambiguous
    case overlap
    case inFuture
}

/// What somebody typed of a week, right or wrong: the texts of the form's fields.
struct HoursEntry: Sendable {
    let week: Day
    private var texts: [String: String] = [:]

    enum Field: Int, CaseIterable {
        case start, breakStart, breakEnd, end, hours, missed

        /// The field's name and `id` on a day of the week.
        func name(_ day: Int) -> StaticString { Self.names[rawValue][day] }

        private static let names: [[StaticString]] = [
            ["start-0", "start-1", "start-2", "start-3", "start-4", "start-5", "start-6"],
            ["from-0", "from-1", "from-2", "from-3", "from-4", "from-5", "from-6"],
            ["until-0", "until-1", "until-2", "until-3", "until-4", "until-5", "until-6"],
            ["end-0", "end-1", "end-2", "end-3", "end-4", "end-5", "end-6"],
            ["hours-0", "hours-1", "hours-2", "hours-3", "hours-4", "hours-5", "hours-6"],
            ["missed-0", "missed-1", "missed-2", "missed-3", "missed-4", "missed-5", "missed-6"],
        ]
    }

    static let days = 0..<7

    init(_ form: Form, week: Day) {
        self.week = week
        for (name, _) in Self.names {
            let text = (form[name] ?? "").trimmed
            if !text.isEmpty { texts[name] = String(text.prefix(HoursDraft.longestValue)) }
        }
    }

    init(_ draft: HoursDraft, week: Day) {
        self.week = week
        for field in draft.fields { texts[field.name] = field.value }
    }

    /// What a sheet says, for who corrects it; nothing of a sheet that is not there. A day that does not fit
    /// between four times shows its hours.
    init(_ sheet: Timesheet?, missed: [Day], week: Day, _ zone: TimeZoneRules) {
        self.week = week
        for worked in sheet?.days ?? [] where worked.hours.total > 0 {
            let day = week.days(until: worked.day)
            guard Self.days.contains(day) else { continue }
            let times = worked.punches.sorted { $0.start < $1.start }.flatMap { [$0.start, $0.end] }
                .map { Self.clock($0, zone) }
            let fields: [Field] =
                switch times.count {
                case 2: [.start, .end]
                case 4: [.start, .breakStart, .breakEnd, .end]
                default: []
                }
            if fields.isEmpty {
                set(.hours, day, String(worked.hours.total / 60) + ":" + Self.two(worked.hours.total % 60))
            } else {
                for (field, time) in zip(fields, times) { set(field, day, time) }
            }
        }
        for day in missed where (0..<7).contains(week.days(until: day)) {
            set(.missed, week.days(until: day), "yes")
        }
    }

    func text(_ field: Field, _ day: Int) -> String { texts[field.name(day).description] ?? "" }

    func isMissed(_ day: Int) -> Bool { !text(.missed, day).isEmpty }

    var missed: [Day] { Self.days.filter(isMissed).map { week.adding(days: $0) } }

    var draft: HoursDraft {
        HoursDraft(Self.names.compactMap { name, _ in texts[name].map { HoursDraft.Field(name, $0) } })
    }

    private mutating func set(_ field: Field, _ day: Int, _ text: String) {
        texts[field.name(day).description] = text
    }

    private static let names: [(String, Int)] = days.flatMap { day in
        Field.allCases.map { ($0.name(day).description, day) }
    }

    private static func clock(_ moment: Moment, _ zone: TimeZoneRules) -> String {
        let local = zone.localSeconds(atUTC: moment.seconds)
        let seconds = local - CivilDate(localSeconds: local).localSeconds
        return ClockTime(minutes: Int(seconds / 60))?.iso ?? ""
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
