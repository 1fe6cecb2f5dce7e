import Staffing

extension EnglishStaff: StaffRoleWords {
    var roles: String { "Roles" }
    var rolesExplanation: String {
        "What people may do and see. A change applies at once, also to whoever is signed in."
    }
    var roleSaved: String { "Saved. It holds from now on, also for whoever is signed in." }
    var roleColumn: String { "Role" }
    var roleCan: String { "Can" }
    var roleMasks: String { "Does not show" }
    var roleShows: String { "Shows" }
    var roleShowsHint: String { "A field that is not chosen appears nowhere: on no page, in no file." }
    var roleGivenBy: String { "Given by" }
    var givenByClient: String { "Client admins" }
    var givenByAgency: String { "The agency only" }
    var clientsGiveIt: String { "Client admins may give it to their people" }
    var roleTitle: String { "Name" }
    var roleTitleHint: String { "Empty for a template’s own name in each language" }
    var roleChangedMeanwhile: String {
        "Somebody else changed this role meanwhile. What is recorded now stands above the form."
    }
    var makeRole: String { "Make the role" }
    var showImpact: String { "See whom it affects" }
    var applyRole: String { "Apply now" }
    var retireRole: String { "Retire the role" }
    var retireHint: String {
        "Nobody can be given it any more, and whoever holds it can do nothing by it. You see first whom that "
            + "affects, and saving the form brings the role back."
    }
    var impactExplanation: String { "Nothing has changed yet. This is what would be otherwise from now on." }
    var impactChanged: String { "Who would be affected has changed meanwhile. Read it once more." }
    var nobodyAffected: String { "Nobody would be able to do more or less than today." }
    var leavesNoAdmin: String { "Nobody at this client could manage its people any more" }

    func roles(of side: RoleDefinition.Side) -> String {
        switch side {
        case .client: "Roles for people of clients"
        case .staff: "Roles for staff"
        }
    }
    func newRole(of side: RoleDefinition.Side) -> String {
        switch side {
        case .client: "New role for clients"
        case .staff: "New role for staff"
        }
    }
    func impactTitle(_ role: String) -> String { "Whom the change of \(role) affects" }
    func impactUnknown(_ clients: [String]) -> String {
        "Records of \(clients.joined(separator: ", ")) cannot be opened now, so who is affected there is not "
            + "known"
    }
    func shift(_ people: Int, _ worksites: [String], _ deed: String, isGained: Bool) -> String {
        let who = people == 1 ? "1 person" : "\(people) people"
        let place = worksites.isEmpty ? "" : " at " + worksites.joined(separator: ", ")
        return who + place + (isGained ? " could " : " could no longer ") + deed
    }
    func andMore(_ count: Int) -> String { " and \(count) more" }
    func explain(_ refusal: RoleRefusal) -> String {
        switch refusal {
        case .notAllowed: "You may not change roles."
        case .unknown: "There is no such role."
        case .titleMissing: "Enter a name with two letters or digits at least"
        case .titleTooLong: "Enter a name of at most \(RoleRules.longestTitle) characters"
        case .titleTaken: "There is a role of this name already"
        case .tooManyRoles: "There are \(RoleBook.mostRoles) roles already. Change one of them."
        case .alreadyRetired: "This role is retired already"
        case .impossible(let permissions):
            "No such role can \(permissions.map(English().deed).joined(separator: ", "))"
        case .incomplete(let permissions):
            "What you chose needs these, too: \(permissions.map(English().deed).joined(separator: ", "))"
        case .lastEditor: "Nobody could change roles any more. Let another role do that first."
        }
    }
}
