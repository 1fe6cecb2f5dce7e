import Formats
import Foundation
import Staffing
import Testing
import TimeRules

extension GoldenCase {
    /// `Mon–Fri 08:00–12:00 12:30–16:30, Sat 5:00, else last Sun 20:00–23:00, rests Mon 1`.
    func time() throws -> WorkedTime {
        let rules = try Zones.rules(zone)
        var own: [WorkedDay] = []
        var other: [WorkedDay] = []
        var rests: [Day: Int] = [:]
        for part in work.components(separatedBy: ", ") {
            var words = part.split(separator: " ").map(String.init)
            if words.first == "rests" {
                rests[try #require(try days(words[1], offset: 0).first)] = Int(words[2])
                continue
            }
            let isElsewhere = words.first == "else"
            if isElsewhere { words.removeFirst() }
            let offset = words.first == "last" ? -7 : words.first == "next" ? 7 : 0
            if offset != 0 { words.removeFirst() }
            for day in try days(words[0], offset: offset) {
                let worked = try worked(on: day, words.dropFirst(), rules)
                if isElsewhere { other.append(worked) } else { own.append(worked) }
            }
        }
        return WorkedTime(week: week, zone: rules, sheet: own, earlier: other, rests: rests)
    }

    private func days(_ name: String, offset: Int) throws -> [Day] {
        let ends = try name.split(separator: "–").map {
            try #require(CivilText.weekdays.firstIndex(of: String($0)), "\(name)")
        }
        let days = (0..<7).map { week.adding(days: $0 + offset) }
        let first = try #require(days.firstIndex { $0.weekday == ends[0] })
        let last = try #require(days.firstIndex { $0.weekday == ends[ends.count - 1] })
        return Array(days[first...last])
    }

    private func worked(
        on day: Day, _ times: ArraySlice<String>, _ rules: TimeZoneRules
    ) throws -> WorkedDay {
        if let only = times.first, !only.contains("–") {
            return WorkedDay(day: day, hours: HoursByType(regular: try #require(CivilText.minutes(only))))
        }
        var punches: [Punch] = []
        var earliest = 0
        for time in times {
            let ends = try time.split(separator: "–").map { try #require(CivilText.minutes(String($0))) }
            let start = ends[0] < earliest ? ends[0] + 1_440 : ends[0]
            let end =
                ends[1] <= start % 1_440
                ? ends[1] + start / 1_440 * 1_440 + 1_440 : ends[1] + start / 1_440 * 1_440
            earliest = end
            punches.append(
                Punch(start: instant(day, start, rules), end: instant(day, end, rules)))
        }
        let minutes = punches.reduce(0) { $0 + Int($1.end.seconds - $1.start.seconds) / 60 }
        return WorkedDay(day: day, hours: HoursByType(regular: minutes), punches: punches)
    }

    private func instant(_ day: Day, _ minutes: Int, _ rules: TimeZoneRules) -> Moment {
        let local = Int64(day.number) * 86_400 + Int64(minutes) * 60
        let seconds =
            switch rules.instants(ofLocal: local) {
            case .unique(let instant), .ambiguous(let instant, _), .skipped(let instant): instant
            }
        return Moment(microseconds: 0).adding(seconds: seconds)
    }
}

/// The zones of the system's tzdata.
enum Zones {
    private static let kept = try? rules(of: [
        "America/Los_Angeles", "America/St_Johns", "America/Puerto_Rico", "America/Havana",
    ])

    static func rules(_ name: String) throws -> TimeZoneRules {
        if let rules = kept?[name] { return rules }
        return try read(name)
    }

    private static func rules(of names: [String]) throws -> [String: TimeZoneRules] {
        try Dictionary(uniqueKeysWithValues: names.map { ($0, try read($0)) })
    }

    private static func read(_ name: String) throws -> TimeZoneRules {
        let file = URL(filePath: "/usr/share/zoneinfo").appending(path: name)
        return try TimeZoneRules(tzif: Array(Data(contentsOf: file)))
    }
}

enum CivilText {
    static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    static func date(_ iso: String) -> CivilDate? { CivilDate(iso: iso) }

    /// 8:30 and 08:30 are 510.
    static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
    }

    static func clock(_ minutes: Int) -> String {
        let rest = minutes % 60
        return "\(minutes / 60):" + (rest < 10 ? "0\(rest)" : "\(rest)")
    }
}
