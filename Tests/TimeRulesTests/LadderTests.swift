import Cast
import Formats
import Foundation
import Staffing
import Testing

@testable import TimeRules

/// Reminders before a deadline, by a clock that the tests set: whole weeks pass, nobody decides.
@Suite("The ladder of reminders")
struct LadderTests {
    private static let noon = CutoffSetting(
        cutoff: Cutoff(.monday, minute: 720), escalation: Cast.carol.id, daysOff: [])

    struct Monday: Sendable {
        let monday: String
        let friday: String

        init(_ monday: String, after friday: String) {
            self.monday = monday
            self.friday = friday
        }
    }

    /// Carol is a client admin of the templates, who sees no hours; here she is a viewer of everything too.
    private func week(_ setting: CutoffSetting = noon, in zone: String? = nil) -> LadderWeek {
        var week = LadderWeek(Cast.harbourWaiting)
        let viewer = Grant(
            id: Identifier(1_900), role: .viewer, node: .tenant, days: DayRange(from: Cast.begin))
        week.take(.people(.grantGiven(Cast.carol.id, viewer)))
        if let zone { week.move(Cast.dock4, to: zone) }
        week.take(.cutoff(.set(Cast.dock4.id, setting)), at: Cast.moment(Cast.begin, hour: 0))
        return week
    }

    @Test("approvers in the morning, a last call three working hours before, then who escalates")
    func steps() {
        var week = week()
        let stand = Delegation(
            id: Identifier(1_201), giver: Cast.ben.id, delegate: Cast.eve.id, worksites: [],
            days: DayRange(from: Cast.begin, through: Cast.today.adding(days: 30)))
        week.take(.delegation(.given(stand)))
        #expect(
            week.pass(from: "2026-11-23T00:00", through: "2026-11-23T23:00") == [
                "2026-11-23 08:00 approver [Ana Ribeiro]",
                "2026-11-23 09:00 standIn [Ben Okafor, Eve Laurent]",
                "2026-11-23 11:00 escalation [Carol Singh]", "2026-11-23 12:00 missed 3",
            ])
    }

    @Test(
        "by the worksite's clocks, in summer and in winter and where the clocks are changed in between",
        arguments: ["America/Halifax", "America/Vancouver", "America/Phoenix"],
        [
            // The Monday after each change, and one far from both.
            Monday("2026-03-09", after: "2026-03-06"), Monday("2026-11-02", after: "2026-10-30"),
            Monday("2026-07-13", after: "2026-07-10"),
        ])
    func clocks(zone: String, days: Monday) {
        var week = week(in: zone)
        #expect(
            week.pass(from: days.friday + "T00:00", through: days.monday + "T11:59") == [
                // Eight working hours before noon on Monday, four of them on Friday.
                "\(days.friday) 14:00 approver [Ana Ribeiro, Ben Okafor]",
                "\(days.monday) 08:00 approver [Ana Ribeiro, Ben Okafor]",
                // Both decide, both had their mail today.
                "\(days.monday) 09:00 standIn []", "\(days.monday) 11:00 escalation [Carol Singh]",
            ])
    }

    @Test("a deadline at a time that the clocks skip is the moment at which they were set forward")
    func skippedHour() throws {
        let setting = CutoffSetting(
            cutoff: Cutoff(.sunday, minute: 150), escalation: nil, daysOff: [])
        let week = week(setting)
        let forward = try #require(week.next(after: "2026-03-07T12:00"))
        #expect(week.local(forward.at) == "2026-03-08 03:00")
    }

    @Test("a deadline at a time that the clocks show twice is the first of the two")
    func doubledHour() throws {
        let setting = CutoffSetting(cutoff: Cutoff(.sunday, minute: 90), escalation: nil, daysOff: [])
        let back = try #require(week(setting).next(after: "2026-10-31T12:00"))
        // 1:30 AM ADT, which is three hours behind UTC.
        #expect(back.at == Cast.moment(back.day, hour: 4, minute: 30))
    }

    @Test("on a holiday the deadline waits for the next working day, and nobody is asked meanwhile")
    func holiday() {
        var week = week()
        week.place(Cast.dock4, under: "CA-ON", in: "America/Toronto")
        // Friday, 25 December, and Saturday; the days off of the worksite are Monday and Tuesday.
        week.daysOff(["2026-12-28", "2026-12-29"], Self.noon)
        #expect(
            week.pass(from: "2026-12-24T19:00", through: "2026-12-30T11:30") == [
                "2026-12-24 19:00 missed 3", "2026-12-30 08:00 approver [Ana Ribeiro, Ben Okafor]",
                "2026-12-30 09:00 standIn []", "2026-12-30 11:00 escalation [Carol Singh]",
            ])
    }

    @Test("after a standstill each person has one mail about all that waits, and what passed is missed once")
    func standstill() {
        var week = week()
        week.take(.cutoff(.set(Cast.plant2.id, Self.noon)), at: Cast.moment(Cast.begin, hour: 0))
        // Nobody ran the program until 11:30 on Monday.
        let due = week.due(at: "2026-11-23T11:30")
        #expect(due.letters.map(\.contact) == [Cast.ana.id, Cast.ben.id, Cast.carol.id])
        #expect(due.letters.map(\.lines.count) == [1, 2, 2])
        week.take(due, at: "2026-11-23T11:30")
        #expect(week.due(at: "2026-11-23T11:31").isEmpty)
        // Nor from then until Wednesday.
        let late = week.due(at: "2026-11-25T10:00")
        #expect(late.missed.map(\.count) == [3, 1])
        week.take(late, at: "2026-11-25T10:00")
        #expect(week.due(at: "2026-11-25T10:01").missed.isEmpty)
    }

    @Test("what nobody decided by the deadline is asked for each working day, once")
    func overdue() {
        var week = week()
        _ = week.pass(from: "2026-11-23T00:00", through: "2026-11-23T12:30")
        let later = week.pass(from: "2026-11-23T12:30", through: "2026-11-26T00:00")
        #expect(
            later == [
                "2026-11-24 08:00 approver [Ana Ribeiro, Ben Okafor]",
                "2026-11-25 08:00 approver [Ana Ribeiro, Ben Okafor]",
            ])
    }

    @Test("who wants no daily mails has the last call, and no deadline means no mail")
    func unwanted() {
        var week = week()
        week.take(.cutoff(.digestsChosen(Cast.ana.id, areWanted: false)))
        #expect(
            week.pass(from: "2026-11-23T00:00", through: "2026-11-23T09:30") == [
                "2026-11-23 08:00 approver [Ben Okafor]", "2026-11-23 09:00 standIn [Ana Ribeiro]",
            ])
        var silent = LadderWeek(Cast.harbourWaiting)
        #expect(silent.pass(from: "2026-11-20T00:00", through: "2026-11-30T00:00").isEmpty)
    }

    @Test("a deadline that is set after it would have passed was not missed")
    func setLate() {
        var week = week()
        week.take(.cutoff(.set(Cast.dock4.id, .none)))
        week.take(.cutoff(.set(Cast.dock4.id, Self.noon)), at: week.moment("2026-11-24T10:00"))
        #expect(week.due(at: "2026-11-24T10:01").isEmpty)
    }
}
