import Staffing

extension Routes {
    /// On the staff side: the reason, with `person`.
    static let tenantViewing = Route<TenantID>("/tenants/*/viewing")
    /// At the client: the way in, good once and for a minute. Its key is a secret until it is used.
    static let viewing = Route<TokenKey>("/viewing/*")
    static let viewingEnd = Route<NoKey>("/viewing/end")
}

extension Endpoint {
    /// Beginning and ending a view is all that the agency does while it looks.
    var isAboutViewing: Bool { segments.first == Routes.viewing.segments.first }

    /// What opens the door for somebody, and where they are signed in, is for nobody else's eyes. So is
    /// whatever joins it below the same address, unless it is named here.
    var isPersonal: Bool {
        segments.count > 1 && segments.first == Routes.account.segments.first
            && segments != Routes.delegations.segments
    }
}
