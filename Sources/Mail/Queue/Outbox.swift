/// Where mails are left for whoever delivers them.
package struct Outbox: Sendable {
    /// Answers true when the mail is kept for good. Delivering it is then somebody else's.
    package let put: @Sendable (OutgoingMail) async -> Bool
    /// What became of them; nothing where no mail server is configured, and mails are only kept as files.
    package let queue: MailQueue?

    package init(queue: MailQueue? = nil, put: @escaping @Sendable (OutgoingMail) async -> Bool) {
        self.queue = queue
        self.put = put
    }

    /// For an installation that keeps no mails: nobody is told that one is on its way.
    package static let closed = Outbox { _ in false }
}
