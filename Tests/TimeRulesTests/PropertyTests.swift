import Formats
import Staffing
import Testing

@testable import TimeRules

/// What holds of every week, whoever works when.
@Suite("Properties of the split")
struct PropertyTests {
    private static let rounds = 150

    @Test("minutes are conserved, day by day, and none costs more twice", arguments: RulePacks.all)
    func conserved(pack: RulePack) throws {
        var chance = Chance(seed: 1)
        for _ in 0..<Self.rounds {
            let time = try chance.time()
            let result = Classification(time, by: pack)
            for (before, after) in zip(time.sheet, result.days) {
                #expect(after.hours.total == before.hours.total)
                #expect(after.punches == before.punches)
                #expect(HourType.allCases.allSatisfy { after.hours[$0] >= 0 })
            }
            let sum = result.days.reduce(into: HoursByType()) { $0.add($1.hours) }
            #expect(result.ruling.hours(of: sum.total) == sum)
        }
    }

    @Test("the order of days and punches is no matter", arguments: RulePacks.all)
    func orderIndependent(pack: RulePack) throws {
        var chance = Chance(seed: 2)
        for _ in 0..<Self.rounds {
            let time = try chance.time()
            let shuffled = time.with(
                chance.shuffled(time.sheet).map {
                    WorkedDay(day: $0.day, hours: $0.hours, punches: chance.shuffled($0.punches))
                })
            #expect(
                Classification(time, by: pack).ruling == Classification(shuffled, by: pack).ruling)
        }
    }

    @Test("a punch that is cut in two says the same", arguments: RulePacks.all)
    func splitInvariant(pack: RulePack) throws {
        var chance = Chance(seed: 3)
        for _ in 0..<Self.rounds {
            let time = try chance.time()
            let cut = time.with(
                time.sheet.map { worked in
                    WorkedDay(day: worked.day, hours: worked.hours, punches: chance.cut(worked.punches))
                })
            let (whole, parts) = (Classification(time, by: pack), Classification(cut, by: pack))
            #expect(whole.ruling == parts.ruling)
            #expect(whole.days.map(\.hours) == parts.days.map(\.hours))
        }
    }

    @Test("who works longer is not paid less", arguments: RulePacks.all)
    func monotonic(pack: RulePack) throws {
        var chance = Chance(seed: 4)
        for _ in 0..<Self.rounds {
            let time = try chance.time()
            let whole = Classification(time, by: pack).cost
            let place = chance.below(time.sheet.count)
            let less = time.sheet.enumerated().map { number, worked in
                number == place ? chance.shortened(worked) : worked
            }
            #expect(Classification(time.with(less), by: pack).cost <= whole)
        }
    }

    @Test("a sheet of its own and the same work on two sheets cost the same", arguments: RulePacks.all)
    func splitOverSheets(pack: RulePack) throws {
        var chance = Chance(seed: 5)
        for _ in 0..<Self.rounds {
            let time = try chance.time()
            let middle = time.sheet.count / 2
            let (first, second) = (Array(time.sheet[..<middle]), Array(time.sheet[middle...]))
            let one = Classification(time, by: pack)
            let before = Classification(
                WorkedTime(week: time.week, zone: time.zone, sheet: first, later: second), by: pack)
            let after = Classification(
                WorkedTime(week: time.week, zone: time.zone, sheet: second, earlier: first), by: pack)
            #expect(before.days + after.days == one.days)
        }
    }
}

extension Classification {
    /// Minutes as they are paid, in hundredths.
    fileprivate var cost: Int {
        days.reduce(0) { sum, worked in
            sum + HourType.allCases.reduce(0) { $0 + worked.hours[$1] * $1.percentOfRate }
        }
    }
}

extension WorkedTime {
    fileprivate func with(_ sheet: [WorkedDay]) -> WorkedTime {
        WorkedTime(week: week, zone: zone, sheet: sheet, earlier: earlier, later: later)
    }
}
