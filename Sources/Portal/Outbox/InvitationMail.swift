import Formats
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

    /// Nothing when the address is one that no mail header can carry.
    func outgoing(_ visit: Visit) -> OutgoingMail? {
        let setting = visit.services.setting
        guard let from = Mailbox(setting.agencyName, "no-reply@\(setting.baseDomain)"),
            let to = Mailbox(name, email)
        else { return nil }
        let say = visit.say
        let words = say.invitationMail(
            name: MailText(name).text, company: MailText(company).text, inviter: MailText(inviter).text,
            agency: MailText(setting.agencyName).text, lastDay: lastDay.civil.text(.long, .englishUS),
            isReset: isReset)
        return MailMessage(
            from: from, to: to, subject: MailText(words.subject),
            paragraphs: [words.greeting, words.reason, link, words.limits, words.unasked], sent: visit.now,
            id: visit.services.world.drawNumber(), domain: setting.baseDomain
        ).outgoing
    }
}
