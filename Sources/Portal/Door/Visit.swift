package import Access
package import HTTP
package import Staffing
import Tenancy

/// One request with everything that a handler may know about it. A class for the reason that `Knock` is one.
package final class Visit: Sendable {
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
    /// Whether a second factor is demanded of the viewer that this session has not seen.
    let owesSecondFactor: Bool
    package let now: Moment
    /// The civil date at the client; for the staff side the agency's.
    package let today: Day
    private let framing: Framing
    /// What is said, in the language of whoever looks.
    package let say: any Sentences
    /// The fields of a submitted form; empty for other requests.
    package let form: Form

    /// The answer to a form is seldom a page, so what stands around one is made when it is asked for; it must
    /// then be asked for in the isolation where the handler runs.
    enum Framing: Sendable {
        case made(Frame)
        case onDemand(@Sendable () -> Frame)
    }

    init(
        request: Request, exchange: Exchange, realm: Realm, services: Services, viewer: Viewer,
        roles: RoleBook, session: Session?, owesSecondFactor: Bool = false, now: Moment, today: Day,
        framing: Framing, say: any Sentences,
        form: Form
    ) {
        self.request = request
        self.exchange = exchange
        self.realm = realm
        self.services = services
        self.viewer = viewer
        self.roles = roles
        self.session = session
        self.owesSecondFactor = owesSecondFactor
        self.now = now
        self.today = today
        self.framing = framing
        self.say = say
        self.form = form
    }

    package var frame: Frame {
        switch framing {
        case .made(let frame): frame
        case .onDemand(let make): make()
        }
    }

    /// Who commands are recorded for.
    var caller: Caller { Caller(viewer: viewer, request: exchange.id) }

    /// The same with what only the agency's people read.
    var staffSay: any AgencySentences { English() }

    package var query: Query { request.head.query }

    func may(_ permission: Permission, at place: Place) -> Bool {
        Policy.may(viewer, permission, at: place, on: today).isAllowed
    }

    /// Where a permission is open to whoever looks.
    func open(_ permission: Permission, in state: TenantState) -> OpenPlaces {
        state.open(permission, to: viewer, on: today)
    }

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
    /// What only the agency's people read.
    var staffSay: any AgencySentences { English() }
    package let assets: AssetNames
    package let requestID: UInt64
    /// Where somebody of the agency looks as this person.
    package var viewing: ViewingBanner?
    /// A client's own name, sign and colour.
    package var look: Look?
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
