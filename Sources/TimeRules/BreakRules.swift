import Staffing

/// Which breaks were due and were not taken. Only the sheet's own shifts are looked at.
enum BreakRules {
    /// - Parameters:
    ///   - shifts: Those that punches show.
    ///   - rests: What somebody attests of the rests that no punch shows.
    ///   - pack: What is due.
    /// - Returns: By day.
    static func missed(_ shifts: [[Stretch]], _ rests: [Day: Int], by pack: RulePack) -> [MissedBreak] {
        var found: [MissedBreak] = []
        var paid: Set<Day> = []
        for shift in shifts {
            guard let first = shift.first, first.place != nil else { continue }
            if let meal = pack.meal {
                for _ in 0..<meal.missed(in: shift) {
                    let isFirst = paid.insert(first.day).inserted
                    found.append(
                        MissedBreak(
                            day: first.day, rule: meal.id, premiumMinutes: isFirst ? meal.premiumMinutes : 0))
                }
            }
        }
        if let rest = pack.rest { found += missed(rest, shifts, rests) }
        return found.sorted { ($0.day, $0.rule) < ($1.day, $1.rule) }
    }

    private static func missed(_ rule: RestRule, _ shifts: [[Stretch]], _ rests: [Day: Int]) -> [MissedBreak]
    {
        var due: [Day: Int] = [:]
        for shift in shifts {
            guard let first = shift.first, first.place != nil else { continue }
            let seconds = shift.reduce(0) { $0 + $1.seconds }
            due[first.day, default: 0] += rule.due(minutes: Int(seconds / 60))
        }
        return due.flatMap { day, count -> [MissedBreak] in
            guard let taken = rests[day], taken < count else { return [] }
            return (0..<count - taken).map { place in
                let premium = place < rule.mostPremiums ? rule.premiumMinutes : 0
                return MissedBreak(day: day, rule: rule.id, premiumMinutes: premium)
            }
        }
    }
}

extension MealRule {
    private static let fifthHour: Int64 = 5 * 3_600
    private static let tenthHour: Int64 = 10 * 3_600

    /// How many meal breaks a shift lacks.
    fileprivate func missed(in shift: [Stretch]) -> Int {
        let runs = runs(of: shift)
        switch due {
        case .beyond(let minutes): return runs.contains { $0 > Int64(minutes) * 60 } ? 1 : 0
        case .reaching(let minutes): return runs.contains { $0 >= Int64(minutes) * 60 } ? 1 : 0
        case .fifthAndTenthHour: return Self.missedByHour(runs)
        }
    }

    /// The first break is due before the sixth hour of work begins, the second before the eleventh.
    private static func missedByHour(_ runs: [Int64]) -> Int {
        let worked = runs.reduce(0, +)
        var taken: [Int64] = []
        var before: Int64 = 0
        for run in runs.dropLast() {
            before += run
            taken.append(before)
        }
        var missed = 0
        if worked > fifthHour, !taken.contains(where: { $0 <= fifthHour }) { missed += 1 }
        if worked > tenthHour, taken.count(where: { $0 <= tenthHour }) < (missed == 0 ? 2 : 1) { missed += 1 }
        return missed
    }

    /// The work between breaks that are long enough, in seconds.
    private func runs(of shift: [Stretch]) -> [Int64] {
        var runs: [Int64] = []
        var end: Int64?
        for stretch in shift {
            if let end, stretch.start - end < Int64(breakMinutes) * 60, let last = runs.last {
                runs[runs.count - 1] = last + stretch.seconds
            } else {
                runs.append(stretch.seconds)
            }
            end = max(end ?? stretch.end, stretch.end)
        }
        return runs
    }
}
