import Mail
import Staffing
import Tenancy

/// The mail about hours that wait, as it is left in the outbox. Its number is that of the reminder in the
/// journal, so that after a crash the queue knows whether it was written.
struct DigestMail: Sendable {
    let reminder: Reminder
    /// What the link carries; only its hash is kept.
    let token: String
    let contact: Contact
    let company: String
    let tenant: TenantID
    /// The first deadline, and each line of the mail, as they read on the clocks of the worksites.
    let moment: String
    let lines: [String]

    /// Nothing when the address is one that no mail header can carry.
    func outgoing(_ services: Services, _ say: any Sentences) -> OutgoingMail? {
        let setting = services.setting
        guard let from = Mailbox(setting.agencyName, setting.mailSender),
            let to = Mailbox(contact.name, contact.email.text), let key = TokenKey(pathText: token)
        else { return nil }
        let words = say.ofCutoffs.digestMail(
            DigestWords(
                name: MailText(contact.name).text, company: MailText(company).text, rung: reminder.rung,
                moment: moment, lines: lines.map { MailText($0).text },
                link: setting.origin(of: tenant) + Routes.digest(key).path))
        return MailMessage(
            from: from, to: to, subject: MailText(words.subject), paragraphs: words.paragraphs,
            written: reminder.at.seconds, id: reminder.id.rawValue, domain: setting.baseDomain,
            addressee: Addressee(digestTo: contact.id, of: tenant)
        ).outgoing
    }
}

extension Addressee {
    /// A newer digest says all that an older one said.
    init(digestTo contact: ContactID, of tenant: TenantID) {
        self.init(realm: tenant.slug, person: "digest/" + contact.pathText)
    }
}
