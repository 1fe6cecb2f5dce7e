import Staffing

/// Part of a stretch, and the rule that has taken it.
struct Piece: Hashable, Sendable {
    let stretch: Stretch
    let seconds: Int64
    /// The day by which daily rules count it.
    let workday: Day
    /// Workweeks are counted from the one that is looked at, which is 0.
    let week: Int
    let shift: Int
    var rule: OvertimeRule?

    /// What it costs beyond regular work, in parts that only compare.
    var premium: Int64 { rule.map { seconds * Int64($0.type.percentOfRate - 100) } ?? 0 }

    /// Cut in two; the first part has so many seconds, or there is none.
    fileprivate func cut(after first: Int64) -> [Piece] {
        guard first > 0, first < seconds else { return [self] }
        return [with(first), with(seconds - first)]
    }

    private func with(_ seconds: Int64) -> Piece {
        Piece(
            stretch: stretch, seconds: seconds, workday: workday, week: week, shift: shift, rule: rule)
    }
}

extension [Piece] {
    /// A rule takes what lies beyond its limit and no rule before it has taken.
    ///
    /// - Parameters:
    ///   - rule: Who takes it.
    ///   - minutes: The limit, for each group of pieces that count together.
    ///   - group: What a piece counts towards; a piece without a group is no matter of this rule.
    ///   - counts: Whether the piece uses up some of the limit.
    /// - Returns: The same work, cut where the limit is reached.
    func taken<Group: Hashable>(
        by rule: OvertimeRule, over minutes: Int, of group: (Piece) -> Group?,
        counting counts: (Piece) -> Bool = { _ in true }
    ) -> [Piece] {
        var left: [Group: Int64] = [:]
        var result: [Piece] = []
        for piece in self {
            guard let group = group(piece), counts(piece) else {
                result.append(piece)
                continue
            }
            let within = Swift.min(left[group, default: Int64(minutes) * 60], piece.seconds)
            left[group, default: Int64(minutes) * 60] -= within
            if within == piece.seconds || piece.rule != nil {
                result.append(piece)
                continue
            }
            var parts = piece.cut(after: within)
            parts[parts.count - 1].rule = rule
            result += parts
        }
        return result
    }
}
