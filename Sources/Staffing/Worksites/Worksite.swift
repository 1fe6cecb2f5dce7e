/// A place of the client where people work. Its zone and jurisdiction decide what its hours mean.
package struct Worksite: Hashable, Sendable {
    package let id: WorksiteID
    /// The client's or agency's own short name, unique within the tenant; imports match by it.
    package let code: String
    package let name: String
    package let address: String
    /// An IANA zone such as `America/Vancouver`.
    package let timeZone: String
    /// ISO 3166-2, such as `US-WA`.
    package let jurisdiction: String
    /// The rule pack that splits its hours, or nothing: then they stay as they come.
    package private(set) var overtimeRules: String?

    package init(
        id: WorksiteID, code: String, name: String, address: String, timeZone: String, jurisdiction: String
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.address = address
        self.timeZone = timeZone
        self.jurisdiction = jurisdiction
    }

    package func ruled(by pack: String?) -> Worksite {
        var worksite = self
        worksite.overtimeRules = pack
        return worksite
    }
}
