import Staffing

extension Routes {
    /// Who stands in for oneself.
    static let delegations = Route<NoKey>("/account/delegations")
    /// Who stands in for somebody who is away already.
    static let personDelegations = Route<ContactID>("/people/*/delegations")
    static let delegationEnd = Route<DelegationID>("/delegations/*/end")
}
