import Formats
import Staffing

/// What the clocks of a place show, for printing moments there. Without a table of its zone it shows UTC.
struct LocalClock: Sendable {
    private let rules: TimeZoneRules?
    private let formats: FormatLanguage

    init(_ rules: TimeZoneRules?, _ formats: FormatLanguage = .englishUS) {
        self.rules = rules
        self.formats = formats
    }

    /// The same clock in the words of another language.
    func printing(_ formats: FormatLanguage) -> LocalClock { LocalClock(rules, formats) }

    func day(_ moment: Moment) -> Day { Day(number: CivilDate(localSeconds: local(moment)).days) }

    /// `7:30 AM`
    func time(_ moment: Moment) -> String {
        let seconds = local(moment) - CivilDate(localSeconds: local(moment)).localSeconds
        return ClockTime(minutes: Int(seconds / 60))?.text(formats) ?? ""
    }

    /// `Sun, Nov 22, 6:04 PM AST`
    func stamp(_ moment: Moment) -> String {
        day(moment).civil.text(.weekday, formats) + ", " + time(moment) + " " + zone(moment)
    }

    /// `AST`, or the offset where the zone has no letters of its own.
    func zone(_ moment: Moment) -> String {
        guard let setting = rules?.setting(atUTC: moment.seconds) else { return "UTC" }
        let hasLetters = setting.abbreviation.utf8.allSatisfy { $0 >= 0x41 }
        return hasLetters ? setting.abbreviation : "UTC" + offset(setting.offset)
    }

    /// RFC 3339, for the `datetime` of a `time` element.
    func iso(_ moment: Moment) -> String {
        let seconds = local(moment) - CivilDate(localSeconds: local(moment)).localSeconds
        let time = ClockTime(minutes: Int(seconds / 60))?.iso ?? ""
        return day(moment).iso + "T" + time + offset(rules?.offset(atUTC: moment.seconds) ?? 0)
    }

    private func local(_ moment: Moment) -> Int64 {
        rules?.localSeconds(atUTC: moment.seconds) ?? moment.seconds
    }

    private func offset(_ seconds: Int) -> String {
        let sign = seconds < 0 ? "-" : "+"
        let time = ClockTime(minutes: Int((seconds.magnitude / 60) % 1_440))
        return sign + (time?.iso ?? "00:00")
    }
}

extension Visit {
    func clock(at worksite: Worksite?) -> LocalClock {
        LocalClock(worksite.flatMap { services.zones($0.timeZone) }, say.formats)
    }
}
