/// What can happen to the people of a client and to what they hold.
package enum PeopleEvent: Hashable, Sendable {
    case invited(Contact)
    case joined(ContactID)
    case edited(ContactID, name: String, email: EmailAddress, language: Language)
    case grantGiven(ContactID, Grant)
    case grantWithdrawn(ContactID, GrantID)
    case removed(ContactID)
    /// Somebody holds this because the first one was removed.
    case handedOver(ContactID, to: ContactID, Grant)
    /// The removal was undone: they are what they were, and hold what they held.
    case returned(ContactID, Contact.Standing, [Grant])
    /// The agency sends this person to work here, too; nothing where that was a mistake.
    case identified(ContactID, WorkerID?)
}

/// A role somebody should hold, before it has an identifier.
package struct GrantAsk: Hashable, Sendable {
    package let role: Role
    package let node: Node
    package let days: DayRange
    package let limit: ApprovalLimit?

    package init(role: Role, node: Node, days: DayRange, limit: ApprovalLimit? = nil) {
        self.role = role
        self.node = node
        self.days = days
        self.limit = limit
    }
}

package enum PeopleCommand: Hashable, Sendable {
    case invite(name: String, email: String, language: Language, grants: [GrantAsk])
    /// The invited person has chosen a password.
    case join(ContactID)
    /// The whole of what the person should hold from now on; what is missing is withdrawn.
    case edit(ContactID, name: String, email: String, language: Language, grants: [GrantAsk])
    /// These roles beside what the person holds already. What they hold on all of these days is no news.
    case give(ContactID, [GrantAsk])
    /// `leavingUncovered` must be said when a worksite loses its last approver by it and nobody takes over.
    case remove(ContactID, handingOver: [Handover] = [], leavingUncovered: Bool)
    /// Undoes a removal of a moment ago.
    case takeBack(ContactID)
    /// Which worker the person is; nothing for none. For the agency to say: it knows both.
    case identify(ContactID, WorkerID?)
}

package enum PeopleRefusal: Refusal, Hashable {
    case unknown, notAllowed
    case nameMissing, nameTooLong, emailInvalid, emailTaken, grantsMissing, datesBackward, unknownWorksite,
        unknownUnit, roleNotGiven, limitImpossible
    /// Another grant of the same role at the same place has some of the days.
    case heldOtherwise
    case tooManyGrants, alreadyRemoved, lastAdmin
    case receiverUnfit, hasNotLeft, tooLateToReturn
    /// Worksites that nobody could approve for after this.
    case leavesUncovered([WorksiteID])

    package var kind: RefusalKind {
        switch self {
        case .unknown: .missing
        case .notAllowed: .forbidden
        case .emailTaken, .alreadyRemoved, .lastAdmin, .leavesUncovered, .hasNotLeft, .tooLateToReturn,
            .heldOtherwise:
            .conflict
        case .nameMissing, .nameTooLong, .emailInvalid, .grantsMissing, .datesBackward, .unknownWorksite,
            .unknownUnit, .roleNotGiven, .tooManyGrants, .limitImpossible, .receiverUnfit:
            .invalid
        }
    }
}
