package import TLS

/// The mail server that takes our mails, and how it is spoken with.
package struct MailServer: Sendable {
    package let host: String
    package let port: UInt16
    let terms: SMTPTerms
    let trust: ClientContext
    let patience: MailPatience

    package init(
        host: String, port: UInt16, terms: SMTPTerms, trust: ClientContext,
        patience: MailPatience = .standard
    ) {
        self.host = host
        self.port = port
        self.terms = terms
        self.trust = trust
        self.patience = patience
    }
}

/// Seconds for each step.
package struct MailPatience: Sendable {
    var connection: Int64
    var handshake: Int64
    var reply: Int64
    /// For the answer to DATA.
    var data: Int64
    /// For the text itself.
    var text: Int64
    /// For the answer to the whole text: giving up early would send a mail twice.
    var verdict: Int64
    /// For the answer to QUIT, on which nothing depends.
    private static let farewell: Int64 = 5

    /// As RFC 5321 section 4.5.3.2 asks, where it does.
    package static let standard = MailPatience(
        connection: 30, handshake: 60, reply: 300, data: 120, text: 180, verdict: 600)
    /// For somebody who sits in front of it.
    package static let brief = MailPatience(
        connection: 15, handshake: 15, reply: 30, data: 30, text: 30, verdict: 60)

    func seconds(_ stage: SMTPDialogue.Stage) -> Int64 {
        switch stage {
        case .greeting, .hello, .startTLS, .signIn, .ready, .sender, .recipient, .reset: reply
        case .data: data
        case .text: verdict
        case .farewell: Self.farewell
        }
    }
}
