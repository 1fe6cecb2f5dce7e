import HTTP

extension Routes {
    /// A worker's own page. Its key is their personal link, and a secret as long as it opens anything.
    static let ownHours = Route<TokenKey>("/my-hours/*")
    static let ownHoursDraft = Route<TokenKey>("/my-hours/*/draft")
    static let ownHoursNone = Route<TokenKey>("/my-hours/*/none")
}
