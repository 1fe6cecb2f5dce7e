package import Formats

extension French: BrandingSentences {
    package var brandingTitle: String { "Apparence du portail" }
    package var brandingExplanation: String {
        "Le nom, le logo et la couleur figurent sur chaque page du portail de l’entreprise, aussi à "
            + "l’ouverture "
            + "de session."
    }
    package var brandingSaved: String { "Enregistré. Tout le monde le voit dès la prochaine page." }
    package var brandingPreviewShown: String {
        "Rien n’est encore enregistré. Un logo que vous aviez choisi doit être choisi de nouveau."
    }
    package var brandingAdjusted: String {
        "Pour que tout le monde puisse lire, la couleur est un peu modifiée"
    }
    package var brandingName: String { "Nom sur les pages" }
    package var brandingNameWrong: String { "Entrez un nom d’au plus 60 caractères" }
    package var brandingAccent: String { "Couleur" }
    package var brandingAccentHint: String {
        "Trois ou six chiffres, comme #0b5cad. Vide pour celle du portail."
    }
    package var brandingAccentWrong: String { "Entrez une couleur de trois ou six chiffres, comme #0b5cad" }
    package var brandingLogo: String { "Logo de l’entreprise" }
    package var brandingNoLogo: String { "Enlever le logo" }
    package var brandingSave: String { "Enregistrer" }
    package var brandingPreview: String { "Aperçu" }

    package func brandingNameHint(_ client: String) -> String { "Vide pour « \(client) »" }
    package func brandingLogoHint(kilobytes: Int, pixels: Int) -> String {
        "Une image PNG d’au plus \(kilobytes) ko et \(pixels) pixels de côté"
    }
    package func brandingLogoWrong(_ refused: PNGPicture.Refused) -> String {
        switch refused {
        case .tooLarge: "Choisissez une image d’au plus \(PNGPicture.longestFile / 1024) ko"
        case .notAPicture: "Choisissez une image PNG"
        case .damaged: "Cette image est endommagée. Enregistrez-la de nouveau en PNG."
        case .tooWide(let side):
            "Un côté de cette image compte \(side) pixels. Choisissez-en une d’au plus "
                + "\(PNGPicture.longestSide)."
        }
    }
    package func brandingDarkened(_ chosen: String, _ shown: String) -> String {
        "Sur les pages claires, #\(chosen) est affiché comme #\(shown)"
    }
    package func brandingLightened(_ chosen: String, _ shown: String) -> String {
        "Sur les pages sombres, #\(chosen) est affiché comme #\(shown)"
    }
}
