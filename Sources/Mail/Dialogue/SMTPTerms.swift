/// On which terms we speak with a mail server.
package struct SMTPTerms: Sendable {
    package enum Security: String, Sendable, CaseIterable {
        /// Plain at first, then TLS before anything else is said (RFC 3207).
        case startTLS = "starttls"
        /// TLS from the first byte (RFC 8314).
        case tls
        /// Plain; only for a server on this machine.
        case none
    }

    package struct Account: Sendable {
        let user: String
        let password: String

        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    /// How we name ourselves.
    let name: String
    let security: Security
    let account: Account?

    package init(name: String, security: Security, account: Account?) {
        self.name = name
        self.security = security
        self.account = account
    }
}

/// A mail as a dialogue needs it.
package struct Letter: Sendable {
    package let id: UInt64
    let sender: String
    let recipient: String
    let text: [UInt8]

    package init(id: UInt64, sender: String, recipient: String, text: [UInt8]) {
        self.id = id
        self.sender = sender
        self.recipient = recipient
        self.text = text
    }

    var needsUnicodeAddresses: Bool { !(sender + recipient).utf8.allSatisfy { $0 < 0x80 } }
    var needsEightBits: Bool { !text.allSatisfy { $0 < 0x80 } }
}
