extension French: ListFileSentences {
    package var listAsFile: String { "Télécharger cette liste (CSV)" }

    package func tooManyForFile(_ most: Int) -> String {
        "Cette liste compte plus de \(most) lignes, ce qui est trop pour un fichier. Restreignez-la par lieu "
            + "de travail ou par nom, puis téléchargez-la de nouveau."
    }
}
