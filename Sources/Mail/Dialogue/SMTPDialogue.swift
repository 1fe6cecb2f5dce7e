import Crypto

/// Our side of a conversation with a mail server (RFC 5321), without any wire: what came in, what happens
/// next.
///
/// One command is out at a time. Whoever holds the wire does each `move` and says that it was done.
package struct SMTPDialogue: Sendable {
    package enum Move: Hashable, Sendable {
        case send([UInt8])
        /// Wait for bytes, at most as long as the stage is given.
        case listen
        /// Shake hands for TLS, and verify.
        case secure
        /// A mail may begin, or the conversation end.
        case ready
        /// What became of the mail at hand.
        case settled(Verdict)
        /// Close. A trouble concerns whatever has not been settled.
        case over(MailTrouble?)
    }

    package enum Verdict: Hashable, Sendable {
        /// With what the server said.
        case taken(String)
        case failed(MailTrouble)

        package var trouble: MailTrouble? {
            switch self {
            case .taken: nil
            case .failed(let trouble): trouble
            }
        }
    }

    /// What the server is asked at the moment; each has its own patience.
    package enum Stage: Hashable, Sendable {
        case greeting, hello, startTLS, signIn, ready, sender, recipient, data, text, reset, farewell
    }

    package private(set) var move: Move
    package private(set) var stage = Stage.greeting
    private let terms: SMTPTerms
    private var reader = SMTPReplyReader()
    private var offers = SMTPOffers()
    private var isSecure = false
    private var letter: Letter?
    /// What a sign-in still has to say.
    private var secrets: [String] = []

    package init(_ terms: SMTPTerms) {
        self.terms = terms
        move = terms.security == .tls ? .secure : .listen
    }

    /// The bytes of a `send` are on their way.
    package mutating func sent() { move = .listen }

    /// TLS stands, and the server is who we meant.
    package mutating func secured() {
        isSecure = true
        if stage == .greeting { move = .listen } else { greet() }
    }

    package mutating func received(_ bytes: [UInt8]) {
        for byte in bytes {
            guard move == .listen else {
                // What is said before TLS stands must not be believed afterwards, as if it were safe. At any
                // other stage a server that speaks on is closing.
                if stage == .startTLS { move = .over(MailTrouble(.unreadable)) }
                return
            }
            do throws(SMTPReplyReader.Unreadable) {
                if let reply = try reader.take(byte) { take(reply) }
            } catch {
                move = .over(MailTrouble(.unreadable))
                return
            }
        }
    }

    /// Begins a mail; only when ready.
    package mutating func begin(_ letter: Letter) {
        precondition(move == .ready, "a mail begins when the server is ready for it")
        if letter.needsUnicodeAddresses, !offers.takesUnicodeAddresses {
            move = .settled(.failed(MailTrouble(.addressNotTaken)))
            return
        }
        if let largest = offers.largestMail, letter.text.count > largest {
            move = .settled(.failed(MailTrouble(.tooLarge)))
            return
        }
        self.letter = letter
        var line = "MAIL FROM:<\(letter.sender)>"
        if offers.asksForSize { line += " SIZE=\(letter.text.count)" }
        if letter.needsEightBits, offers.takesEightBits { line += " BODY=8BITMIME" }
        if letter.needsUnicodeAddresses { line += " SMTPUTF8" }
        say(line, .sender)
    }

    /// After `settled`: clears what a refused mail left behind.
    package mutating func goOn() {
        if letter != nil {
            letter = nil
            say("RSET", .reset)
        } else {
            (move, stage) = (.ready, .ready)
        }
    }

    /// Takes leave; only when ready.
    package mutating func quit() { say("QUIT", .farewell) }

    private mutating func say(_ line: String, _ next: Stage) {
        precondition(!line.utf8.contains { $0 == 13 || $0 == 10 || $0 == 0 }, "a command is one line")
        stage = next
        move = .send(Array((line + "\r\n").utf8))
    }

    private mutating func greet() { say("EHLO \(terms.name)", .hello) }

    private mutating func take(_ reply: SMTPReply) {
        if reply.code == SMTPReply.closing, stage != .farewell {
            move = .over(MailTrouble(.closing, reply))
            return
        }
        switch stage {
        case .greeting:
            if reply.code == 220 { greet() } else { end(.greetingRefused, reply) }
        case .hello:
            guard reply.code == 250 else { return end(.greetingRefused, reply) }
            offers = SMTPOffers(reply)
            signInOrSecure()
        case .startTLS:
            if reply.code == 220 { move = .secure } else { end(.encryptionRefused, reply) }
        case .signIn: goOnSigningIn(reply)
        case .sender, .recipient, .data, .text: takeAboutMail(reply)
        case .reset: reply.isPositive ? goOn() : end(.unreadable, reply)
        case .farewell: move = .over(nil)
        case .ready: end(.unreadable, reply)
        }
    }

    private mutating func end(_ kind: MailTrouble.Kind, _ reply: SMTPReply) {
        move = .over(MailTrouble(kind, reply))
    }
}

extension SMTPDialogue {
    private mutating func signInOrSecure() {
        if terms.security == .startTLS, !isSecure {
            guard offers.startsTLS else { return move = .over(MailTrouble(.encryptionMissing)) }
            return say("STARTTLS", .startTLS)
        }
        guard let account = terms.account else { return goOn() }
        if offers.signInWays.contains("PLAIN") {
            let words = [0] + Array(account.user.utf8) + [0] + Array(account.password.utf8)
            say("AUTH PLAIN " + PaddedBase64.encode(words), .signIn)
        } else if offers.signInWays.contains("LOGIN") {
            secrets = [account.user, account.password].map { PaddedBase64.encode(Array($0.utf8)) }
            say("AUTH LOGIN", .signIn)
        } else {
            move = .over(MailTrouble(.signInMissing))
        }
    }

    private mutating func goOnSigningIn(_ reply: SMTPReply) {
        switch reply.code {
        case 235: goOn()
        case 334 where !secrets.isEmpty: say(secrets.removeFirst(), .signIn)
        default: end(.signInRefused, reply)
        }
    }

    private mutating func takeAboutMail(_ reply: SMTPReply) {
        guard let letter else { return end(.unreadable, reply) }
        switch (stage, reply.code) {
        case (.sender, 250): say("RCPT TO:<\(letter.recipient)>", .recipient)
        case (.recipient, 250), (.recipient, 251): say("DATA", .data)
        case (.data, 354):
            let isSevenBit = letter.needsEightBits && !offers.takesEightBits
            stage = .text
            move = .send(SMTPText.stuffed(isSevenBit ? SMTPText.sevenBit(letter.text) : letter.text))
        case (.text, 250):
            self.letter = nil
            move = .settled(.taken("\(reply.code) \(reply.text)"))
        // About whether we may send at all, not about this mail.
        case (_, 530), (_, 534), (_, 535), (_, 538): end(.signInRefused, reply)
        case (_, 400...499): move = .settled(.failed(MailTrouble(.delayed, reply)))
        case (_, 500...599): move = .settled(.failed(MailTrouble(.refused, reply)))
        default: end(.unreadable, reply)
        }
    }
}
