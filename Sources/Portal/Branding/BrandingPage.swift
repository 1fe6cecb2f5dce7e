import Formats
import HTTP
import Markup
import Staffing

/// The look of a client's portal as a form. A preview shows the page itself in the new colours and name.
struct BrandingPage: Sendable {
    let visit: Visit
    /// Where the form is sent: the client's own address, or the staff side's for that client.
    let place: Address
    let tenant: TenantID
    /// What the company is called in its records.
    let client: String
    let branding: Branding
    var draft: BrandingDraft
    var isPreview = false

    private var say: any Sentences { visit.say }
    private var isStaff: Bool { visit.viewer.isStaff }

    func response(_ status: Status) -> Response {
        var frame = visit.frame
        if isPreview { frame.look = Look(draft.branding(with: isStaff ? nil : branding.logo)) }
        return Page(
            say.brandingTitle, frame, place: isStaff ? Routes.tenants.address : nil, layout: .narrow,
            isError: !draft.errors.isEmpty, content: content
        ).response(status)
    }

    private var content: Markup {
        """
        \(draft.errors.summary(say))
        \(visit.query["done"] == nil ? nil : Notice(.ok, say.brandingSaved).html)
        \(isPreview ? Notice(.info, say.brandingPreviewShown).html : nil)
        <div class="page-head"><div>\(isStaff ? back : nil)
        <h1>\(say.brandingTitle)</h1><p class="muted">\(say.brandingExplanation)</p></div></div>
        \(adjusted)
        <form class="form" method="post" action="\(place)" enctype="multipart/form-data" data-guard>\
        \(visit.frame.csrfField)
        \(name)\(accent)\(logo)
        <div class="actions"><button class="button primary">\(say.brandingSave)</button>\
        <button class="button" name="preview" value="1">\(say.brandingPreview)</button></div></form>
        """
    }

    private var back: Markup {
        "<a class=\"back\" href=\"\(Routes.tenant(tenant))\">\(client)</a>"
    }

    /// What was made of the colour that was chosen.
    private var adjusted: Markup? {
        guard let color = draft.color else { return nil }
        let accent = Accent(color)
        var lines: [String] = []
        if accent.light != color { lines.append(say.brandingDarkened(color.hex, accent.light.hex)) }
        if accent.dark != color { lines.append(say.brandingLightened(color.hex, accent.dark.hex)) }
        guard !lines.isEmpty else { return nil }
        let list = lines.map { "<li>\($0)</li>" as Markup }
        return Notice(.info, say.brandingAdjusted, content: "<ul>\(list)</ul>").html
    }

    private var name: Markup {
        """
        <div class="field"><label for="name">\(say.brandingName)</label>\(draft.errors.note(for: "name"))
        <p class="hint">\(say.brandingNameHint(client))</p>
        <input class="input" id="name" name="name" maxlength="\(Branding.longestName)" \
        value="\(draft.name)"\(draft.errors.mark("name"))></div>
        """
    }

    private var accent: Markup {
        """
        <div class="field"><label for="accent">\(say.brandingAccent)</label>\
        \(draft.errors.note(for: "accent"))
        <p class="hint">\(say.brandingAccentHint)</p>
        <input class="input input-short code" id="accent" name="accent" maxlength="7" spellcheck="false" \
        value="\(draft.accent)"\(draft.errors.mark("accent"))></div>
        """
    }

    private var logo: Markup {
        let hint = say.brandingLogoHint(
            kilobytes: PNGPicture.longestFile / 1024, pixels: PNGPicture.longestSide)
        let removal: Markup = """
            <label class="check"><input type="checkbox" name="no-logo" value="1"\
            \(if: draft.removesLogo, " checked")><span>\(say.brandingNoLogo)</span></label>
            """
        return """
            <div class="field"><label for="logo">\(say.brandingLogo)</label>\
            \(draft.errors.note(for: "logo"))
            <p class="hint">\(hint)</p>
            <input class="input" id="logo" name="logo" type="file" accept="image/png"\
            \(draft.errors.mark("logo"))>\(branding.logo == nil ? nil : removal)</div>
            """
    }
}
