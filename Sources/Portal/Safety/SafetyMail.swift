import Access
import Mail
import Staffing
import Tenancy

/// The mail that tells somebody what was changed about how they sign in. It holds no secret and no link that
/// does anything: what it names is a page behind the sign-in.
struct SafetyMail {
    let report: SafetyReport
    let recipient: Correspondent
    /// Where it goes; for a changed address once to each.
    let email: EmailAddress

    /// Nothing when the address is one that no mail header can carry.
    func outgoing(_ visit: Visit) -> OutgoingMail? {
        let setting = visit.services.setting
        guard let from = visit.sender(in: recipient.account.realm, company: recipient.company),
            let to = Mailbox(recipient.name, email.text)
        else { return nil }
        let words = recipient.say.safetyMail(report)
        // No two notices stand for each other, so none takes the place of one that still waits.
        return MailMessage(
            from: from, to: to, subject: MailText(words.subject), paragraphs: words.paragraphs,
            written: visit.now.seconds, id: visit.services.world.drawNumber(), domain: setting.baseDomain
        ).outgoing
    }
}

extension Visit {
    /// Leaves the notice for the person of an account, in the queue or the outbox. What it tells of has
    /// happened and stands, whether or not the notice could be kept. `doer` is who did it, when it was not
    /// the person themselves.
    func tell(_ account: Account, _ notice: SafetyNotice, doer: String? = nil) async {
        guard let recipient = await correspondent(account) else { return }
        await tell(recipient, notice, at: [recipient.email], doer: doer)
    }

    /// The same at addresses that may not be the person's present one.
    func tell(
        _ recipient: Correspondent, _ notice: SafetyNotice, at addresses: [EmailAddress], doer: String? = nil
    ) async {
        let report = SafetyReport(
            notice: notice, name: MailText(recipient.name).text, company: MailText(recipient.company).text,
            moment: recipient.clock.stamp(now),
            browser: doer == nil ? recipient.say.device(place.device) : nil,
            doer: doer.map { MailText($0).text }, page: recipient.origin + Routes.ownSignIn.address.path)
        for address in addresses {
            let mail = SafetyMail(report: report, recipient: recipient, email: address).outgoing(self)
            if let mail { _ = await services.outbox.put(mail) }
        }
    }
}
