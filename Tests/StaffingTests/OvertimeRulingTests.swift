import Cast
import Testing

@testable import Staffing

@Suite("Hours that rules have split")
struct OvertimeRulingTests {
    private static let ruling = OvertimeRuling(
        pack: "US-CA", version: "2026.1",
        premiums: [PremiumLine(day: Cast.week, type: .overtime, rule: "daily-8", minutes: 60)],
        missedBreaks: [MissedBreak(day: Cast.week, rule: "meal", premiumMinutes: 60)])
    private static let split = Cast.days([480, 480], overtime: [60, 0])
    private static let id = TimesheetID(701)

    private func state(
        _ days: [WorkedDay] = split, _ ruling: OvertimeRuling? = ruling
    ) throws(TimesheetRefusal) -> TenantState {
        var state = Cast.harbour
        try state.perform(
            .receive(Cast.tomaszAtDock.id, week: Cast.week, days: days, ruling: ruling),
            by: .staff(Cast.sam), drawing: 701)
        return state
    }

    @Test("a sheet keeps which rules of which version split it")
    func kept() throws {
        let sheet = try #require(try state().timesheets[Self.id])
        #expect(sheet.ruling == Self.ruling)
        #expect(sheet.days == Self.split)
        #expect(sheet.hours == HoursByType(regular: 960, overtime: 60))
        let plain = try #require(try state(Cast.days(), nil).timesheets[Self.id])
        #expect(plain.ruling == nil && plain.days == Cast.days())
    }

    @Test("the content of a sheet without rules is what it always was; with rules it binds them too")
    func content() throws {
        func content(_ ruling: OvertimeRuling?) -> [UInt8] {
            TimesheetRules.content(Cast.tomaszAtDock, Cast.week, Self.split, ruling)
        }
        var canonical = CanonicalBytes()
        canonical.append(Cast.tomaszAtDock.id.rawValue)
        canonical.append(Cast.tomaszAtDock.worksite.rawValue)
        canonical.append(Cast.week.number)
        for worked in Self.split {
            canonical.append(worked.day.number)
            for type in HourType.allCases { canonical.append(worked.hours[type]) }
            canonical.append(0)
        }
        #expect(content(nil) == canonical.bytes)
        let newer = OvertimeRuling(
            pack: "US-CA", version: "2027.1", premiums: Self.ruling.premiums, missedBreaks: [])
        #expect(Set([content(nil), content(Self.ruling), content(newer)]).count == 3)
    }

