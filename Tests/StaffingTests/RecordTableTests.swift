import Testing

@testable import Staffing

@Suite("A table of records")
struct RecordTableTests {
    private func worker(_ id: UInt64, _ name: String = "") -> Worker {
        Worker(id: WorkerID(id), number: "W-\(id)", name: name)
    }

    /// Numbers drawn by lot, numbers in a row, and numbers that differ in their upper half only.
    private static let kinds: [@Sendable (UInt64) -> UInt64] = [
        { $0 }, { $0 &* 0xD134_2543_DE82_EF95 }, { $0 << 32 }, { $0 << 52 },
    ]

    @Test("finds what was put in, and nothing else", arguments: 0..<4)
    func finds(kind: Int) {
        var table = RecordTable<Worker>()
        for number in 0..<1_000 as Range<UInt64> { table.insert(worker(Self.kinds[kind](number))) }
        #expect(table.count == 1_000)
        for number in 0..<1_000 as Range<UInt64> {
            let id = WorkerID(Self.kinds[kind](number))
            #expect(table[id]?.id == id)
        }
        for number in 1_000..<2_000 as Range<UInt64> {
            #expect(table[WorkerID(Self.kinds[kind](number))] == nil)
        }
        #expect(Array(table.keys) == (0..<1_000).map { WorkerID(Self.kinds[kind]($0)) })
    }

    @Test("a second record of the same number takes the place of the first")
    func replaces() {
        let records = (0..<200).map { worker(UInt64($0) % 150, "turn \($0)") }
        var one = RecordTable<Worker>()
        for record in records { one.insert(record) }
        let atOnce = RecordTable(RecordList(count: 200) { records[$0] })
        #expect(one.count == 150 && Array(one.values) == Array(atOnce.values))
        #expect(one[WorkerID(3)]?.name == "turn 153" && one[WorkerID(70)]?.name == "turn 70")
    }

    @Test("a copy does not see what changes afterwards, in whichever piece")
    func copies() {
        var table = RecordTable(RecordList(count: 300) { worker(UInt64($0), "before") })
        let copy = table.values
        for id in [0, 63, 64, 150, 299] as [UInt64] {
            table.change(WorkerID(id)) { $0 = worker(id, "after") }
            #expect(table[WorkerID(id)]?.name == "after")
        }
        table.insert(worker(300))
        table.change(WorkerID(999)) { _ in Issue.record("Nobody has this number.") }
        #expect(copy.count == 300 && copy.allSatisfy { $0.name == "before" })
        #expect(table.values.count { $0.name == "after" } == 5)
    }
}

@Suite("The packed days of a sheet")
struct WorkedDaysTests {
    private let week = Day(number: 20_773)

    private func day(_ place: Int, _ hours: HoursByType, _ punches: [Punch] = []) -> WorkedDay {
        WorkedDay(day: week.adding(days: place), hours: hours, punches: punches)
    }

    @Test("give back what was put in, whatever it was")
    func roundTrip() {
        let punch = Punch(start: Moment(microseconds: 1), end: Moment(microseconds: 2))
        let wild = Punch(start: Moment(microseconds: .max), end: Moment(microseconds: .min))
        let cases: [[WorkedDay]] = [
            [], [day(0, .init())], (0..<7).map { day($0, .init(regular: 60 * $0)) },
            [day(6, .init(regular: 1_440))], [day(2, .init(regular: 480, overtime: 30))],
            [day(2, .init(doubleTime: 30))], [day(1, .init(regular: 480), [punch])],
            (0..<7).map { day($0, .init(regular: 480)) }, [day(0, .init(regular: 480)), day(6, .init())],
            // What no rule lets in may stand in memory all the same.
            [day(7, .init(regular: 1))], [day(-1, .init(regular: 1))], [day(1, .init(regular: -1))],
            [day(1, .init(regular: 65_534))], [day(1, .init(regular: 65_535))],
            [day(1, .init(regular: 70_000))], [day(3, .init(regular: 1)), day(2, .init(regular: 1))],
            [day(3, .init(regular: 1)), day(3, .init(regular: 2))],
            [WorkedDay(day: Day(number: .max), hours: .init(regular: 5))],
            [WorkedDay(day: Day(number: .min), hours: .init(overtime: .max), punches: [wild])],
        ]
        for days in cases {
            let packed = WorkedDays(days, in: week)
            #expect(packed.days(in: week) == days)
            #expect(packed.hours == days.reduce(into: HoursByType()) { $0.add($1.hours) })
            #expect(packed == WorkedDays(packed.days(in: week), in: week))
            var writer = PackedWriter()
            packed.write(to: &writer, in: week)
            var reader = PackedReader(writer.bytes, in: writer.bytes.indices)
            #expect(WorkedDays(from: &reader, in: week) == packed && reader.isAtEnd)
            for end in 0..<writer.bytes.count {
                var short = PackedReader(writer.bytes, in: 0..<end)
                #expect(WorkedDays(from: &short, in: week) != packed)
            }
        }
    }
}
