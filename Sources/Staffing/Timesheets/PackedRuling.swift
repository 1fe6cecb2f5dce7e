/// How a ruling lies in memory: days are counted from the first of the week.
extension OvertimeRuling {
    func write(to writer: inout PackedWriter, in week: Day) {
        writer.write(pack)
        writer.write(version)
        writer.write(UInt64(premiums.count))
        for line in premiums {
            writer.write(signed: Int64(week.days(until: line.day)))
            writer.write(line.type.rawValue)
            writer.write(line.rule)
            writer.write(UInt64(line.minutes))
        }
        writer.write(UInt64(missedBreaks.count))
        for missed in missedBreaks {
            writer.write(signed: Int64(week.days(until: missed.day)))
            writer.write(missed.rule)
            writer.write(UInt64(missed.premiumMinutes))
        }
    }

    /// Nothing where the bytes are no ruling.
    init?(from reader: inout PackedReader, in week: Day) {
        guard let pack = reader.readText(), let version = reader.readText(), let count = reader.readCount()
        else { return nil }
        var premiums: [PremiumLine] = []
        for _ in 0..<count {
            guard let day = reader.readDay(in: week), let type = reader.readByte(),
                let type = HourType(rawValue: type), let rule = reader.readText(),
                let minutes = reader.readNumber(), let minutes = Int(exactly: minutes)
            else { return nil }
            premiums.append(PremiumLine(day: day, type: type, rule: rule, minutes: minutes))
        }
        guard let missedBreaks = Self.readMissed(&reader, in: week) else { return nil }
        self.init(pack: pack, version: version, premiums: premiums, missedBreaks: missedBreaks)
    }

    private static func readMissed(_ reader: inout PackedReader, in week: Day) -> [MissedBreak]? {
        guard let count = reader.readCount() else { return nil }
        var missed: [MissedBreak] = []
        for _ in 0..<count {
            guard let day = reader.readDay(in: week), let rule = reader.readText(),
                let minutes = reader.readNumber(), let minutes = Int(exactly: minutes)
            else { return nil }
            missed.append(MissedBreak(day: day, rule: rule, premiumMinutes: minutes))
        }
        return missed
    }

    /// Whether all of it lies in the bounds of what a pack can say of a week.
    var isSound: Bool {
        let minutes = 0...7 * TimesheetRules.minutesPerDay
        return premiums.allSatisfy { Day.written.contains($0.day) && minutes.contains($0.minutes) }
            && missedBreaks.allSatisfy { Day.written.contains($0.day) && minutes.contains($0.premiumMinutes) }
    }
}

extension PackedReader {
    fileprivate mutating func readText() -> String? {
        guard let stretch = readStretch() else { return nil }
        return String(validating: bytes[stretch], as: UTF8.self)
    }

    fileprivate mutating func readDay(in week: Day) -> Day? {
        guard let after = readSigned(), let number = Int32(exactly: after &+ Int64(week.number)) else {
            return nil
        }
        return Day(number: number)
    }
}
