package import Staffing

/// A sheet's minutes, split by a rule pack: pure, and the same whatever order days and punches come in.
package struct Classification: Sendable {
    /// The sheet's days with their minutes by type. Punches and sums are as they were.
    package let days: [WorkedDay]
    package let ruling: OvertimeRuling

    package init(_ time: WorkedTime, by pack: RulePack) {
        let shifts = Shifts(time.stretches(), pack.workday)
        let pieces = Self.pieces(shifts, from: time.week)
        let own = Self.decided(pieces, by: pack).filter { $0.stretch.place != nil }
        let lines = Self.lines(own, by: pack)
        days = time.sheet.enumerated().map { place, worked in
            worked.split(by: lines.filter { $0.owner == place }.map(\.line))
        }
        ruling = OvertimeRuling(
            pack: pack.id, version: pack.version, premiums: Self.sums(lines.map(\.line)),
            missedBreaks: BreakRules.missed(shifts.clocked, time.rests, by: pack))
    }

    private static func pieces(_ shifts: Shifts, from week: Day) -> [Piece] {
        let order = shifts.stretches.indices.sorted { left, right in
            let (one, other) = (shifts.stretches[left].owner.rank, shifts.stretches[right].owner.rank)
            return (one, left) < (other, right)
        }
        return order.map { place in
            let stretch = shifts.stretches[place]
            let days = week.days(until: stretch.day)
            return Piece(
                stretch: stretch, seconds: stretch.seconds, workday: shifts.workdays[place],
                week: days >= 0 ? days / 7 : (days - 6) / 7, shift: shifts.shifts[place])
        }
    }

    /// Of the pack's calculations the one that gives most, for each workweek; the first of equal ones.
    private static func decided(_ pieces: [Piece], by pack: RulePack) -> [Piece] {
        let results = pack.overtime.map { rules in rules.reduce(pieces) { $1.applied(to: $0) } }
        return Set(pieces.map(\.week)).sorted().flatMap { week -> [Piece] in
            let calculations = results.map { $0.filter { $0.week == week } }
            var best: [Piece] = calculations.first ?? []
            for other in calculations.dropFirst() where other.premium > best.premium { best = other }
            return best
        }
    }

    private struct OwnedLine {
        let owner: Int
        let line: PremiumLine
    }

    /// What each rule took of each day of the sheet, in whole minutes.
    private static func lines(_ pieces: [Piece], by pack: RulePack) -> [OwnedLine] {
        struct Key: Hashable {
            let owner: Int
            let day: Day
            let rule: OvertimeRule
        }
        var seconds: [Key: Int64] = [:]
        for piece in pieces {
            guard let rule = piece.rule, let owner = piece.stretch.place else { continue }
            seconds[Key(owner: owner, day: piece.workday, rule: rule), default: 0] += piece.seconds
        }
        let order = pack.overtime.joined().map(\.id)
        func place(_ rule: OvertimeRule) -> Int { order.firstIndex(of: rule.id) ?? order.count }
        return seconds.filter { $0.value >= 60 }.sorted { left, right in
            (left.key.day.number, Int32(place(left.key.rule)), left.key.owner)
                < (right.key.day.number, Int32(place(right.key.rule)), right.key.owner)
        }.map { key, seconds in
            let line = PremiumLine(
                day: key.day, type: key.rule.type, rule: key.rule.id, minutes: Int(seconds / 60))
            return OwnedLine(owner: key.owner, line: line)
        }
    }

    /// One line where a rule took minutes of one day from two days of the sheet.
    private static func sums(_ lines: [PremiumLine]) -> [PremiumLine] {
        lines.reduce(into: []) { sums, line in
            guard let last = sums.last, last.day == line.day, last.rule == line.rule else {
                return sums.append(line)
            }
            sums[sums.count - 1] = PremiumLine(
                day: line.day, type: line.type, rule: line.rule, minutes: last.minutes + line.minutes)
        }
    }
}

extension [Piece] {
    fileprivate var premium: Int64 { reduce(0) { $0 + $1.premium } }
}

extension OvertimeRule {
    fileprivate func applied(to pieces: [Piece]) -> [Piece] {
        switch condition {
        case .day(let over): return pieces.taken(by: self, over: over, of: { $0.workday })
        case .shift(let over):
            return pieces.taken(by: self, over: over, of: { $0.stretch.isClocked ? $0.shift : nil })
        case .week(let over):
            return pieces.taken(by: self, over: over, of: { $0.week }, counting: { $0.rule == nil })
        case .seventhDay(let over, let weekOver):
            let weeks = Set(pieces.map(\.week)).filter { week in
                let worked = pieces.filter { $0.week == week }
                let seconds = worked.reduce(0) { $0 + $1.seconds }
                return Set(worked.map(\.stretch.day)).count == 7 && seconds > Int64(weekOver) * 60
            }
            let last = Dictionary(
                uniqueKeysWithValues: weeks.map { week in
                    (week, pieces.filter { $0.week == week }.map(\.stretch.day).max())
                })
            return pieces.taken(
                by: self, over: over, of: { last[$0.week] == $0.stretch.day ? $0.week : nil })
        }
    }
}

extension WorkedDay {
    fileprivate func split(by lines: [PremiumLine]) -> WorkedDay {
        var split = HoursByType()
        for line in lines {
            switch line.type {
            case .regular: break
            case .overtime: split.overtime += line.minutes
            case .doubleTime: split.doubleTime += line.minutes
            }
        }
        split.regular = hours.total - split.overtime - split.doubleTime
        return WorkedDay(day: day, hours: split, punches: punches)
    }
}
