import Crypto
import Staffing

/// What a person makes of an answer, and what the ledger learns from it.
extension Person {
    static func text(_ number: UInt64) -> String { Base32Crockford.encode(number) }

    func hear(_ reply: Reply, to asked: Asked, _ ledger: Ledger, isTroubled: Bool) {
        if role == .ghost || asked.isGone, case .look = asked.deed, reply.status == 200 {
            ledger.find("\(who) \(asked.deed.words) with a session that had ended")
        }
        if role == .ghost { return }
        let unanswered = self.unanswered
        if asked.deed.isRecorded { self.unanswered = nil }
        if reply.status >= 500 {
            if !isTroubled {
                ledger.find("\(who) \(asked.deed.words) and hears \(reply.status) without any fault")
            }
            // Nobody knows whether it happened; the form is sent again.
            if asked.deed.isRecorded { self.unanswered = unanswered }
            return
        }
        if isSentToSignIn(reply, asked) { return lose(asked, ledger, isTroubled) }
        if asked.sending != .first { compare(reply, asked, ledger) }
        if asked.deed.isRecorded, let unanswered {
            answered = (unanswered.deed, unanswered.fields, reply.status, reply.location)
        }
        learn(asked, reply, ledger)
    }

    var who: String { "\(author.name)@\(author.slug)" }

    private func isSentToSignIn(_ reply: Reply, _ asked: Asked) -> Bool {
        switch asked.deed {
        case .signIn, .signOut: false
        default: reply.status == 303 && reply.location.hasPrefix("/sign-in")
        }
    }

    /// A session that was opened lasts, unless somebody ended it.
    private func lose(_ asked: Asked, _ ledger: Ledger, _ isTroubled: Bool) {
        if !isTroubled, asked.cookie == cookie, !ledger.mayBeRemoved(author), !mayHaveSignedOut {
            ledger.find("\(who) was signed in and is not any more")
        }
        (cookie, formToken) = (nil, nil)
    }

    /// The same form again gets the same answer.
    private func compare(_ reply: Reply, _ asked: Asked, _ ledger: Ledger) {
        if asked.sending == .again {
            if reply.status == 409 {
                ledger.find("\(who) \(asked.deed.words), asks again unanswered, and hears 409")
            }
            return
        }
        guard let answered, answered.deed == asked.deed else { return }
        if answered.status != reply.status || answered.location != reply.location {
            ledger.find(
                "\(who) \(asked.deed.words) again and hears \(reply.status) \(reply.location) "
                    + "instead of \(answered.status) \(answered.location)")
        }
    }

    private func learn(_ asked: Asked, _ reply: Reply, _ ledger: Ledger) {
        let isDone = reply.status == 303
        switch asked.deed {
        case .look(let path): if reply.status == 200 { read(reply.body, path) }
        case .signIn(let isRight): welcome(isRight, reply, to: asked, ledger)
        case .signOut:
            // Being sent to sign in says that nobody is signed in now, not that it stays so.
            guard isDone, reply.location.contains("out=1"), let ended = asked.cookie else { return }
            ledger.endSession(ended, of: author)
            (cookie, formToken, mayHaveSignedOut) = (nil, nil, false)
        case .approve(let sheet):
            waiting.removeAll { $0.sheet == sheet }
            guard isDone, reply.location.contains("approved=1") else { return }
            if !approved.contains(sheet) { approved.append(sheet) }
            if asked.sending != .needless { ledger.promise(asked.deed, to: author) }
        case .withdraw(let sheet):
            approved.removeAll { $0 == sheet }
            if isDone, asked.sending != .needless { ledger.promise(asked.deed, to: author) }
        case .sendBack(let sheet):
            waiting.removeAll { $0.sheet == sheet }
            if isDone, asked.sending != .needless { ledger.promise(asked.deed, to: author) }
        case .comment: if isDone, asked.sending != .needless { ledger.promise(asked.deed, to: author) }
        case .remove:
            guard isDone else { return }
            ledger.remove(Ledger.Author(slug: author.slug, name: "guest"))
        }
    }

    /// A sign-in that began before somebody was let go may end after it; what it opened lets nobody in.
    private func welcome(_ isRight: Bool, _ reply: Reply, to asked: Asked, _ ledger: Ledger) {
        guard let given = reply.cookie, reply.status == 303 else { return }
        if !isRight { ledger.find("\(who) guessed a password") }
        if asked.isGone { ledger.find("\(who) was removed and signed in") }
        (cookie, formToken, mayHaveSignedOut) = (given, nil, false)
    }

    private func read(_ body: [UInt8], _ path: String) {
        if formToken == nil { formToken = body.quoted(behind: "name=\"csrf\" value=\"", limit: 1).first }
        guard path == "/timesheets", role == .approver || role == .reader else { return }
        let seen = Set(body.quoted(behind: "name=\"sheet\" value=\"")).sorted()
        let links = Set(body.quoted(behind: "href=\"/timesheets/")).sorted()
        waiting = seen.map { $0.split(separator: "@").map(String.init) }.compactMap {
            $0.count == 2 ? ($0[0], $0[1]) : nil
        }
        if seen.isEmpty {
            waiting = links.filter { $0.allSatisfy { $0.isLetter || $0.isNumber } }.map { ($0, "") }
        }
    }
}
