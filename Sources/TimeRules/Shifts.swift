import Staffing

/// Which stretches belong together: shifts by their pauses, workdays by the law's day, workweeks by the
/// client's.
struct Shifts {
    let stretches: [Stretch]
    /// For each stretch.
    let shifts: [Int]
    let workdays: [Day]

    /// A pause of two hours ends a shift; a shorter one is a break in it. The laws give no number.
    static let longestBreakSeconds: Int64 = 2 * 3_600
    private static let dayInSeconds: Int64 = 24 * 3_600

    init(_ stretches: [Stretch], _ workday: Workday) {
        let cut = workday == .midnight ? stretches : Self.cutAtWorkdays(stretches)
        self.stretches = cut
        shifts = Self.shifts(cut)
        workdays = workday == .midnight ? cut.map(\.day) : Self.workdays(cut)
    }

    /// The work of each shift that punches show.
    var clocked: [[Stretch]] {
        var found: [Int: [Stretch]] = [:]
        for (stretch, shift) in zip(stretches, shifts) where stretch.isClocked {
            found[shift, default: []].append(stretch)
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func shifts(_ stretches: [Stretch]) -> [Int] {
        var number = -1
        var end: Int64?
        return stretches.map { stretch in
            // Where nobody knows when it was, a day is a shift of its own.
            guard stretch.isClocked else {
                number += 1
                end = nil
                return number
            }
            if end.map({ stretch.start - $0 >= longestBreakSeconds }) ?? true { number += 1 }
            end = max(end ?? stretch.end, stretch.end)
            return number
        }
    }

    /// Work that goes on beyond the 24 hours which began with it begins another workday.
    private static func cutAtWorkdays(_ stretches: [Stretch]) -> [Stretch] {
        var begin: Int64?
        return stretches.flatMap { stretch -> [Stretch] in
            guard stretch.isClocked else { return [stretch] }
            var rest = stretch
            var parts: [Stretch] = []
            while true {
                if begin.map({ rest.start >= $0 + dayInSeconds }) ?? true { begin = rest.start }
                let room = (begin ?? rest.start) + dayInSeconds - rest.start
                guard room < rest.seconds else { return parts + [rest] }
                parts.append(rest.part(from: 0, seconds: room))
                rest = rest.part(from: room, seconds: rest.seconds - room)
            }
        }
    }

    private static func workdays(_ stretches: [Stretch]) -> [Day] {
        var begin: (at: Int64, day: Day)?
        return stretches.map { stretch in
            guard stretch.isClocked else { return stretch.day }
            if let begin, stretch.start < begin.at + dayInSeconds { return begin.day }
            begin = (stretch.start, stretch.day)
            return stretch.day
        }
    }
}

extension Stretch {
    fileprivate func part(from offset: Int64, seconds: Int64) -> Stretch {
        Stretch(owner: owner, day: day, start: start + offset, seconds: seconds, isClocked: isClocked)
    }
}
