package import Access
package import Staffing

/// What a role page says of the template that comes with the program.
package protocol StaffTemplateWords {
    var addFromTemplate: String { get }

    func templateAllows(_ names: [String]) -> String
}

/// What is said of the agency's own people.
package protocol StaffColleagueWords {
    var colleagues: String { get }
    var colleaguesExplanation: String { get }
    var inviteColleague: String { get }
    var colleagueRolesHint: String { get }
    var colleagueActive: String { get }
    var colleagueInvited: String { get }
    var colleagueLinkless: String { get }
    var colleagueOwnLoss: String { get }
    var colleagueLinkUnsent: String { get }
    var withdrawLink: String { get }

    /// What an address says was done; nothing for what it cannot say.
    func colleagueDone(_ deed: String) -> String?
    func colleagueEnds(_ keys: KeyCount) -> String
    func colleagueMail(
        name: String, inviter: String, agency: String, lastDay: String, isReset: Bool
    ) -> MailWords
    func explain(_ refusal: AgencyRefusal) -> String
}
