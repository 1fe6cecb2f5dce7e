import Formats
import HTTP
import Staffing
import Testing

@testable import Portal

@Suite("A week's hours as they are typed")
struct HoursReadingTests {
    /// Monday, 2026-11-09, at the clocks of Chicago; read long after.
    private static let week = TestCompany.week
    private static let later = Moment(microseconds: 0).adding(seconds: 1_900_000_000)

    private func read(
        _ fields: [(String, String)], week: Day = week, now: Moment = later
    ) throws -> HoursReading.Result {
        let zone = try #require(TestHouse.zone("America/Chicago"))
        let draft = HoursDraft(fields.map { HoursDraft.Field($0.0, $0.1) })
        return HoursReading(entry: HoursEntry(draft, week: week), zone: zone, now: now).read()
    }

    private func refusal(
        _ fields: [(String, String)], week: Day = week, now: Moment = later
    ) throws -> HoursReading.Wrong? {
        let result = try read(fields, week: week, now: now)
        #expect(result.wrong.count <= 1)
        return result.wrong.first?.wrong
    }

    @Test("times with a break are two punches, and the break is not work")
    func withBreak() throws {
        let fields = [("start-0", "07:30"), ("from-0", "12:00"), ("until-0", "12:30"), ("end-0", "16:00")]
        let day = try #require(try read(fields).days.first)
        #expect(day.day == Self.week && day.hours == HoursByType(regular: 480))
        #expect(day.punches.map { ($0.end.seconds - $0.start.seconds) / 60 } == [270, 210])
    }

    @Test(
        "hours alone are read with a point, a comma or a colon",
        arguments: [("7.5", 450), ("7,5", 450), ("7:30", 450), ("8", 480), ("0.25", 15), ("24", 1_440)])
    func hours(text: String, minutes: Int) throws {
        #expect(try read([("hours-3", text)]).days.first?.hours.total == minutes)
    }

    @Test("a shift over midnight belongs to the day on which it began, break and all")
    func overMidnight() throws {
        let fields = [("start-6", "22:00"), ("from-6", "00:30"), ("until-6", "01:00"), ("end-6", "06:00")]
        let day = try #require(try read(fields).days.first)
        #expect(day.day == Self.week.adding(days: 6) && day.hours.total == 450)
    }

    @Test("a day on which the clocks change has 23 or 25 hours of punches")
    func clockChanges() throws {
        // 2026-03-08 forward, 2026-11-01 back: both Sundays.
        let (spring, autumn) = (Day(number: 20_514), Day(number: 20_752))
        let night = [("start-6", "00:30"), ("end-6", "08:30")]
        #expect(try read(night, week: spring).days.first?.hours.total == 7 * 60)
        #expect(try read(night, week: autumn).days.first?.hours.total == 9 * 60)
        #expect(
            try refusal([("start-6", "02:30"), ("end-6", "08:30")], week: spring)
                == .init(.start, .skipped))
        #expect(
            try refusal([("start-6", "01:30"), ("end-6", "08:30")], week: autumn)
                == .init(.start, .ambiguous))
        #expect(
            try refusal([("hours-6", "23.5")], week: spring)
                == .init(.hours, .longerThanDay(minutes: 23 * 60)))
        #expect(try read([("hours-6", "24")], week: autumn).days.count == 1)
    }

    @Test("what no day holds is refused at its field")
    func impossible() throws {
        #expect(try refusal([("hours-0", "-3")]) == .init(.hours, .negative))
        #expect(try refusal([("hours-0", "25")]) == .init(.hours, .longerThanDay(minutes: 1_440)))
        #expect(try refusal([("hours-0", "24:01")]) == .init(.hours, .longerThanDay(minutes: 1_440)))
        for text in ["many", "7:5", "7:60", "1e3", "9999999", "7.123", "٧", "🕗"] {
            #expect(try refusal([("hours-0", text)]) == .init(.hours, .notHours), "\(text)")
        }
        for text in ["8:0", "25:00", "8", "🕗"] {
            let wrong = try refusal([("start-0", text), ("end-0", "16:00")])
            #expect(wrong == .init(.start, .notATime), "\(text)")
        }
        let long = try refusal([("start-0", "08:00"), ("end-0", "07:30")])
        #expect(long == .init(.end, .longerThanShift(minutes: HoursReading.longestShiftMinutes)))
    }

    @Test("half a pair, a break without work, and times beside hours are refused")
    func halves() throws {
        #expect(try refusal([("start-0", "08:00")]) == .init(.end, .endMissing))
        #expect(try refusal([("end-0", "16:00")]) == .init(.start, .startMissing))
        #expect(try refusal([("from-0", "12:00")]) == .init(.breakStart, .breakWithoutTimes))
        let work = [("start-0", "08:00"), ("end-0", "16:00")]
        #expect(try refusal(work + [("hours-0", "8")]) == .init(.hours, .timesAndHours))
        #expect(try refusal(work + [("from-0", "12:00")]) == .init(.breakEnd, .breakHalf))
        #expect(
            try refusal(work + [("from-0", "15:30"), ("until-0", "16:30")])
                == .init(.breakStart, .breakOutside))
        #expect(
            try refusal(work + [("from-0", "12:30"), ("until-0", "12:00")])
                == .init(.breakStart, .breakOutside))
    }

    @Test("a night that reaches into the next day's shift overlaps it")
    func overlap() throws {
        let night = [("start-0", "22:00"), ("end-0", "06:00")]
        #expect(
            try refusal(night + [("start-1", "05:00"), ("end-1", "09:00")]) == .init(.start, .overlap))
        #expect(try read(night + [("start-1", "06:00"), ("end-1", "09:00")]).days.count == 2)
    }

    @Test("what has not happened yet is refused")
    func future() throws {
        // 15:00 in Chicago on that Monday.
        let now = Moment(microseconds: 0).adding(seconds: Int64(Self.week.number) * 86_400 + 21 * 3_600)
        #expect(try read([("start-0", "08:00"), ("end-0", "15:00")], now: now).wrong.isEmpty)
        #expect(
            try refusal([("start-0", "08:00"), ("end-0", "15:01")], now: now) == .init(.end, .inFuture))
        #expect(try refusal([("hours-1", "8")], now: now) == .init(.hours, .inFuture))
        #expect(try read([("hours-0", "8")], now: now).wrong.isEmpty)
    }

    @Test("each wrong day says so, and days that are right are read all the same")
    func several() throws {
        let result = try read([("hours-0", "x"), ("hours-1", "8"), ("start-2", "08:00")])
        #expect(result.wrong.map(\.day) == [0, 2] && result.days.count == 1)
        let errors = FormErrors(result.wrong, of: Self.week, English())
        #expect(errors.has("hours-0") && errors.has("end-2"))
    }
}