    @Test("an approval of split hours holds, and what rules say later changes nothing of it")
    func approved() throws {
        var state = try state(Cast.days([480, 540]), nil)
        try state.perform(
            .approve(Self.id, seen: Cast.seen(Self.id, in: state)), by: .contact(Cast.ana))
        let later = try TimesheetRules.decide(
            .receive(
                Cast.tomaszAtDock.id, week: Cast.week, days: Cast.days([480, 480], overtime: [0, 60]),
                ruling: Self.ruling), state, Cast.context(.staff(Cast.sam)))
        #expect(later.isEmpty)
        #expect(throws: TimesheetRefusal.alreadyApproved) {
            try TimesheetRules.decide(
                .receive(
                    Cast.tomaszAtDock.id, week: Cast.week, days: Cast.days([480, 481]), ruling: Self.ruling),
                state, Cast.context(.staff(Cast.sam)))
        }
        var ruled = try self.state()
        try ruled.perform(.approve(Self.id, seen: Cast.seen(Self.id, in: ruled)), by: .contact(Cast.ana))
        #expect(ruled.timesheets[Self.id]?.isApproved == true)
        #expect(ruled.timesheets[Self.id]?.ruling == Self.ruling)
    }

    @Test("the same hours under other rules are an edit of a sheet that waits")
    func edited() throws {
        var state = try state(Self.split, nil)
        let before = Cast.seen(Self.id, in: state)
        try state.perform(
            .receive(Cast.tomaszAtDock.id, week: Cast.week, days: Self.split, ruling: Self.ruling),
            by: .staff(Cast.sam))
        #expect(state.timesheets[Self.id]?.edits == 1)
        #expect(state.timesheets[Self.id]?.ruling == Self.ruling)
        #expect(throws: TimesheetRefusal.changedSinceShown) {
            try state.perform(.approve(Self.id, seen: before), by: .contact(Cast.ana))
        }
    }

    private func found(_ days: [WorkedDay], _ ruling: OvertimeRuling?) throws -> [TimesheetException] {
        let sheet = try #require(try state(days, ruling).timesheets[Self.id])
        return TimesheetException.found(in: sheet, of: Cast.tomaszAtDock)
    }

    @Test("where rules decided, nobody is asked which of more than forty hours are overtime")
    func classified() throws {
        let days = Cast.days([480, 480, 480, 480, 490])
        let ontario = OvertimeRuling(pack: "CA-ON", version: "2026.1", premiums: [], missedBreaks: [])
        #expect(try found(days, nil) == [.overtimeUnclassified(minutes: 10)])
        #expect(try found(days, ontario).isEmpty)
    }

    @Test("a missed break is to look at, and so is a source that splits otherwise than the rules")
    func exceptions() throws {
        let missed = try #require(Self.ruling.missedBreaks.first)
        #expect(try found(Self.split, Self.ruling) == [.overtime(minutes: 60), .missedBreak(missed)])
        let delivered = Cast.days([540, 480])
        #expect(
            try found(delivered, Self.ruling) == [
                .overtimeDiffers(
                    delivered: HoursByType(regular: 1_020), ruled: HoursByType(regular: 960, overtime: 60)),
                .missedBreak(missed),
            ])
    }

    @Test("a week in which nothing costs more takes sixteen bytes to say whose rules say so")
    func small() {
        func size(_ ruling: OvertimeRuling?) -> Int {
            var writer = PackedWriter()
            WorkedDays(Cast.days(), in: Cast.week, ruling).write(to: &writer, in: Cast.week)
            return writer.bytes.count
        }
        let ontario = OvertimeRuling(pack: "CA-ON", version: "2026.1", premiums: [], missedBreaks: [])
        #expect(size(ontario) - size(nil) == 16)
    }

    @Test("bytes that are no ruling are no trap")
    func hostileBytes() throws {
        var writer = PackedWriter()
        WorkedDays(Self.split, in: Cast.week, Self.ruling).write(to: &writer, in: Cast.week)
        for length in 0..<writer.bytes.count {
            var reader = PackedReader(writer.bytes, in: 0..<length)
            #expect(WorkedDays(from: &reader, in: Cast.week) == nil)
        }
        for bit in 0..<writer.bytes.count * 8 {
            var bytes = writer.bytes
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            var reader = PackedReader(bytes, in: bytes.indices)
            _ = WorkedDays(from: &reader, in: Cast.week)?.areSound
        }
    }

    @Test("time on the worker's other sheets is found, before and after this one came in")
    func neighbours() throws {
        var state = Cast.harbour
        let assignment = Cast.tomaszAtDock
        state.receive(
            701, assignment, week: Cast.week.adding(days: -7),
            days: Cast.days([60], from: Cast.week.adding(days: -7)))
        #expect(
            state.neighbouringTime(of: assignment, week: Cast.week, except: []).earlier
                == Cast.days([60], from: Cast.week.adding(days: -7)))
        state.receive(702, assignment, days: Cast.days([120]))
        let next = Cast.week.adding(days: 7)
        state.receive(703, assignment, week: next, days: Cast.days([180], from: next))
        let time = state.neighbouringTime(of: assignment, week: Cast.week, except: [])
        #expect(time.earlier == Cast.days([60], from: Cast.week.adding(days: -7)))
        #expect(time.later == Cast.days([180], from: next))
    }

    @Test("rules are chosen for a worksite that is there, by who may open clients")
    func choosing() throws {
        let command = SetupCommand.chooseOvertimeRules(Cast.dock4.id, pack: "CA-ON")
        let event = SetupEvent.overtimeRulesChosen(Cast.dock4.id, pack: "CA-ON")
        let ops = Cast.context(.staff(Cast.olga))
        #expect(try SetupRules.decide(command, Cast.harbour, ops) == [event])
        var state = Cast.harbour
        state.take([.setup(event)], by: .staff(Cast.olga), at: Cast.now)
        #expect(state.worksites[Cast.dock4.id]?.overtimeRules == "CA-ON")
        #expect(try SetupRules.decide(command, state, ops).isEmpty)
        #expect(throws: SetupRefusal.unknownWorksite) {
            try SetupRules.decide(.chooseOvertimeRules(Identifier(1), pack: nil), state, ops)
        }
        #expect(throws: SetupRefusal.notAllowed) {
            try SetupRules.decide(command, state, Cast.context(.staff(Cast.sam)))
        }
    }
}
