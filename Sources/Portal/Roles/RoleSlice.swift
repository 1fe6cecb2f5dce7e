import HTTP
import Staffing

/// What the roles are, and changing them: nothing applies before somebody has read whom it affects.
enum RoleSlice {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.roles, needs: .permission(.manageRoles), shows: .ordinary) {
            (visit, _) throws(Problem) in
            RoleListPage(visit: visit).response
        },
        .apart(.get, Routes.newRole, needs: .permission(.manageRoles), shows: .ordinary) {
            (visit, _) throws(Problem) in
            try RolePage(new: side(visit.query["side"]), visit).response
        },
        .apart(.post, Routes.roles, needs: .permission(.manageRoles), shows: .ordinary, RoleEditing.define),
        .apart(.get, Routes.role, needs: .permission(.manageRoles), shows: .ordinary) {
            (visit, role) throws(Problem) in
            guard let definition = visit.roles[role] else { throw .missing }
            return RolePage(definition, visit).response
        },
        .apart(.post, Routes.role, needs: .permission(.manageRoles), shows: .ordinary, RoleEditing.change),
        .apart(
            .post, Routes.roleRetirement, needs: .permission(.manageRoles), shows: .ordinary,
            RoleEditing.retire),
    ]

    static func side(_ text: String?) throws(Problem) -> RoleDefinition.Side {
        guard let side = RoleDefinition.Side(rawValue: text ?? "client") else { throw .missing }
        return side
    }
}
