import Access
import Crypto
import HTTP
import Journal
import Staffing
import Tenancy

/// The styles and the sign of a client, as every page of it asks for them, also before anybody is signed in.
enum BrandingFiles {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.accentStyle, needs: .nothing, shows: .ordinary) {
            (_, visit, key) throws(Problem) in
            try style(key)
        },
        .besideTenant(.get, Routes.logo, needs: .nothing, shows: .ordinary) {
            (tenant, visit, key) async throws(Problem) in
            try await logo(tenant, visit, key)
        },
    ]

    private static let forEver: HeaderValue = "public, max-age=31536000, immutable"

    /// Also those of a colour that is only being tried: two colours tell nothing of anybody.
    private static func style(_ key: AccentKey) throws(Problem) -> Response {
        var response = Response(.ok, .css, body: Array(key.style.utf8))
        response.headers[.cacheControl] = forEver
        return response
    }

    /// The sign that the client has now, and no other document of it.
    private static func logo(
        _ tenant: Tenant, _ visit: Visit, _ key: LogoKey
    ) async throws(Problem) -> Response {
        let current = visit.services.world.branding.branding(of: tenant.id).branding.logo
        guard current.map(LogoKey.init)?.digest == key.digest else { throw .missing }
        let file = StoredFile(digest: key.digest, type: .png, name: key.pathText, isPicture: true)
        return try await visit.services.response(file, from: tenant.documents, visit)
    }
}
