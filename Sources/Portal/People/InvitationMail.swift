import Access
import Formats
import Mail
import Staffing
import Tenancy

/// The mail with somebody's link. Opening the link changes nothing; only choosing a password does.
struct InvitationMail {
    let name: String
    let email: EmailAddress
    /// The client company, or the agency for its own people.
    let company: String
    let inviter: String
    let link: String
    let lastDay: Day
    /// Whether the person has been in before.
    let isReset: Bool
    /// In the language of whom it goes to.
    let say: any Sentences
    let addressee: Addressee

    /// Nothing when the address is one that no mail header can carry.
    func outgoing(_ visit: Visit) -> OutgoingMail? {
        let setting = visit.services.setting
        guard let from = visit.sender(in: visit.realm, company: company),
            let to = Mailbox(name, email.text)
        else { return nil }
        let words = say.invitationMail(
            name: MailText(name).text, company: MailText(company).text, inviter: MailText(inviter).text,
            agency: MailText(setting.agencyName).text, lastDay: lastDay.civil.text(.long, say.formats),
            isReset: isReset)
        return MailMessage(
            from: from, to: to, subject: MailText(words.subject),
            paragraphs: [words.greeting, words.reason, link, words.limits, words.unasked],
            written: visit.now.seconds, id: visit.services.world.drawNumber(), domain: setting.baseDomain,
            addressee: addressee
        ).outgoing
    }
}

extension Addressee {
    /// Whoever has been in before has a mail of another kind: that an invitation failed once does not concern
    /// them any more.
    init(_ contact: Contact, of tenant: TenantID) {
        self.init(contact.id, of: tenant, isReset: contact.standing == .active)
    }

    fileprivate init(_ contact: ContactID, of tenant: TenantID, isReset: Bool) {
        self.init(realm: tenant.slug, person: contact.pathText + (isReset ? "/again" : ""))
    }
}

extension Visit {
    /// A mail that still waits with a link that has ended need not go out.
    func stopMail(to contact: ContactID, of tenant: TenantID) async {
        guard let queue = services.outbox.queue else { return }
        let moment = now.seconds
        await blocking(services.runBlocking) {
            for isReset in [false, true] {
                queue.withdraw(Addressee(contact, of: tenant, isReset: isReset), at: moment)
            }
        }
    }

    /// The last mail to somebody with a link, where it did not arrive.
    func undeliveredMail(to contact: Contact) -> MailEntry? {
        guard case .tenant(let tenant) = realm, let queue = services.outbox.queue,
            let entry = queue.latest(for: Addressee(contact, of: tenant)), entry.isUndelivered
        else { return nil }
        return entry
    }
}
