/// How a rule pack split a sheet's hours when they came in. It is kept with the hours, so what a later
/// version of the pack says changes nothing that somebody approved.
package struct OvertimeRuling: Hashable, Sendable {
    /// Which pack, and which version of it.
    package let pack: String
    package let version: String
    /// By day, then in the order of the rules. Minutes that no line names are regular.
    package let premiums: [PremiumLine]
    package let missedBreaks: [MissedBreak]

    package init(pack: String, version: String, premiums: [PremiumLine], missedBreaks: [MissedBreak]) {
        self.pack = pack
        self.version = version
        self.premiums = premiums
        self.missedBreaks = missedBreaks
    }

    /// What the pack makes of the sheet's minutes, so many in all.
    package func hours(of total: Int) -> HoursByType {
        let overtime = premiums.reduce(0) { $0 + ($1.type == .overtime ? $1.minutes : 0) }
        let doubleTime = premiums.reduce(0) { $0 + ($1.type == .doubleTime ? $1.minutes : 0) }
        return HoursByType(
            regular: total - overtime - doubleTime, overtime: overtime, doubleTime: doubleTime)
    }
}

extension OvertimeRuling {
    func append(to content: inout CanonicalBytes) {
        content.append(pack)
        content.append(version)
        content.append(premiums.count)
        for line in premiums {
            content.append(line.day.number)
            content.append(line.type.rawValue)
            content.append(line.rule)
            content.append(line.minutes)
        }
        content.append(missedBreaks.count)
        for missed in missedBreaks {
            content.append(missed.day.number)
            content.append(missed.rule)
            content.append(missed.premiumMinutes)
        }
    }
}

/// Minutes of one day that cost more, and the rule that says so.
package struct PremiumLine: Hashable, Sendable {
    /// The day by which the rule counts.
    package let day: Day
    package let type: HourType
    /// The rule's name within its pack.
    package let rule: String
    package let minutes: Int

    package init(day: Day, type: HourType, rule: String, minutes: Int) {
        self.day = day
        self.type = type
        self.rule = rule
        self.minutes = minutes
    }
}

/// A break that was due and that the punches do not show, or that somebody says was not taken.
package struct MissedBreak: Hashable, Sendable {
    package let day: Day
    /// The rule's name within its pack.
    package let rule: String
    /// Pay that is owed for it, in minutes of work.
    package let premiumMinutes: Int

    /// A paid rest, and not a meal: every pack calls it so.
    package static let rest = "rest"
    package var isRest: Bool { rule == Self.rest }

    package init(day: Day, rule: String, premiumMinutes: Int) {
        self.day = day
        self.rule = rule
        self.premiumMinutes = premiumMinutes
    }
}
