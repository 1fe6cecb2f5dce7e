package import Staffing

/// Somebody of the agency looks at a client's portal as one of its people would see it: to read, with a
/// reason, for a while.
package struct Viewing: Hashable, Sendable {
    package let staff: StaffID
    /// As it was when the looking began, for the trail.
    package let staffName: String
    package let tenant: TenantID
    package let contact: ContactID
    package let contactName: String
    package let reason: String
    /// Of the client: the end is told by its clocks.
    package let timeZone: String

    package init(
        staff: StaffID, staffName: String, tenant: TenantID, contact: ContactID, contactName: String,
        reason: String, timeZone: String
    ) {
        self.staff = staff
        self.staffName = staffName
        self.tenant = tenant
        self.contact = contact
        self.contactName = contactName
        self.reason = reason
        self.timeZone = timeZone
    }
}

/// The numbers that bound looking as somebody else.
package struct ViewingLimits: Hashable, Sendable {
    /// However busy, it ends after this.
    package var seconds: Int64 = 15 * 60
    /// The way from the staff side to the client's host is open this long, once.
    package var offerSeconds: Int64 = 60
    /// Of all staff together, under way and offered.
    package var total = 1_000

    package init() {}

    package static let standard = ViewingLimits()
}
