package import HTTP
package import Staffing
import Tenancy

/// One row of a table of routes: what is answered, for whom, and by what. There is no row without `needs`.
package struct Endpoint: Sendable {
    package let method: Method
    package let pattern: String
    package internal(set) var needs: Needs
    package let shows: Shows
    package private(set) var keeps = Keeps.nothing
    let bodyLimit: Int
    let segments: [String]
    var handler: Handler

    package enum Needs: Hashable, Sendable {
        /// Anybody may ask: sign-in, invitations, the landing page.
        case nothing
        /// Anybody who has come in, also before the second factor that is demanded of them.
        case password
        /// Anybody who is signed in, about themselves.
        case session
        case permission(Permission)
    }

    /// What leaves only when the record of who saw it is on disk. Each row says it, so none can forget to.
    package enum Shows: Hashable, Sendable {
        /// The record follows within a second; a crash may take that second.
        case ordinary
        /// Rates, or amounts made of them, for those who may see rates; for others it is an ordinary page.
        case rates
        /// Invoices, their figures, and files that are kept.
        case documents
    }

    /// Whether a page may be sent again as it was while nobody has changed anything. It must then follow from
    /// the client's records, the viewer, the address and the day alone, and show nothing that is guarded.
    package enum Keeps: Hashable, Sendable {
        case nothing
        case page
        /// Asked with this parameter, the page tells the time.
        case pageWithout(parameter: String)

        func applies(to query: Query) -> Bool {
            switch self {
            case .nothing: false
            case .page: true
            case .pageWithout(let parameter): query[parameter] == nil
            }
        }
    }

    typealias FileChoice = @Sendable (isolated Tenant, Visit, [String]) throws(Problem) -> StoredFile

    enum Handler: Sendable {
        /// One synchronous step inside the tenant.
        case inTenant(@Sendable (isolated Tenant, Visit, [String]) throws(Problem) -> Response)
        /// One synchronous step inside the tenant that names a file, which then leaves as it is kept.
        case fileInTenant(FileChoice)
        /// A client's request that has to wait for something else: a password's hash, a document.
        case besideTenant(@Sendable (Tenant, Visit, [String]) async throws(Problem) -> Response)
        /// The staff side, and whatever has no tenant.
        case apart(@Sendable (Visit, [String]) async throws(Problem) -> Response)
    }

    static let formBytes = 64 * 1024
    /// Room for a decision about two thousand sheets.
    static let batchFormBytes = 256 * 1024
    private static let bytesPerField = 64

    /// A form of small fields may have as many as fit into its bytes.
    var formFields: Int { bodyLimit / Self.bytesPerField }

    private init<Key>(
        _ method: Method, _ route: Route<Key>, _ needs: Needs, _ shows: Shows, _ limit: Int,
        _ handler: Handler
    ) {
        self.method = method
        pattern = "/" + route.segments.joined(separator: "/")
        segments = route.segments
        self.needs = needs
        self.shows = shows
        bodyLimit = method == .post ? limit : 0
        self.handler = handler
    }

    /// A row whose handler runs inside the tenant's isolation.
    static func inTenant<Key: PathKey>(
        _ method: Method, _ route: Route<Key>, needs: Needs, shows: Shows,
        keeps: Keeps = .nothing, bodyLimit: Int = formBytes,
        _ handle: @escaping @Sendable (isolated Tenant, Visit, Key) throws(Problem) -> Response
    ) -> Endpoint {
        let handler = Handler.inTenant {
            (tenant: isolated Tenant, visit: Visit, path: [String]) throws(Problem) -> Response in
            guard let key = route.key(in: path) else { throw .missing }
            return try handle(tenant, visit, key)
        }
        var endpoint = Endpoint(method, route, needs, shows, bodyLimit, handler)
        if shows == .ordinary { endpoint.keeps = keeps }
        return endpoint
    }

    /// A row that answers with a file of the tenant's.
    static func fileInTenant<Key: PathKey>(
        _ route: Route<Key>, needs: Needs,
        _ choose: @escaping @Sendable (isolated Tenant, Visit, Key) throws(Problem) -> StoredFile
    ) -> Endpoint {
        let handler = Handler.fileInTenant {
            (tenant: isolated Tenant, visit: Visit, path: [String]) throws(Problem) -> StoredFile in
            guard let key = route.key(in: path) else { throw .missing }
            return try choose(tenant, visit, key)
        }
        return Endpoint(.get, route, needs, .documents, formBytes, handler)
    }

    static func besideTenant<Key: PathKey>(
        _ method: Method, _ route: Route<Key>, needs: Needs, shows: Shows,
        bodyLimit: Int = formBytes,
        _ handle: @escaping @Sendable (Tenant, Visit, Key) async throws(Problem) -> Response
    ) -> Endpoint {
        let handler = Handler.besideTenant {
            (tenant: Tenant, visit: Visit, path: [String]) async throws(Problem) -> Response in
            guard let key = route.key(in: path) else { throw .missing }
            return try await handle(tenant, visit, key)
        }
        return Endpoint(method, route, needs, shows, bodyLimit, handler)
    }

    static func apart<Key: PathKey>(
        _ method: Method, _ route: Route<Key>, needs: Needs, shows: Shows,
        bodyLimit: Int = formBytes,
        _ handle: @escaping @Sendable (Visit, Key) async throws(Problem) -> Response
    ) -> Endpoint {
        let handler = Handler.apart { (visit: Visit, path: [String]) async throws(Problem) -> Response in
            guard let key = route.key(in: path) else { throw .missing }
            return try await handle(visit, key)
        }
        return Endpoint(method, route, needs, shows, bodyLimit, handler)
    }
}
