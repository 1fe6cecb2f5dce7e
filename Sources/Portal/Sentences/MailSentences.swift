package import Mail

/// What people read about mails that did not arrive.
package protocol MailSentences {
    var mailUndelivered: String { get }

    /// Why an attempt failed, for whoever runs the mail server or the portal.
    func mailTrouble(_ trouble: MailTrouble) -> String
    /// Why somebody has no mail and what helps, for whoever invited them.
    func mailUndelivered(_ entry: MailEntry) -> String
}

/// The agency's page about mails.
package protocol StaffMailWords {
    var mailTitle: String { get }
    var mailExplanation: String { get }
    var noMailServer: String { get }
    var noMailServerExplanation: String { get }
    var noMails: String { get }
    var noMailsExplanation: String { get }
    var mailRecipient: String { get }
    var mailWritten: String { get }
    var mailActions: String { get }
    var mailTryNow: String { get }
    var mailGiveUp: String { get }
    var mailChanged: String { get }
    var mailSettledAlready: String { get }
    var mailOnItsWay: String { get }
    var mailNotRecorded: String { get }

    func mailState(_ state: MailState) -> String
    func mailStanding(_ standing: MailEntry.Standing, attempts: Int, at moment: String) -> String
}
