import Access
import Mail
import Staffing
import Tenancy

/// A mail with six digits that the person types into the page that asked for them.
struct CodeMail {
    let recipient: Correspondent
    let email: EmailAddress
    let code: String
    let purpose: CodePurpose

    /// True once it is kept in the queue or the outbox.
    func send(_ visit: Visit) async -> Bool {
        let setting = visit.services.setting
        guard let from = visit.sender(in: recipient.account.realm, company: recipient.company),
            let to = Mailbox(recipient.name, email.text)
        else { return false }
        let words = recipient.say.codeMail(
            code, purpose, name: MailText(recipient.name).text, company: MailText(recipient.company).text)
        let realm = recipient.account.realm.name
        let mail = MailMessage(
            from: from, to: to, subject: MailText(words.subject), paragraphs: words.paragraphs,
            written: visit.now.seconds, id: visit.services.world.drawNumber(), domain: setting.baseDomain,
            // A newer code ends an older one, and its mail takes the older one's place.
            addressee: Addressee(realm: realm, person: "\(purpose.rawValue)/\(recipient.email.text)")
        ).outgoing
        return await visit.services.outbox.put(mail)
    }
}

package enum CodePurpose: String, Sendable {
    case signIn = "sign-in-code"
    case newAddress = "address-code"
}
