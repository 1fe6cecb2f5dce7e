/// How one client's portal looks: what it is called, its sign and its colour. Nothing stands for the portal's
/// own.
package struct Branding: Hashable, Sendable {
    package var name: String?
    package var accent: Color?
    package var logo: Logo?

    package static let none = Branding(name: nil, accent: nil, logo: nil)
    package static let longestName = 60

    package init(name: String?, accent: Color?, logo: Logo?) {
        self.name = name
        self.accent = accent
        self.logo = logo
    }

    /// A picture that stands in the client's documents.
    package struct Logo: Hashable, Sendable {
        package let content: Fingerprint
        package let width: Int
        package let height: Int

        package init(content: Fingerprint, width: Int, height: Int) {
            self.content = content
            self.width = width
            self.height = height
        }
    }
}

/// Ops admins brand every client, a client's admins their own: the portal lets a client's people ask about no
/// other tenant than the one whose host they use.
package enum BrandingRules {
    package static func decide(
        _ branding: Branding, of tenant: TenantID, _ state: AgencyState, _ context: Context
    ) throws(BrandingRefusal) -> [AgencyEvent] {
        let isAllowed =
            Policy.may(context.viewer, .manageBranding, at: .tenant, on: context.today).isAllowed
        guard isAllowed else { throw .notAllowed }
        guard state.tenants[tenant] != nil else { throw .unknown }
        if let name = branding.name {
            let isSound = name == name.trimmed && !name.isEmpty && name.count <= Branding.longestName
            guard isSound, name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7f }) else {
                throw .nameImpossible
            }
        }
        return state.branding(of: tenant) == branding ? [] : [.tenantBranded(tenant, branding)]
    }
}

package enum BrandingRefusal: Refusal, Hashable {
    case notAllowed, unknown, nameImpossible

    package var kind: RefusalKind {
        switch self {
        case .notAllowed: .forbidden
        case .unknown: .missing
        case .nameImpossible: .invalid
        }
    }
}
