package import Formats

/// The page on which a client's portal is given its look.
package protocol BrandingSentences {
    var brandingTitle: String { get }
    var brandingExplanation: String { get }
    var brandingSaved: String { get }
    var brandingPreviewShown: String { get }
    var brandingAdjusted: String { get }
    var brandingName: String { get }
    var brandingNameWrong: String { get }
    var brandingAccent: String { get }
    var brandingAccentHint: String { get }
    var brandingAccentWrong: String { get }
    var brandingLogo: String { get }
    var brandingNoLogo: String { get }
    var brandingSave: String { get }
    var brandingPreview: String { get }

    func brandingNameHint(_ client: String) -> String
    func brandingLogoHint(kilobytes: Int, pixels: Int) -> String
    func brandingLogoWrong(_ refused: PNGPicture.Refused) -> String
    func brandingDarkened(_ chosen: String, _ shown: String) -> String
    func brandingLightened(_ chosen: String, _ shown: String) -> String
}

extension English {
    package var brandingTitle: String { "How the portal looks" }
    package var brandingExplanation: String {
        "Name, logo and color stand on every page of the company’s portal, also where people sign in."
    }
    package var brandingSaved: String { "Saved. Everybody sees it from the next page on." }
    package var brandingPreviewShown: String {
        "Nothing has been saved yet. A logo that you chose is to be chosen once more."
    }
    package var brandingAdjusted: String { "So that everybody can read it, the color is changed a little" }
    package var brandingName: String { "Name on the pages" }
    package var brandingNameWrong: String { "Enter a name of at most 60 characters" }
    package var brandingAccent: String { "Color" }
    package var brandingAccentHint: String {
        "Three or six digits, such as #0b5cad. Empty for the portal’s own."
    }
    package var brandingAccentWrong: String { "Enter a color as three or six digits, such as #0b5cad" }
    package var brandingLogo: String { "Logo" }
    package var brandingNoLogo: String { "Take the logo away" }
    package var brandingSave: String { "Save" }
    package var brandingPreview: String { "Preview" }

    package func brandingNameHint(_ client: String) -> String { "Empty for “\(client)”" }
    package func brandingLogoHint(kilobytes: Int, pixels: Int) -> String {
        "A PNG picture of at most \(kilobytes) kB and \(pixels) pixels on either side"
    }
    package func brandingLogoWrong(_ refused: PNGPicture.Refused) -> String {
        switch refused {
        case .tooLarge: "Choose a picture of at most \(PNGPicture.longestFile / 1024) kB"
        case .notAPicture: "Choose a PNG picture"
        case .damaged: "This picture is damaged. Save it as PNG once more."
        case .tooWide(let side):
            "A side of this picture has \(side) pixels. Choose one of at most \(PNGPicture.longestSide)."
        }
    }
    package func brandingDarkened(_ chosen: String, _ shown: String) -> String {
        "On light pages #\(chosen) is shown as #\(shown)"
    }
    package func brandingLightened(_ chosen: String, _ shown: String) -> String {
        "On dark pages #\(chosen) is shown as #\(shown)"
    }
}
