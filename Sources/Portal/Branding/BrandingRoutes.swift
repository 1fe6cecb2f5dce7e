import Crypto
import Staffing

extension Routes {
    static let branding = Route<NoKey>("/branding")
    static let tenantBranding = Route<TenantID>("/tenants/*/branding")
    /// Styles and sign of a client, for everybody who comes to its door. Both are named after what they hold.
    static let accentStyle = Route<AccentKey>("/look/*")
    static let logo = Route<LogoKey>("/logo/*")
}

/// The two colours of an accent: `0b5cad-85b8ff.css`.
struct AccentKey: PathKey {
    let light: Color
    let dark: Color

    private static let ending = ".css"

    init(_ accent: Accent) { (light, dark) = (accent.light, accent.dark) }

    init?(pathText: String) {
        let parts = pathText.dropLast(Self.ending.count).split(
            separator: "-", omittingEmptySubsequences: false)
        guard pathText.hasSuffix(Self.ending), parts.count == 2, let light = Color(hex: String(parts[0])),
            let dark = Color(hex: String(parts[1]))
        else { return nil }
        (self.light, self.dark) = (light, dark)
        guard self.pathText == pathText else { return nil }
    }

    var pathText: String { light.hex + "-" + dark.hex + Self.ending }

    /// All else of the look follows from this one (base.css).
    var style: String { ":root { --accent: light-dark(#\(light.hex), #\(dark.hex)); }\n" }
}

struct LogoKey: PathKey {
    let digest: SHA256Digest

    private static let ending = ".png"

    init(_ logo: Branding.Logo) { digest = SHA256Digest(logo.content) }

    init?(pathText: String) {
        guard pathText.hasSuffix(Self.ending),
            let digest = SHA256Digest(hex: String(pathText.dropLast(Self.ending.count)))
        else { return nil }
        self.digest = digest
        guard self.pathText == pathText else { return nil }
    }

    var pathText: String { digest.hex + Self.ending }
}
