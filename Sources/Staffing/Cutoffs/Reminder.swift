/// The steps of the ladder, in the order in which they are taken.
package enum Rung: UInt8, CaseIterable, Comparable, Sendable {
    /// Whoever decides there and is not away; once each working day.
    case approver = 1
    /// Whoever stands in, and whoever decides but wants no daily mails: the last call has no off.
    case standIn
    case escalation

    package static func < (left: Rung, right: Rung) -> Bool { left.rawValue < right.rawValue }
}

/// A worksite's deadline in one week: the day on which it falls there, holidays considered.
package struct CutoffOccurrence: Hashable, Comparable, Sendable {
    package let worksite: WorksiteID
    package let day: Day
    package let at: Moment

    package init(worksite: WorksiteID, day: Day, at: Moment) {
        self.worksite = worksite
        self.day = day
        self.at = at
    }

    package static func < (left: CutoffOccurrence, right: CutoffOccurrence) -> Bool {
        (left.at, left.worksite.rawValue) < (right.at, right.worksite.rawValue)
    }
}

/// That a step was taken at a worksite before one deadline, and whom it reached.
package struct LadderStep: Hashable, Sendable {
    package let occurrence: CutoffOccurrence
    package let rung: Rung
    /// The date there when it was taken.
    package let on: Day
    /// Whoever was written to. Nobody, where everybody had a mail that day already or nobody is there.
    package let asked: [ContactID]

    package init(occurrence: CutoffOccurrence, rung: Rung, on day: Day, asked: [ContactID]) {
        self.occurrence = occurrence
        self.rung = rung
        self.on = day
        self.asked = asked
    }
}

/// What one mail said to one person: how much waits where, and until when.
package struct Reminder: Hashable, Sendable {
    package let id: ReminderID
    package let contact: ContactID
    package let rung: Rung
    package let lines: [Line]
    /// Of the token in the mail's link; the token itself is nowhere.
    package let token: Fingerprint
    package let at: Moment
    package let expires: Moment
    /// By the client's date, for the rule of one mail a day.
    package let on: Day

    package struct Line: Hashable, Sendable {
        package let occurrence: CutoffOccurrence
        package let clean: Int
        package let unusual: Int
        package let minutes: Int

        package init(occurrence: CutoffOccurrence, clean: Int, unusual: Int, minutes: Int) {
            self.occurrence = occurrence
            self.clean = clean
            self.unusual = unusual
            self.minutes = minutes
        }

        package var count: Int { clean + unusual }
    }

    /// How long the page behind the link stays.
    package static let lifeSeconds: Int64 = 3 * 86_400

    package init(
        id: ReminderID, contact: ContactID, rung: Rung, lines: [Line], token: Fingerprint, at moment: Moment,
        expires: Moment, on day: Day
    ) {
        self.id = id
        self.contact = contact
        self.rung = rung
        self.lines = lines
        self.token = token
        self.at = moment
        self.expires = expires
        self.on = day
    }
}

package typealias ReminderID = Identifier<Reminder>

/// Hours that nobody had decided when the deadline came.
package struct MissedCutoff: Hashable, Sendable {
    package let occurrence: CutoffOccurrence
    package let count: Int

    package init(occurrence: CutoffOccurrence, count: Int) {
        self.occurrence = occurrence
        self.count = count
    }
}
