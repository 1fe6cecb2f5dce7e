/// Text as people search it: small letters, without the marks on Latin ones, so that `wisniewski` finds
/// Wiśniewski.
func searchable(_ text: String) -> String {
    var folded = ""
    for scalar in text.lowercased().unicodeScalars {
        guard !scalar.isASCII else {
            folded.unicodeScalars.append(scalar)
            continue
        }
        // Combining marks of a decomposed spelling carry no letter.
        if scalar.properties.generalCategory == .nonspacingMark { continue }
        folded.append(plain(scalar) ?? String(scalar))
    }
    return folded
}

/// The letter that a marked Latin letter is made of, by its name in Unicode.
private func plain(_ scalar: Unicode.Scalar) -> String? {
    let beginning = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(beginning) else { return nil }
    let words = name.dropFirst(beginning.count).split(separator: " ")
    guard let letter = words.first, letter.count == 1, words.count > 1 else { return nil }
    return letter == "DOTLESS" ? nil : letter.lowercased()
}
