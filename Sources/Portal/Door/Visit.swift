package import Access
package import HTTP
package import Staffing
import Tenancy

/// One request with everything that a handler may know about it.
package struct Visit: Sendable {
    package let request: Request
    package let exchange: Exchange
    /// Whose records are looked at.
    package let realm: Realm
    package let services: Services
    /// Who looks, built from the records a moment ago.
    package let viewer: Viewer
    /// What the roles are and allow.
    package let roles: RoleBook
    package let session: Session?
    package let now: Moment
    /// The civil date at the client; for the staff side the agency's.
    package let today: Day
    package let frame: Frame
    /// The fields of a submitted form; empty for other requests.
    package let form: Form

    /// Who commands are recorded for.
    var caller: Caller { Caller(viewer: viewer, request: exchange.id) }

    package var say: any Sentences { frame.say }

    /// The same visit with nothing around its page that comes from a client's records.
    var inBareFrame: Visit {
        Visit(
            request: request, exchange: exchange, realm: realm, services: services, viewer: viewer,
            roles: roles, session: session, now: now, today: today, frame: services.bareFrame(exchange),
            form: form)
    }

    package var query: Query { request.head.query }

    package func may(_ permission: Permission, at node: Node) -> Bool {
        Policy.may(viewer, permission, at: node, on: today).isAllowed
    }
}

/// What stands around every page of a visit: whose portal it is, who is signed in, where they can go.
package struct Frame: Sendable {
    /// Nothing on the staff side, on the landing page, and before the client is known.
    package let clientName: String?
    package let agencyName: String
    package let personName: String?
    package let navigation: [NavigationEntry]
    /// Proves that a form came from our own page.
    package let csrfToken: String
    package let say: any Sentences
    package let assets: AssetNames
    package let requestID: UInt64
}

package struct NavigationEntry: Sendable {
    let label: String
    let address: Address
    /// How many things wait there; nothing for none.
    let count: Int?

    init(_ label: String, _ address: Address, count: Int? = nil) {
        self.label = label
        self.address = address
        self.count = count
    }
}
