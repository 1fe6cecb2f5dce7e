package import Staffing

/// What ops admins read about roles.
package protocol StaffRoleWords {
    var roles: String { get }
    var rolesExplanation: String { get }
    var roleSaved: String { get }
    var roleColumn: String { get }
    var roleCan: String { get }
    var roleMasks: String { get }
    var roleShows: String { get }
    var roleShowsHint: String { get }
    var roleGivenBy: String { get }
    var givenByClient: String { get }
    var givenByAgency: String { get }
    var clientsGiveIt: String { get }
    var roleTitle: String { get }
    var roleTitleHint: String { get }
    var roleChangedMeanwhile: String { get }
    var makeRole: String { get }
    var showImpact: String { get }
    var applyRole: String { get }
    var retireRole: String { get }
    var retireHint: String { get }
    var impactExplanation: String { get }
    var impactChanged: String { get }
    var nobodyAffected: String { get }
    var leavesNoAdmin: String { get }

    func roles(of side: RoleDefinition.Side) -> String
    func newRole(of side: RoleDefinition.Side) -> String
    func impactTitle(_ role: String) -> String
    func impactUnknown(_ clients: [String]) -> String
    /// Of so many people, at these worksites or, with none named, wherever they hold it.
    func shift(_ people: Int, _ worksites: [String], _ deed: String, isGained: Bool) -> String
    func andMore(_ count: Int) -> String
    func explain(_ refusal: RoleRefusal) -> String
}
