import Markup
import Staffing

/// How a client's pages differ from the portal's own.
package struct Look: Sendable {
    let name: String?
    let style: Address?
    let logo: (address: Address, width: Int, height: Int)?

    init(_ branding: Branding) {
        name = branding.name
        style = branding.accent.map { Routes.accentStyle(AccentKey(Accent($0))) }
        logo = branding.logo.map { (Routes.logo(LogoKey($0)), $0.width, $0.height) }
    }

    var styleLink: Markup? {
        style.map { "<link rel=\"stylesheet\" href=\"\($0)\">" }
    }

    /// The name stands beside it, so the picture has no words of its own.
    var picture: Markup? {
        logo.map { logo in
            """
            <img src="\(logo.address)" width="\(logo.width)" height="\(logo.height)" alt="">
            """
        }
    }
}
