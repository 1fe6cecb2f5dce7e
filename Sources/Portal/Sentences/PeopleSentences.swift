package import Staffing

package protocol PeopleSentences {
    var inviteSomebody: String { get }
    var searchPeople: String { get }
    var findPeople: String { get }
    var personColumn: String { get }
    var wholeCompany: String { get }
    var noAccess: String { get }
    var peopleByWorksite: String { get }
    var nobodyFound: String { get }
    var nobodyFoundHint: String { get }
    var personName: String { get }
    var personLanguage: String { get }
    var fromDay: String { get }
    var throughDay: String { get }
    var optionalMark: String { get }
    var personRoles: String { get }
    var personRolesHint: String { get }
    var datesDiffer: String { get }
    var datesAsRecorded: String { get }
    var thisPerson: String { get }
    var sentenceCan: String { get }
    var doNothingYet: String { get }
    var sentenceFrom: String { get }
    var sentenceUntil: String { get }
    var furtherNotice: String { get }
    var sentenceToday: String { get }
    var sentenceAnd: String { get }
    var sendInvitation: String { get }
    var savePerson: String { get }
    var saveAnyway: String { get }
    var leaveForm: String { get }
    var removeAccess: String { get }
    var removeAccessHint: String { get }
    var sendLinkAgain: String { get }
    var peopleChanged: String { get }
    var personRemoved: String { get }
    var dateNeeded: String { get }
    var dateUnclear: String { get }
    var fromNeeded: String { get }
    var changedMeanwhile: String { get }
    var losingOwnAdmin: String { get }
    var removingYourself: String { get }
    var handOver: String { get }
    var handOverTo: String { get }
    var chooseReceiver: String { get }
    var keysRemain: String { get }

    func peopleHint(client: String) -> String
    func peopleCount(people: Int, worksites: Int) -> String
    func nobodyApproves(at worksites: [String]) -> String
    var nobodyApprovesHint: String { get }
    func name(_ standing: Contact.Standing) -> String
    func name(_ language: Language) -> String
    func begins(_ day: String) -> String
    func ends(_ day: String) -> String
    func ended(_ day: String) -> String
    func editTitle(_ name: String) -> String
    func recordedNow(_ holdings: String) -> String
    func leavesUncovered(_ worksites: [String]) -> String
    func removalTitle(_ name: String) -> String
    func saveDespite(_ worksites: [String]) -> String
    func removeDespite(_ worksites: [String]) -> String
    func explain(_ refusal: PeopleRefusal) -> String
}

/// What stands in the mail that brings somebody a link.
package struct MailWords: Sendable {
    package let subject: String
    package let greeting: String
    package let reason: String
    package let limits: String
    package let unasked: String
}

package protocol InvitationSentences {
    var invitationLink: String { get }
    var invitationLinkHint: String { get }
    var linkNotMade: String { get }
    var linkStays: String { get }
    var toPeople: String { get }

    func invitedTitle(_ name: String) -> String
    func linkSent(to email: String, until day: String) -> String
    func linkNotSent(to email: String, until day: String) -> String
    func resetNotSent(to email: String) -> String
    var linkAgainLater: String { get }
    func invitationMail(
        name: String, company: String, inviter: String, agency: String, lastDay: String, isReset: Bool
    ) -> MailWords
}
