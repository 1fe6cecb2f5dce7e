package import Staffing

extension English {
    package var inviteSomebody: String { "Invite a person" }
    package var searchPeople: String { "Name or email" }
    package var findPeople: String { "Search" }
    package var personColumn: String { "Person" }
    package var wholeCompany: String { "Whole company" }
    package var noAccess: String { "No access" }
    package var peopleByWorksite: String { "People by worksite" }
    package var nobodyFound: String { "Nobody found" }
    package var nobodyFoundHint: String { "Nobody's name or email contains these words." }
    package var personName: String { "Name" }
    package var personLanguage: String { "Language" }
    package var fromDay: String { "From" }
    package var throughDay: String { "Through" }
    package var optionalMark: String { "(optional)" }
    package var personRoles: String { "Roles" }
    package var personRolesHint: String {
        "Choose what this person does, and where. Whole company includes worksites that are added later."
    }
    package var datesDiffer: String {
        """
        What this person holds has different dates. They stay as they are while these fields are empty; \
        dates entered here are for everything that is chosen.
        """
    }
    package var datesAsRecorded: String { "the dates recorded for each" }
    package var thisPerson: String { "This person" }
    package var sentenceCan: String { "can" }
    package var doNothingYet: String { "do nothing yet" }
    package var sentenceFrom: String { "from" }
    package var sentenceUntil: String { "until" }
    package var furtherNotice: String { "further notice" }
    package var sentenceToday: String { "today" }
    package var sentenceAnd: String { " and " }
    package var sendInvitation: String { "Send invitation" }
    package var savePerson: String { "Save" }
    package var saveAnyway: String { "Save anyway" }
    package var leaveForm: String { "Cancel" }
    package var removeAccess: String { "Remove access" }
    package var removeAccessHint: String {
        """
        They are signed out everywhere at once, and their password and links end. What they decided stays on \
        record.
        """
    }
    package var sendLinkAgain: String { "Send a new link" }
    package var peopleChanged: String { "Saved. It holds from now on." }
    package var personRemoved: String { "Access removed. They are signed out everywhere." }
    package var dateNeeded: String { "Enter the first day" }
    package var dateUnclear: String { "Enter the date as year-month-day, such as 2026-12-01" }
    package var fromNeeded: String { "Enter the first day too, or leave both dates empty" }
    package var changedMeanwhile: String {
        "Somebody else changed this person meanwhile. Compare with what is recorded now, then save again."
    }
    package var losingOwnAdmin: String {
        "You would no longer be client admin: you could not change people any more, nor undo this."
    }
    package var removingYourself: String {
        "This is you. You would be signed out at once, and could not undo it."
    }
    package var handOver: String { "Hand over and remove access" }
    package var handOverTo: String { "Who approves in their place from today?" }
    package var chooseReceiver: String { "Choose who approves there from today" }
    package var keysRemain: String {
        """
        Access is removed, and they cannot sign in. The server could not write down that their password and \
        links ended, so remove them once more in a minute.
        """
    }

    package func peopleHint(client: String) -> String { "Who can do what, where, at \(client)" }
    package func peopleCount(people: Int, worksites: Int) -> String {
        let sites = worksites == 1 ? "1 worksite" : "\(worksites) worksites"
        return people == 1 ? "1 person, \(sites)" : "\(people) people, \(sites)"
    }
    package func nobodyApproves(at worksites: [String]) -> String {
        "Nobody can approve time at \(listed(worksites)) today"
    }
    package var nobodyApprovesHint: String {
        "Hours from there wait until somebody is made approver, at the worksite or for the whole company."
    }
    package func name(_ standing: Contact.Standing) -> String {
        switch standing {
        case .invited: "Invited"
        case .active: "Active"
        case .removed: "Removed"
        }
    }
    package func name(_ language: Language) -> String { language.ownName }
    package func begins(_ day: String) -> String { "from \(day)" }
    package func ends(_ day: String) -> String { "through \(day)" }
    package func ended(_ day: String) -> String { "ended \(day)" }
    package func editTitle(_ name: String) -> String { "What \(name) can do" }
    package func recordedNow(_ holdings: String) -> String { "Recorded now: \(holdings)." }
    package func leavesUncovered(_ worksites: [String]) -> String {
        "Nobody could approve time at \(listed(worksites)) after this"
    }
    package func removalTitle(_ name: String) -> String { "Remove access of \(name)" }
    package func saveDespite(_ worksites: [String]) -> String {
        "Save anyway: nobody can approve at \(listed(worksites))"
    }

    package func removeDespite(_ worksites: [String]) -> String {
        "Remove anyway: nobody can approve at \(listed(worksites))"
    }

    func listed(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension English {
    package func explain(_ refusal: PeopleRefusal) -> String {
        switch refusal {
        case .unknown: "There is no such person."
        case .notAllowed: "You may not change people."
        case .nameMissing: "Enter a name"
        case .nameTooLong: "Enter a name of at most \(PeopleRules.longestName) characters"
        case .emailInvalid: "Enter an email address in the form name@company.example"
        case .emailTaken: "Somebody here has this email address already"
        case .grantsMissing: "Choose one role at one place at least"
        case .datesBackward: "Enter a last day that is not before the first"
        case .unknownWorksite: "One of the worksites is not there any more. Reload the page."
        case .unknownUnit: "One of the departments or cost centers is not in use any more. Reload the page."
        case .limitImpossible: EnglishLimits().impossible
        case .roleNotGiven: "Your agency gives one of these roles itself. Ask them for it."
        case .heldOtherwise:
            "They hold this role there already, on other dates. Change it on the person's page."
        case .tooManyGrants: "Choose at most \(PeopleRules.mostGrants) roles. Whole company saves many."
        case .alreadyRemoved: "This person's access was removed already."
        case .lastAdmin:
            "This is the only client admin for the whole company. Make somebody else client admin first."
        case .leavesUncovered: "A worksite would be left without an approver."
        case .receiverUnfit: "Choose somebody who is still on the list."
        case .hasNotLeft: "This person's access was not removed, or is back already."
        case .tooLateToReturn: "That can be undone for ten minutes. Invite the person anew."
        }
    }
}
