/// Where mails are left for whoever delivers them.
package struct Outbox: Sendable {
    /// Answers true when the mail is kept for good. Delivering it is then somebody else's.
    package let put: @Sendable (OutgoingMail) async -> Bool

    package init(put: @escaping @Sendable (OutgoingMail) async -> Bool) { self.put = put }

    /// For an installation that keeps no mails: nobody is told that one is on its way.
    package static let closed = Outbox { _ in false }
}

/// One mail as a file, ready to be handed to a mail server.
package struct OutgoingMail: Sendable, Hashable {
    /// Seconds since 1970, a hyphen, an identifier, `.eml`: sorts by time, and is plain in any file system.
    package let fileName: String
    /// An internet message (RFC 5322, with UTF-8 as in RFC 6532 where an address needs it).
    package let bytes: [UInt8]
}
