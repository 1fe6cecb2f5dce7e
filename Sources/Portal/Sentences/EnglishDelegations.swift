package import Staffing

extension English {
    package var whenAway: String { "When you are away" }
    package var delegationHint: String {
        """
        Somebody else decides about timesheets while one is away. They see the hours there, not the rates, \
        and can do no more than the one they stand in for. What they decide is recorded under both names.
        """
    }
    package var inPlaceOfOthers: String { "In place of others" }
    package var newDelegation: String { "Let somebody stand in" }
    package var delegateEmail: String { "Their email" }
    package var delegateEmailHint: String { "Somebody of your company who signs in here already." }
    package var delegationScope: String { "Where?" }
    package var everywhereDecided: String { "Everywhere" }
    package var onlyThere: String { "Only at these worksites:" }
    package var worksiteNeeded: String { "Choose one worksite at least, or everywhere" }
    package var giveDelegation: String { "Let them stand in" }
    package var endDelegation: String { "End it now" }
    package var delegationGiven: String { "Arranged. Both get a mail about it." }
    package var delegationEnded: String { "It has ended. Both get a mail about it." }
    package var delegationUnmailed: String {
        "It is done, but the mails about it could not be sent. Tell them yourself."
    }
    package var arrangeDelegation: String { "Who stands in" }

    package func whenAway(_ name: String) -> String { "When \(name) is away" }
    package func standInsOf(_ name: String) -> String { "In place of \(name)" }
    package func standsIn(
        _ delegate: String, for giver: String, at worksites: [String], from: String, through: String
    ) -> String {
        let places = worksites.isEmpty ? "everywhere" : "at \(listed(worksites))"
        return "\(delegate) stands in for \(giver) \(places), from \(from) through \(through)"
    }
    package func standsInFor(_ name: String, until day: String) -> String {
        "Stands in for \(name) until \(day)"
    }
    package func signed(_ name: String, inPlaceOf giver: String) -> String { "\(name) for \(giver)" }

    package func delegationMail(
        name: String, line: String, company: String, arranger: String, isEnd: Bool
    ) -> DelegationWords {
        let what =
            isEnd ? "This was so, and has been ended by \(arranger):" : "\(arranger) has arranged this:"
        return DelegationWords(
            subject: isEnd ? "Standing in at \(company) has ended" : "Standing in at \(company)",
            paragraphs: [
                "Hello \(name),", what, line + ".",
                "Under “When you are away” in your account you see what holds for you.",
            ])
    }

    package func explain(_ refusal: DelegationRefusal) -> String {
        switch refusal {
        case .unknown: "That is not there, or has ended already."
        case .notAllowed: "You may not arrange that."
        case .delegateUnfit:
            "Nobody who has signed in at your company uses this address. An admin can invite them first."
        case .toOneself: "Enter somebody else's address"
        case .datesBackward: "Enter a last day that is not before the first"
        case .endMissing: "Enter the last day"
        case .tooLong: "Enter a last day at most \(DelegationRules.longestDays) days after the first"
        case .alreadyOver: "Enter a last day that is not over yet"
        case .nothingToLend: "There is nothing to hand on: timesheets are decided by others in that time."
        case .widerThanOwn: "Choose only worksites where the one who is away decides in that time"
        case .circle:
            "They are away in that time, and whoever stands in for them leads back here. Choose another."
        case .tooMany: "At most \(DelegationRules.mostRunning) can stand in at once. End one first."
        }
    }
}
