package import Staffing

/// What people hear by mail about how they sign in, and what the pages about it say.
package protocol SafetySentences {
    func safetyMail(_ report: SafetyReport) -> SafetyWords
    func codeMail(_ code: String, _ purpose: CodePurpose, name: String, company: String) -> SafetyWords
    func forgottenMail(name: String, company: String, link: String, minutes: Int) -> SafetyWords

    var forgottenTitle: String { get }
    var forgottenHint: String { get }
    var forgottenAskedTitle: String { get }
    var forgottenAsked: String { get }
    var forgottenLink: String { get }
    var mailLink: String { get }
    var mailedCodeTitle: String { get }
    var mailedCodeHint: String { get }
    var mailedCodeLost: String { get }
    var mailedCodeWrong: String { get }
    var mailedCodeOver: String { get }
    var codeNotMailed: String { get }
    func tooManyMails(seconds: Int) -> String

    var codeForCamera: String { get }
    var factorOwed: String { get }
    var factorOwedHint: String { get }
    var factorToShow: String { get }
    var factorToShowHint: String { get }
    var factorLost: String { get }
    var passkeyConfirmNeedsScript: String { get }

    var signInRules: String { get }
    var signInRulesSaved: String { get }
    var saveSignInRules: String { get }
    var codesNeedMailServer: String { get }
    var demandInForce: String { get }
    var demandBesidePassword: String { get }
    func signInRulesHint(_ company: String) -> String
    func demandedByAgency(_ demand: String) -> String
    func demandedByClient(_ demand: String) -> String
    func name(_ demand: SignInDemand) -> String
    func hint(_ demand: SignInDemand) -> String
    func explain(_ refusal: SignInDemandRefusal) -> String

    var factorsHeld: String { get }
    var endFactors: String { get }
    var endFactorsHint: String { get }
    func lostFactorsTitle(_ name: String) -> String
    func noFactorsHeld(_ name: String) -> String
    func passkeyNamed(_ name: String) -> String
    func factorsEnded(of name: String) -> String

    var emailAddress: String { get }
    var newAddress: String { get }
    var otherAddress: String { get }
    var newAddressHint: String { get }
    var mailCode: String { get }
    var codeFromMail: String { get }
    var changeAddress: String { get }
    var addressChanged: String { get }
    var addressIsYours: String { get }
    var addressNotChanged: String { get }
    func codeWentTo(_ address: String) -> String
}

/// What ops admins read about roles whose holders sign in with more than a password, and everybody of the
/// agency about their own.
package protocol RoleDemandSentences {
    var roleDemandsFactor: String { get }
    var roleDemandsFactorHint: String { get }
    func factorDemanded(of people: Int) -> String
    func factorReleased(of people: Int) -> String
    func staffAbility(_ role: RoleDefinition) -> String
}

package struct SafetyWords: Sendable {
    package let subject: String
    package let paragraphs: [String]
}
