/// Calendars and clocks of the places where people work, as values that come in from outside.
package struct WorksiteTime: Sendable {
    /// Whether a date is a holiday in a jurisdiction (ISO 3166-2).
    private let isHoliday: @Sendable (String, Day) -> Bool
    /// When the clocks of a zone show that many minutes after midnight.
    private let instant: @Sendable (Day, Int, String) -> Moment
    private let local: @Sendable (Moment, String) -> (day: Day, minute: Int)

    /// The hours in which somebody is asked for something; not at night, and not at the weekend.
    static let workday = 8 * 60..<18 * 60

    package init(
        isHoliday: @escaping @Sendable (String, Day) -> Bool,
        instant: @escaping @Sendable (Day, Int, String) -> Moment,
        local: @escaping @Sendable (Moment, String) -> (day: Day, minute: Int)
    ) {
        self.isHoliday = isHoliday
        self.instant = instant
        self.local = local
    }

    func moment(_ day: Day, _ minute: Int, at worksite: Worksite) -> Moment {
        instant(day, minute, worksite.timeZone)
    }

    package func day(_ moment: Moment, at worksite: Worksite) -> Day {
        local(moment, worksite.timeZone).day
    }

    package func isFree(_ day: Day, at worksite: Worksite, _ book: CutoffBook) -> Bool {
        isHoliday(worksite.jurisdiction, day) || book.isDayOff(day, at: worksite.id)
    }

    func isWorkday(_ day: Day, at worksite: Worksite, _ book: CutoffBook) -> Bool {
        !day.isWeekend && !isFree(day, at: worksite, book)
    }

    /// The beginning of work on that day; nothing on a day without any.
    private func start(of day: Day, at worksite: Worksite, _ book: CutoffBook) -> Moment? {
        guard isWorkday(day, at: worksite, book) else { return nil }
        return moment(day, Self.workday.lowerBound, at: worksite)
    }

    private func end(of day: Day, at worksite: Worksite) -> Moment {
        moment(day, Self.workday.upperBound, at: worksite)
    }

    /// The first moment from this one on at which somebody is at work there.
    func nextWork(from now: Moment, at worksite: Worksite, _ book: CutoffBook) -> Moment? {
        let today = day(now, at: worksite)
        for ahead in 0...Self.farthestDays {
            let day = today.adding(days: ahead)
            guard let start = start(of: day, at: worksite, book) else { continue }
            if now < end(of: day, at: worksite) { return max(now, start) }
        }
        return nil
    }

    /// So many hours of work before a moment. Hours are those that pass, so a day on which the clocks are
    /// changed has as many working hours as any other.
    func before(_ moment: Moment, hours: Int, at worksite: Worksite, _ book: CutoffBook) -> Moment {
        var left = Int64(hours) * 3_600
        let last = day(moment, at: worksite)
        for back in 0...Self.farthestDays {
            let day = last.adding(days: -back)
            guard let start = start(of: day, at: worksite, book) else { continue }
            let end = min(moment, end(of: day, at: worksite))
            guard start < end else { continue }
            let seconds = end.seconds - start.seconds
            if left <= seconds { return end.adding(seconds: -left) }
            left -= seconds
        }
        return moment.adding(seconds: -Int64(hours) * 3_600)
    }

    /// More free days than this in a row are nobody's calendar.
    static let farthestDays = 28
}

extension WorksiteTime {
    /// The first deadline of a worksite behind a moment.
    package func next(after now: Moment, at worksite: Worksite, _ book: CutoffBook) -> CutoffOccurrence? {
        guard let cutoff = book.cutoff(at: worksite.id) else { return nil }
        return occurrences(of: cutoff, around: now, at: worksite, book).first { $0.at > now }
    }

    /// The last deadline of a worksite up to a moment, if it held by then.
    func last(until now: Moment, at worksite: Worksite, _ book: CutoffBook) -> CutoffOccurrence? {
        guard let (cutoff, since) = book.inForce(at: worksite.id) else { return nil }
        return occurrences(of: cutoff, around: now, at: worksite, book)
            .last { $0.at <= now && $0.at > since }
    }

    /// The first from a date on, for a page that holds all day: today's stays until tomorrow.
    package func next(from day: Day, at worksite: Worksite, _ book: CutoffBook) -> CutoffOccurrence? {
        guard let cutoff = book.cutoff(at: worksite.id) else { return nil }
        return occurrences(of: cutoff, around: moment(day, 0, at: worksite), at: worksite, book)
            .first { $0.day >= day }
    }

    private func occurrences(
        of cutoff: Cutoff, around now: Moment, at worksite: Worksite, _ book: CutoffBook
    ) -> [CutoffOccurrence] {
        let first = day(now, at: worksite).startOfWeek(startingOn: cutoff.weekday)
        return [-14, -7, 0, 7].map { days in
            let day = moved(first.adding(days: days), at: worksite, cutoff, book)
            return CutoffOccurrence(
                worksite: worksite.id, day: day, at: moment(day, cutoff.minute, at: worksite))
        }.sorted()
    }

    /// A deadline on a day on which nobody works there waits for the next working day, at the same time. It
    /// is not brought forward: a week that has just ended cannot be approved before its end.
    private func moved(_ day: Day, at worksite: Worksite, _ cutoff: Cutoff, _ book: CutoffBook) -> Day {
        let isAtWeekend = Weekday.saturday.rawValue <= cutoff.weekday.rawValue
        for ahead in 0...Self.farthestDays {
            let day = day.adding(days: ahead)
            if isFree(day, at: worksite, book) { continue }
            if isAtWeekend || !day.isWeekend { return day }
        }
        return day
    }
}

extension Day {
    var isWeekend: Bool { weekday >= Weekday.saturday.rawValue }
}
