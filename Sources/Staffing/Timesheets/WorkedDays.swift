/// The days of one sheet. Most hold regular minutes and nothing else, and stand side by side.
struct WorkedDays: Hashable, Sendable {
    /// The regular minutes of each day from the first of the week; `absent` where the sheet lists none.
    private var regular = SIMD8<UInt16>(repeating: absent)
    /// All days as they came, where one of them holds more than that.
    private var whole: [WorkedDay]?
    /// How a rule pack split them, where one did.
    private(set) var ruling: OvertimeRuling?

    private static let absent = UInt16.max
    private static let daysPerWeek = 7

    init(_ days: [WorkedDay], in week: Day, _ ruling: OvertimeRuling? = nil) {
        self.ruling = ruling
        var previous = -1
        for worked in days {
            let place = week.days(until: worked.day)
            let hours = worked.hours
            guard (0..<Self.daysPerWeek).contains(place), place > previous, worked.punches.isEmpty,
                hours.overtime == 0, hours.doubleTime == 0, (0..<Int(Self.absent)).contains(hours.regular)
            else {
                regular = SIMD8(repeating: Self.absent)
                whole = days
                return
            }
            regular[place] = UInt16(hours.regular)
            previous = place
        }
    }

    func days(in week: Day) -> [WorkedDay] {
        var days: [WorkedDay] = []
        days.reserveCapacity(Self.daysPerWeek)
        forEach(in: week) { days.append($0) }
        return days
    }

    func forEach(in week: Day, _ body: (WorkedDay) -> Void) {
        if let whole { return whole.forEach(body) }
        for place in 0..<Self.daysPerWeek where regular[place] != Self.absent {
            let hours = HoursByType(regular: Int(regular[place]))
            body(WorkedDay(day: week.adding(days: place), hours: hours))
        }
    }

    /// Whether all of it lies in the bounds of what the rules let in.
    var areSound: Bool {
        let minutes = 0...TimesheetRules.minutesPerDay
        guard ruling?.isSound ?? true else { return false }
        guard let whole else {
            return (0..<Self.daysPerWeek).allSatisfy {
                regular[$0] == Self.absent || minutes.contains(Int(regular[$0]))
            }
        }
        return whole.allSatisfy { worked in
            Day.written.contains(worked.day)
                && HourType.allCases.allSatisfy { minutes.contains(worked.hours[$0]) }
        }
    }

    var hours: HoursByType {
        if let whole { return whole.reduce(into: HoursByType()) { $0.add($1.hours) } }
        var minutes = 0
        for place in 0..<Self.daysPerWeek where regular[place] != Self.absent {
            minutes += Int(regular[place])
        }
        return HoursByType(regular: minutes)
    }
}

/// A week of regular hours is one byte that says on which days somebody worked, one that says on which of
/// them otherwise than on the day before, and the minutes of those; the first is compared with eight hours.
extension WorkedDays {
    private static let fullDay: UInt16 = 480
    /// In place of the first byte: all days follow with everything that they hold.
    private static let isWhole: UInt8 = 0x80
    /// Before all that: how a rule pack split the days comes first.
    private static let isRuled: UInt8 = 0x81

    func write(to writer: inout PackedWriter, in week: Day) {
        if let ruling {
            writer.write(Self.isRuled)
            ruling.write(to: &writer, in: week)
        }
        if let whole { return Self.write(whole, to: &writer, in: week) }
        var (present, different): (UInt8, UInt8) = (0, 0)
        var before = Self.fullDay
        for place in 0..<Self.daysPerWeek where regular[place] != Self.absent {
            present |= 1 << UInt8(place)
            if regular[place] != before { different |= 1 << UInt8(place) }
            before = regular[place]
        }
        writer.write(present)
        writer.write(different)
        for place in 0..<Self.daysPerWeek where different & 1 << UInt8(place) != 0 {
            writer.write(UInt64(regular[place]))
        }
    }

    private static func write(_ days: [WorkedDay], to writer: inout PackedWriter, in week: Day) {
        writer.write(isWhole)
        writer.write(UInt64(days.count))
        for worked in days {
            writer.write(signed: Int64(worked.day.number) - Int64(week.number))
            for type in HourType.allCases { writer.write(signed: Int64(worked.hours[type])) }
            writer.write(UInt64(worked.punches.count))
            for punch in worked.punches {
                writer.write(signed: punch.start.microseconds)
                writer.write(signed: punch.end.microseconds &- punch.start.microseconds)
            }
        }
    }

    /// Nothing where the bytes are no days.
    init?(from reader: inout PackedReader, in week: Day) {
        guard var present = reader.readByte() else { return nil }
        if present == Self.isRuled {
            guard let ruling = OvertimeRuling(from: &reader, in: week), let next = reader.readByte() else {
                return nil
            }
            self.ruling = ruling
            present = next
        }
        if present == Self.isWhole {
            guard let days = Self.readWhole(&reader, in: week) else { return nil }
            whole = days
            return
        }
        guard present < Self.isWhole, let different = reader.readByte(), different & ~present == 0 else {
            return nil
        }
        var minutes = Self.fullDay
        for place in 0..<Self.daysPerWeek where present & 1 << UInt8(place) != 0 {
            if different & 1 << UInt8(place) != 0 {
                guard let number = reader.readNumber(), number < UInt64(Self.absent) else { return nil }
                minutes = UInt16(number)
            }
            regular[place] = minutes
        }
    }

    private static func readWhole(_ reader: inout PackedReader, in week: Day) -> [WorkedDay]? {
        guard let count = reader.readCount() else { return nil }
        var days: [WorkedDay] = []
        days.reserveCapacity(count)
        for _ in 0..<count {
            guard let after = reader.readSigned(), let regular = reader.readSigned(),
                let overtime = reader.readSigned(), let doubleTime = reader.readSigned(),
                let punches = readPunches(&reader),
                let number = Int32(exactly: after &+ Int64(week.number))
            else { return nil }
            let hours = HoursByType(
                regular: Int(regular), overtime: Int(overtime), doubleTime: Int(doubleTime))
            days.append(WorkedDay(day: Day(number: number), hours: hours, punches: punches))
        }
        return days
    }

    private static func readPunches(_ reader: inout PackedReader) -> [Punch]? {
        guard let count = reader.readCount() else { return nil }
        var punches: [Punch] = []
        for _ in 0..<count {
            guard let start = reader.readSigned(), let length = reader.readSigned() else { return nil }
            punches.append(
                Punch(start: Moment(microseconds: start), end: Moment(microseconds: start &+ length)))
        }
        return punches
    }
}
