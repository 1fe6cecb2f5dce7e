import Staffing

extension Routes {
    /// Of one worksite with `worksite`, of the whole client without.
    static let tenantCutoffs = Route<TenantID>("/tenants/*/cutoffs")
    static let exceptions = Route<NoKey>("/exceptions")
    /// The page behind the link of a digest. Its key is a secret while it lasts.
    static let digest = Route<TokenKey>("/digests/*")
    static let digestChoice = Route<NoKey>("/account/digests")
    /// Lets somebody approve at a worksite until its next deadline.
    static let coverage = Route<NoKey>("/people/coverage")
}
