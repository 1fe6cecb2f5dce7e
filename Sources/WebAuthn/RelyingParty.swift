/// The host that passkeys belong to, and the origin of its pages: one for each client, one for the agency.
package struct RelyingParty: Hashable, Sendable {
    /// The host without its port.
    package let id: String
    /// As browsers spell it, with the port where it is not the usual one.
    package let origin: String

    package init(id: String, origin: String) {
        self.id = id
        self.origin = origin
    }
}
