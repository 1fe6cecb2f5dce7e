import Cast
import Staffing
import Testing

@Suite("Several decisions at once")
struct TimesheetBatchTests {
    private let state = Cast.harbourWaiting

    private func approve(_ numbers: UInt64...) -> [TimesheetCommand] {
        numbers.map { .approve(Identifier($0), seen: Cast.seen(Identifier($0), in: state)) }
    }

    private func decide(_ commands: [TimesheetCommand], by contact: Contact) -> TimesheetBatch {
        TimesheetRules.decide(commands, state, Cast.context(.contact(contact)))
    }

    @Test("all happen at one moment, in the order in which they were asked")
    func together() {
        let batch = decide(approve(703, 701, 702), by: Cast.ana)
        #expect(batch.events.map(\.timesheet.rawValue) == [703, 701, 702])
        #expect(batch.refusals.isEmpty)
        #expect(batch.moment == Cast.now)
    }

    @Test("one that is refused harms no other")
    func partial() {
        let stale = TimesheetCommand.approve(Identifier(702), seen: 1)
        let batch = decide(approve(701, 704) + [stale] + approve(703), by: Cast.ana)
        #expect(batch.events.map(\.timesheet.rawValue) == [701, 703])
        #expect(batch.refusals == [.unknown, .changedSinceShown])
    }

    @Test("each is decided on what those before it left")
    func evolving() {
        let batch = decide(approve(701, 701), by: Cast.ana)
        #expect(batch.events.count == 1)
        #expect(batch.refusals == [.alreadyApproved])
        let back = decide(approve(701) + [.withdrawApproval(Identifier(701))], by: Cast.ana)
        #expect(back.events.count == 2)
    }

    @Test("what is beyond the limit is refused, not forgotten")
    func limit() {
        let comment = TimesheetCommand.comment(Identifier(701), words: "Once more")
        let asked = Array(repeating: comment, count: TimesheetRules.mostCommands + 1)
        let batch = decide(asked, by: Cast.ana)
        #expect(batch.outcomes.count == asked.count)
        #expect(batch.refusals == [.tooMany])
    }

    @Test("nothing asked, nothing done")
    func empty() {
        #expect(decide([], by: Cast.ana).outcomes.isEmpty)
    }
}
