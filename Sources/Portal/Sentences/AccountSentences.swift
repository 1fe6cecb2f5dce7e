package import Access

package protocol AccountSentences {
    var changePassword: String { get }
    var oldPassword: String { get }
    var newPassword: String { get }
    var newPasswordAgain: String { get }
    var passwordRules: String { get }
    var passwordsDiffer: String { get }
    var oldPasswordWrong: String { get }
    var passwordChanged: String { get }
    var passwordUnavailable: String { get }
    var signOutEverywhere: String { get }
    var signOutEverywhereHint: String { get }
    var signedOutHereOnly: String { get }
    var ownLanguage: String { get }
    var ownLanguageHint: String { get }
    var changeLanguage: String { get }
    var languageChanged: String { get }
    var yourRoles: String { get }
    var noRoles: String { get }
    var choosePassword: String { get }
    var chooseAndSignIn: String { get }
    var linkGoneTitle: String { get }
    var linkGone: String { get }
    var linkGoneNext: String { get }
    var joiningNotNoted: String { get }

    func choosePasswordFor(_ name: String, at company: String, agency: String) -> String
    func explain(_ refusal: PasswordRefusal) -> String
}
