package import Staffing

/// What roles are called and what they allow, in words.
package protocol RoleSentences {
    func name(_ role: RoleDefinition) -> String
    /// What it is for, in one line.
    func hint(_ role: RoleDefinition) -> String
    /// Follows "can": "approve time at Dock 4". No place means the whole company.
    func ability(_ role: RoleDefinition, at place: String?) -> String
    /// Follows "can": "see hours".
    func deed(_ permission: Permission) -> String
    /// A noun for a field that may be masked.
    func field(_ permission: Permission) -> String
    var roleAllowsNothing: String { get }
    /// What a part of a client is, in which a role can hold.
    func name(_ kind: Unit.Kind) -> String
}

extension RoleSentences {
    func name(_ role: Role, in book: RoleBook) -> String { book[role].map { name($0) } ?? role.rawValue }

    func ability(_ role: Role, at place: String?, in book: RoleBook) -> String {
        ability(book[role] ?? RoleDefinition(role, .client, []), at: place)
    }
}
