import Formats
import HTTP
import Staffing

/// Reads what was typed of a week, by the clocks of the worksite: each day that is wrong says so at its
/// field, and the others are not looked at any less for it.
struct HoursReading {
    let entry: HoursEntry
    let zone: TimeZoneRules
    let now: Moment

    /// Nobody works longer than this in one stretch of punches; a longer one is a slip of AM and PM.
    static let longestShiftMinutes = 16 * 60

    struct Wrong: Error, Hashable {
        let field: HoursEntry.Field
        let refusal: HoursEntryRefusal

        init(_ field: HoursEntry.Field, _ refusal: HoursEntryRefusal) {
            (self.field, self.refusal) = (field, refusal)
        }
    }

    struct Result {
        var days: [WorkedDay] = []
        var wrong: [(day: Int, wrong: Wrong)] = []
    }

    func read() -> Result {
        var result = Result()
        var punches: [Punch] = []
        for day in HoursEntry.days {
            do throws(Wrong) {
                guard let worked = try read(day) else { continue }
                // A night may reach into the next day's morning.
                for punch in worked.punches
                where punches.contains(where: { $0.start < punch.end && punch.start < $0.end }) {
                    throw Wrong(.start, .overlap)
                }
                punches += worked.punches
                result.days.append(worked)
            } catch {
                result.wrong.append((day, error))
            }
        }
        return result
    }

    private func read(_ day: Int) throws(Wrong) -> WorkedDay? {
        let hasTimes = [HoursEntry.Field.start, .end].contains { !entry.text($0, day).isEmpty }
        let hasBreak = [HoursEntry.Field.breakStart, .breakEnd].contains { !entry.text($0, day).isEmpty }
        let hours = entry.text(.hours, day)
        if hasTimes {
            guard hours.isEmpty else { throw Wrong(.hours, .timesAndHours) }
            return try punched(day, hasBreak: hasBreak)
        }
        guard !hasBreak else { throw Wrong(.breakStart, .breakWithoutTimes) }
        guard !hours.isEmpty else { return nil }
        let date = entry.week.adding(days: day)
        let minutes = try Self.minutes(hours)
        let length = min(Int(zone.length(of: date.civil) / 60), TimesheetRules.minutesPerDay)
        guard minutes <= length else { throw Wrong(.hours, .longerThanDay(minutes: length)) }
        guard minutes == 0 || zone.start(of: date.civil) <= now.seconds else {
            throw Wrong(.hours, .inFuture)
        }
        return WorkedDay(day: date, hours: HoursByType(regular: minutes))
    }

    private func punched(_ day: Int, hasBreak: Bool) throws(Wrong) -> WorkedDay {
        let date = entry.week.adding(days: day)
        guard !entry.text(.start, day).isEmpty else { throw Wrong(.start, .startMissing) }
        guard !entry.text(.end, day).isEmpty else { throw Wrong(.end, .endMissing) }
        let start = try instant(.start, day, notBefore: nil)
        let end = try instant(.end, day, notBefore: try time(.start, day))
        guard end > start, end - start <= Int64(Self.longestShiftMinutes) * 60 else {
            throw Wrong(.end, .longerThanShift(minutes: Self.longestShiftMinutes))
        }
        guard end <= now.seconds else { throw Wrong(.end, .inFuture) }
        var punches = [Self.punch(start, end)]
        if hasBreak {
            let pause = try pause(day, within: start..<end)
            punches = [Self.punch(start, pause.lowerBound), Self.punch(pause.upperBound, end)]
        }
        let minutes = punches.reduce(0) { $0 + Int(($1.end.seconds - $1.start.seconds) / 60) }
        return WorkedDay(day: date, hours: HoursByType(regular: minutes), punches: punches)
    }

    private func pause(_ day: Int, within work: Range<Int64>) throws(Wrong) -> Range<Int64> {
        for field in [HoursEntry.Field.breakStart, .breakEnd] where entry.text(field, day).isEmpty {
            throw Wrong(field, .breakHalf)
        }
        let begin = try time(.start, day)
        let from = try instant(.breakStart, day, notBefore: begin)
        let until = try instant(.breakEnd, day, notBefore: begin)
        guard work.lowerBound < from, from < until, until < work.upperBound else {
            throw Wrong(.breakStart, .breakOutside)
        }
        return from..<until
    }

    private func time(_ field: HoursEntry.Field, _ day: Int) throws(Wrong) -> ClockTime {
        guard let time = try? ClockTime(entry.text(field, day)) else { throw Wrong(field, .notATime) }
        return time
    }

    /// A time that is not later on the clock than the beginning is on the next day.
    private func instant(
        _ field: HoursEntry.Field, _ day: Int, notBefore begin: ClockTime?
    ) throws(Wrong) -> Int64 {
        let time = try time(field, day)
        let isNext = begin.map { time <= $0 } ?? false
        let date = entry.week.adding(days: day + (isNext ? 1 : 0))
        switch zone.instants(ofLocal: date.civil.localSeconds + Int64(time.minutes) * 60) {
        case .unique(let instant): return instant
        case .ambiguous: throw Wrong(field, .ambiguous)
        case .skipped: throw Wrong(field, .skipped)
        }
    }

    private static func punch(_ start: Int64, _ end: Int64) -> Punch {
        let epoch = Moment(microseconds: 0)
        return Punch(start: epoch.adding(seconds: start), end: epoch.adding(seconds: end))
    }

    private static let mostHundredths: Int64 = 100_000

    /// `7.5`, `7,5` or `7:30`; a minus is read so that it can be named.
    private static func minutes(_ text: String) throws(Wrong) -> Int {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 {
            guard let hours = plainNumber(parts[0], digits: 3), parts[1].utf8.count == 2,
                let minutes = plainNumber(parts[1], digits: 2), minutes < 60
            else { throw Wrong(.hours, .notHours) }
            return hours * 60 + minutes
        }
        let plain = String(text.map { $0 == "," ? "." : $0 })
        guard let hundredths = try? DecimalConvention.point.parse(plain, scale: 2),
            abs(hundredths) <= mostHundredths
        else { throw Wrong(.hours, .notHours) }
        guard hundredths >= 0 else { throw Wrong(.hours, .negative) }
        return Int((hundredths * 3 + 2) / 5)
    }
}

extension FormErrors {
    init(_ wrong: [(day: Int, wrong: HoursReading.Wrong)], of week: Day, _ say: any Sentences) {
        self.init()
        for (day, wrong) in wrong {
            let name = say.ofTimesheets.day(week.adding(days: day))
            add(wrong.field.name(day), say.ofHoursForm.explain(wrong.refusal, on: name))
        }
    }
}
