import Access
import Staffing

extension EnglishStaff: StaffColleagueWords {
    var colleagues: String { "Agency people" }
    var colleaguesExplanation: String { "Who works for the agency, and what they can do at every client" }
    var inviteColleague: String { "Invite a colleague" }
    var colleagueRolesHint: String { "Roles of the agency hold at every client." }
    var colleagueActive: String { "Active" }
    var colleagueInvited: String { "Invited" }
    var colleagueLinkless: String { "Has no link that works" }
    var colleagueOwnLoss: String {
        "This is you: you could not change people and roles any more, nor undo this."
    }
    var colleagueLinkUnsent: String {
        "No mail could be written. They can ask for a link themselves on the page where they sign in."
    }
    var withdrawLink: String { "Withdraw the link" }

    func colleagueDone(_ deed: String) -> String? {
        switch deed {
        case "saved": "Saved. It holds from now on, also in open sessions."
        case "removed": "Access removed. They are signed out everywhere."
        case "withdrawn": "The link has ended. Send a new one whenever they need it."
        default: nil
        }
    }

    func colleagueEnds(_ keys: KeyCount) -> String {
        let sessions = keys.sessions == 1 ? "1 open session" : "\(keys.sessions) open sessions"
        let passkeys = keys.passkeys == 1 ? "1 passkey" : "\(keys.passkeys) passkeys"
        let link = keys.hasInvitation ? ", and a link that was not used yet" : ""
        return "These end at once: \(sessions), the password, \(passkeys)\(link)."
    }

    func colleagueMail(
        name: String, inviter: String, agency: String, lastDay: String, isReset: Bool
    ) -> MailWords {
        MailWords(
            subject: isReset ? "Your new link for \(agency)" : "Your access at \(agency)",
            greeting: "Hello \(name),",
            reason: isReset
                ? "\(inviter) sends you a link for the staff side of \(agency). Choose a new password there:"
                : "\(inviter) invites you to the staff side of \(agency). Open this to choose a password:",
            limits: """
                The link works once, through \(lastDay). Afterwards you sign in with this address and the \
                password.
                """,
            unasked: "If you do not expect this, ignore it: opening the link changes nothing.")
    }

    func explain(_ refusal: AgencyRefusal) -> String {
        switch refusal {
        case .notAllowed: "You may not change the agency’s people."
        case .unknown: "There is no such person."
        case .nameMissing: "Enter a name of at most \(PeopleRules.longestName) characters"
        case .emailInvalid: "Enter an email address in the form name@agency.example"
        case .emailTaken: "Somebody of the agency has this email address already"
        case .rolesMissing: "Choose one role at least"
        case .roleUnknown: "One of the roles is not given any more. Reload the page."
        case .lastOpsAdmin:
            "Nobody else can change people and roles. Give somebody else such a role first."
        case .slugInvalid, .slugTaken, .rateImpossible: opening(refusal)
        }
    }
}

extension EnglishStaff: StaffTemplateWords {
    var addFromTemplate: String { "Add them, after a look at whom it affects" }

    func templateAllows(_ names: [String]) -> String {
        "The role that comes with the program can also: \(names.joined(separator: ", "))."
    }
}
