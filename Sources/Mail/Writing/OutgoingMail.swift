import Crypto

/// One mail with its envelope, ready to be handed to a mail server.
package struct OutgoingMail: Sendable, Hashable {
    /// Random: names the mail and its file.
    package let id: UInt64
    /// Seconds since 1970.
    package let written: Int64
    /// The two addresses of the envelope.
    package let sender: String
    package let recipient: String
    package let addressee: Addressee?
    /// An internet message (RFC 5322, with UTF-8 as in RFC 6532 where an address needs it).
    package let bytes: [UInt8]

    /// Seconds since 1970, a hyphen, an identifier: sorts by time, and is plain in any file system.
    package var fileName: String { Self.name(id, written) + ".eml" }

    static func name(_ id: UInt64, _ written: Int64) -> String { "\(written)-\(Base32Crockford.encode(id))" }
}

/// Whose matter a mail is, in the words of whoever sends it. A newer mail takes the place of one that still
/// waits: the link in the older one has ended.
package struct Addressee: Hashable, Sendable {
    /// A client's short name, or the agency.
    package let realm: String
    package let person: String

    package init(realm: String, person: String) {
        self.realm = realm
        self.person = person
    }
}
