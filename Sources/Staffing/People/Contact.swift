/// A person of the client company who may sign in, with the roles they hold and where.
package struct Contact: Hashable, Sendable {
    package let id: ContactID
    package var name: String
    package var email: EmailAddress
    package var language: Language
    package var standing: Standing
    package var grants: [Grant]

    package enum Standing: UInt8, Sendable { case invited = 1, active, removed }

    package init(
        id: ContactID, name: String, email: EmailAddress, language: Language, standing: Standing = .invited,
        grants: [Grant] = []
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.language = language
        self.standing = standing
        self.grants = grants
    }
}

/// The languages that people of a client may ask for. Pages speak English until the others are translated.
package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case french = "fr"
    case spanish = "es"
}

/// An address in small letters that mail can be sent to.
package struct EmailAddress: Hashable, Sendable {
    package let text: String

    /// RFC 5321 section 4.5.3.1.
    package static let longest = 254

    /// Nothing unless it has one `@`, something before it, a dot after it, and no space or control character.
    package init?(_ text: String) {
        let lower = text.lowercased()
        let parts = lower.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, lower.utf8.count <= Self.longest else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        let forbidden: Set<Character> = ["<", ">", "\"", ",", ";", ":", "\\", "(", ")"]
        guard lower.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7f }),
            !lower.contains(where: forbidden.contains)
        else { return nil }
        self.text = lower
    }
}
