/// While somebody is away another one decides about hours in their place: never about more than the one who
/// is away could, and only between two dates.
package struct Delegation: Hashable, Sendable {
    package let id: DelegationID
    package let giver: ContactID
    package let delegate: ContactID
    /// Empty for every worksite where the giver may decide.
    package let worksites: [WorksiteID]
    package let days: DayRange

    /// What it lends. Rates and people stay as they are for each of the two.
    package static let lends: PermissionSet = [.seeTimesheets, .decideTimesheets]

    package init(
        id: DelegationID, giver: ContactID, delegate: ContactID, worksites: [WorksiteID], days: DayRange
    ) {
        self.id = id
        self.giver = giver
        self.delegate = delegate
        self.worksites = worksites
        self.days = days
    }

    func covers(_ node: Node) -> Bool {
        worksites.isEmpty || worksites.contains { Node.worksite($0) == node }
    }

    package func isOver(on today: Day) -> Bool { days.through.map { $0 < today } ?? false }
}

package typealias DelegationID = Identifier<Delegation>

/// Who acts in whose place, as "who can see this" and the history say it.
package struct StandIn: Hashable, Sendable {
    package let giver: ContactID
    package let name: String
    /// What the giver holds that lets the other one do it.
    package let grant: Grant
    package let days: DayRange
}

/// For whom somebody decided, under the name of that time.
package struct OnBehalf: Hashable, Sendable {
    package let contact: ContactID
    package let name: String

    package init(_ contact: ContactID, name: String) {
        self.contact = contact
        self.name = name
    }
}

package enum DelegationEvent: Hashable, Sendable {
    case given(Delegation)
    case ended(DelegationID)
}

package enum DelegationCommand: Hashable, Sendable {
    /// No worksites stand for all where the giver may decide.
    case give(from: ContactID, to: ContactID, worksites: [WorksiteID], DayRange)
    case end(DelegationID)
}

package enum DelegationRefusal: Refusal, Hashable {
    case unknown, notAllowed
    case delegateUnfit, toOneself
    case datesBackward, endMissing, tooLong, alreadyOver
    case nothingToLend
    /// Worksites where the giver may not decide themselves in that time.
    case widerThanOwn([WorksiteID])
    /// The other one is away in that time, and whoever stands in for them leads back to the giver.
    case circle
    case tooMany

    package var kind: RefusalKind {
        switch self {
        case .unknown: .missing
        case .notAllowed: .forbidden
        case .circle, .tooMany: .conflict
        case .delegateUnfit, .toOneself, .datesBackward, .endMissing, .tooLong, .alreadyOver, .nothingToLend,
            .widerThanOwn:
            .invalid
        }
    }
}
