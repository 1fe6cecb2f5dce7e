import Staffing

extension Routes {
    static let roles = Route<NoKey>("/roles")
    /// Apart from the roles' own addresses, because `new` could be one's short name.
    static let newRole = Route<NoKey>("/new-role")
    static let role = Route<Role>("/roles/*")
    static let roleRetirement = Route<Role>("/roles/*/retirement")
}

extension Role: PathKey {
    package var pathText: String { rawValue }
    package init?(pathText: String) { self.init(rawValue: pathText) }
}
