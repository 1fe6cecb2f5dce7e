import Mail
import Staffing
import Tenancy

/// Tells somebody that one stands in for another, or no longer does.
struct DelegationMail: Sendable {
    let to: Contact
    let say: any Sentences
    /// What is so from now on, as the pages say it.
    let line: String
    let company: String
    let arranger: String
    let isEnd: Bool

    static func about(
        _ events: [DelegationEvent], _ state: TenantState, _ visit: Visit
    ) -> [DelegationMail] {
        events.flatMap { event in
            if case .given(let delegation) = event {
                both(about: delegation, isEnd: false, state, visit)
            } else {
                [] as [DelegationMail]
            }
        }
    }

    /// One to each of the two who can still come in.
    static func both(
        about delegation: Delegation, isEnd: Bool, _ state: TenantState, _ visit: Visit
    ) -> [DelegationMail] {
        [delegation.giver, delegation.delegate].compactMap { state.contacts[$0] }
            .filter { $0.standing != .removed }.map {
                let say = $0.language.sentences
                let line = DelegationLines(state, say, on: visit.today).line(delegation)
                return DelegationMail(
                    to: $0, say: say, line: line, company: state.client.name, arranger: visit.viewer.name,
                    isEnd: isEnd)
            }
    }

    /// Nothing when the address is one that no mail header can carry.
    func outgoing(_ visit: Visit) -> OutgoingMail? {
        let setting = visit.services.setting
        guard let from = visit.sender(in: visit.realm, company: company),
            let to = Mailbox(to.name, to.email.text)
        else { return nil }
        let words = say.delegationMail(
            name: MailText(self.to.name).text, line: MailText(line).text, company: MailText(company).text,
            arranger: MailText(arranger).text, isEnd: isEnd)
        return MailMessage(
            from: from, to: to, subject: MailText(words.subject), paragraphs: words.paragraphs,
            written: visit.now.seconds, id: visit.services.world.drawNumber(), domain: setting.baseDomain
        ).outgoing
    }
}
