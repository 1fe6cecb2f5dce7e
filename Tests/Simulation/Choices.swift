import Staffing

/// What a person does next, and with which form.
extension Person {
    /// The deed and the fields of its form; no fields for a page that is only looked at.
    func choose(_ roster: Roster) -> (deed: Deed, fields: String?) {
        if role == .ghost { return (.look("/account"), nil) }
        guard cookie != nil else { return signIn() }
        guard formToken != nil else { return (.look(readsSheets ? "/timesheets" : "/account"), nil) }
        if chance.happens(percent: 4) { return (.signOut, "") }
        switch role {
        case .approver: return decide()
        case .reader: return read()
        case .admin: return manage(roster)
        case .guesser, .ghost: return signIn()
        }
    }

    private var readsSheets: Bool { role == .approver || role == .reader }

    private func signIn() -> (Deed, String?) {
        let isRight = role != .guesser
        let password = isRight ? Roster.password : "guess \(chance.below(1_000_000))"
        let target = isRight ? author.name : "approver"
        let email = "\(target)%40\(author.slug).example"
        return (.signIn(isRight: isRight), "email=\(email)&password=\(Self.encoded(password))")
    }

    private func decide() -> (Deed, String?) {
        if !approved.isEmpty, chance.happens(percent: 25) {
            return (.withdraw(sheet: chance.pick(approved)), "")
        }
        guard !waiting.isEmpty, chance.happens(percent: 80) else { return (.look("/timesheets"), nil) }
        let (sheet, seen) = chance.pick(waiting)
        switch chance.below(10) {
        case 0: return (.sendBack(sheet: sheet), "seen=\(seen)&reason=wrong-hours&words=no")
        case 1...3: return comment(on: sheet)
        default: return (.approve(sheet: sheet), "seen=\(seen)")
        }
    }

    private func comment(on sheet: String) -> (Deed, String?) {
        comments += 1
        let words = "\(author.name)-\(comments)-\(Roster.canary(author.slug))"
        return (.comment(sheet: sheet, words: words), "words=\(words)")
    }

    private func read() -> (Deed, String?) {
        if !waiting.isEmpty, chance.happens(percent: 50) {
            let sheet = chance.pick(waiting).sheet
            return chance.happens(percent: 50) ? comment(on: sheet) : (.look("/timesheets/\(sheet)"), nil)
        }
        return (.look(chance.pick(["/timesheets", "/assignments", "/account"])), nil)
    }

    private func manage(_ roster: Roster) -> (Deed, String?) {
        let client = roster.clients.first { $0.id.slug == author.slug }
        guard chance.happens(percent: 20), let guest = client?.contacts["guest"] else {
            return (.look(chance.pick(["/people", "/account"])), nil)
        }
        return (.remove(contact: Self.text(guest.rawValue)), "")
    }

    private static func encoded(_ text: String) -> String {
        text.split(separator: " ").joined(separator: "+")
    }
}
