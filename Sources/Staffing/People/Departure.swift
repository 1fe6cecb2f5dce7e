/// Somebody who was removed a moment ago, with all that it takes to let them come back as they were.
package struct Departure: Hashable, Sendable {
    package let contact: ContactID
    package let at: Moment
    /// What they were and held until then.
    package let standing: Contact.Standing
    package let grants: [Grant]
    /// What others were given in their place; it goes when they come back.
    package private(set) var handedOver: [HandedGrant] = []

    /// A removal can be undone for ten minutes.
    package static let undoSeconds: Int64 = 600

    package init(of contact: Contact, at moment: Moment) {
        self.contact = contact.id
        at = moment
        standing = contact.standing
        grants = contact.grants
    }

    /// As a snapshot kept it.
    package init(
        contact: ContactID, at: Moment, standing: Contact.Standing, grants: [Grant],
        handedOver: [HandedGrant]
    ) {
        self.contact = contact
        self.at = at
        self.standing = standing
        self.grants = grants
        self.handedOver = handedOver
    }

    package var end: Moment { at.adding(seconds: Self.undoSeconds) }

    mutating func add(_ handed: HandedGrant) { handedOver.append(handed) }
}

/// A grant that somebody holds because somebody else left.
package struct HandedGrant: Hashable, Sendable {
    package let receiver: ContactID
    package let grant: GrantID

    package init(receiver: ContactID, grant: GrantID) {
        self.receiver = receiver
        self.grant = grant
    }
}

/// Who approves at a worksite from the day on which somebody leaves.
package struct Handover: Hashable, Sendable {
    package let worksite: WorksiteID
    package let receiver: ContactID

    package init(worksite: WorksiteID, receiver: ContactID) {
        self.worksite = worksite
        self.receiver = receiver
    }
}

extension TenantState {
    /// Whose removal can still be undone at this moment, the latest first.
    package func departures(at moment: Moment) -> [Departure] {
        departures.filter { moment <= $0.end }.reversed()
    }

    package func departure(of contact: ContactID) -> Departure? {
        departures.last { $0.contact == contact }
    }
}
