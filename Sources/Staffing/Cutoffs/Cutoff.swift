/// The time of the week by which hours must be approved, on the clocks of the worksite.
package struct Cutoff: Hashable, Sendable {
    package let weekday: Weekday
    /// Minutes after midnight.
    package let minute: Int

    package static let minutes = 0..<1_440

    /// Nothing for a time that no clock shows.
    package init?(_ weekday: Weekday, minute: Int) {
        guard Self.minutes.contains(minute) else { return nil }
        self.weekday = weekday
        self.minute = minute
    }
}

/// What is said about deadlines for a whole client or for one of its worksites.
package struct CutoffSetting: Hashable, Sendable {
    /// Nothing at a worksite: the client's holds. Nothing at the client: there is none.
    package let cutoff: Cutoff?
    /// Who hears of it when neither the approvers nor their stand-ins have decided.
    package let escalation: ContactID?
    /// Days on which nobody works there beside the holidays of its jurisdiction, in order.
    package let daysOff: [Day]

    package static let none = CutoffSetting(cutoff: nil, escalation: nil, daysOff: [])
    package static let mostDaysOff = 60

    package init(cutoff: Cutoff?, escalation: ContactID?, daysOff: [Day]) {
        self.cutoff = cutoff
        self.escalation = escalation
        self.daysOff = Set(daysOff).sorted()
    }
}

package enum CutoffEvent: Hashable, Sendable {
    /// For the client, or for one worksite.
    case set(WorksiteID?, CutoffSetting)
    /// Whether somebody wants a mail a day while something waits for them.
    case digestsChosen(ContactID, areWanted: Bool)
    case stepTaken(LadderStep)
    case reminded(Reminder)
    case missed(MissedCutoff)
}

package enum CutoffCommand: Hashable, Sendable {
    case set(WorksiteID?, CutoffSetting)
    case chooseDigests(areWanted: Bool)
    /// What the clock has brought about; only the program itself says it.
    case climb(Climb)
}

package enum CutoffRefusal: Refusal, Hashable {
    case notAllowed
    case unknownWorksite
    /// Who hears of it last has to see hours there.
    case escalationUnfit
    case tooManyDaysOff

    package var kind: RefusalKind {
        switch self {
        case .notAllowed: .forbidden
        case .unknownWorksite: .missing
        case .escalationUnfit, .tooManyDaysOff: .invalid
        }
    }
}
