package import Journal
package import Staffing

/// What the actors cannot know by themselves: time, chance, the calendar and the hash of content.
package struct World: Sendable {
    package let now: @Sendable () -> Moment
    package let drawNumber: @Sendable () -> UInt64
    package let fingerprint: @Sendable ([UInt8]) -> Fingerprint
    /// The civil date of a moment in an IANA zone; an unknown zone counts as UTC.
    package let day: @Sendable (Moment, String) -> Day
    /// What somebody else knows to have been durable in the store of that name.
    package var witness: @Sendable (String) -> StoreMark? = { _ in nil }
    /// What the roles allow now, at every client.
    package let roles = RolesInForce()
    package let staff = StaffInForce()
    package let branding = BrandingInForce()
    package let changes = ChangedClients()

    package init(
        now: @escaping @Sendable () -> Moment, drawNumber: @escaping @Sendable () -> UInt64,
        fingerprint: @escaping @Sendable ([UInt8]) -> Fingerprint,
        day: @escaping @Sendable (Moment, String) -> Day
    ) {
        self.now = now
        self.drawNumber = drawNumber
        self.fingerprint = fingerprint
        self.day = day
    }
}

/// Who asks, and in which request.
package struct Caller: Sendable {
    package let viewer: Viewer
    package let request: UInt64

    package init(viewer: Viewer, request: UInt64) {
        self.viewer = viewer
        self.request = request
    }

    package static let system = Caller(viewer: .system, request: 0)
}
