package import Staffing

package protocol DelegationSentences {
    var whenAway: String { get }
    var delegationHint: String { get }
    var inPlaceOfOthers: String { get }
    var newDelegation: String { get }
    var delegateEmail: String { get }
    var delegateEmailHint: String { get }
    var delegationScope: String { get }
    var everywhereDecided: String { get }
    var onlyThere: String { get }
    var worksiteNeeded: String { get }
    var giveDelegation: String { get }
    var endDelegation: String { get }
    var delegationGiven: String { get }
    var delegationEnded: String { get }
    var delegationUnmailed: String { get }
    var arrangeDelegation: String { get }

    func whenAway(_ name: String) -> String
    func standInsOf(_ name: String) -> String
    /// No worksites stand for all of them.
    func standsIn(
        _ delegate: String, for giver: String, at worksites: [String], from: String, through: String
    ) -> String
    func standsInFor(_ name: String, until day: String) -> String
    func signed(_ name: String, inPlaceOf giver: String) -> String
    func delegationMail(
        name: String, line: String, company: String, arranger: String, isEnd: Bool
    ) -> DelegationWords
    func explain(_ refusal: DelegationRefusal) -> String
}

/// What stands in the mail about a stand-in.
package struct DelegationWords: Sendable {
    package let subject: String
    package let paragraphs: [String]
}
