/// What is said where a list can be taken along.
package protocol ListFileSentences {
    var listAsFile: String { get }

    func tooManyForFile(_ most: Int) -> String
}

extension English {
    package var listAsFile: String { "Download this list (CSV)" }

    package func tooManyForFile(_ most: Int) -> String {
        "This list has more than \(most) rows, which is more than a file is made of. "
            + "Narrow it by worksite or name, and download it again."
    }
}

extension French {
    package var listAsFile: String { "Télécharger cette liste (CSV)" }

    package func tooManyForFile(_ most: Int) -> String {
        "Cette liste compte plus de \(most) lignes, trop pour un fichier. "
            + "Limitez-la à un lieu de travail ou à un nom, puis téléchargez-la de nouveau."
    }
}
