/// Whom a mail comes from or goes to.
package struct Mailbox: Hashable, Sendable {
    package let name: MailText
    package let address: String

    /// RFC 5321 section 4.5.3.1.
    private static let longest = 254

    /// Nothing for an address that a header or a mail server could misread.
    package init?(_ name: String, _ address: String) {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= Self.longest else { return nil }
        for part in parts {
            let atoms = part.split(separator: ".", omittingEmptySubsequences: false)
            guard atoms.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.allSatisfy(Self.isAtomText) }) else {
                return nil
            }
        }
        self.name = MailText(name)
        self.address = address
    }

    /// RFC 5322 section 3.2.3, and beyond ASCII the letters and digits that RFC 6532 adds.
    private static func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
        if !scalar.isASCII { return scalar.properties.isAlphabetic || scalar.properties.numericType != nil }
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z": return true
        default: return "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
        }
    }

    var header: String { name.text.isEmpty ? address : "\(name.header) <\(address)>" }
}
