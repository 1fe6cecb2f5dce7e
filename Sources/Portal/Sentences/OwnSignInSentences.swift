package import Access

package protocol OwnSignInSentences {
    var signInByPasskey: String { get }
    var passkeyNotUsed: String { get }
    var passkeyRefused: String { get }
    var codeTitle: String { get }
    var code: String { get }
    var codeHint: String { get }
    var codeLost: String { get }
    var codeBack: String { get }
    var codeTooLate: String { get }
    var wrongCode: String { get }

    var ownSignIn: String { get }
    var ownSignInHint: String { get }
    var confirmItIsYou: String { get }
    var confirmItIsYouHint: String { get }
    var confirm: String { get }
    var confirmByPasskey: String { get }
    var passkeys: String { get }
    var passkeysHint: String { get }
    var passkeysNeedScript: String { get }
    var noPasskeys: String { get }
    var passkeyName: String { get }
    var newPasskeyName: String { get }
    var newPasskeyDefault: String { get }
    var addPasskey: String { get }
    var passkeyNotAdded: String { get }
    var rename: String { get }
    var saveName: String { get }
    var remove: String { get }
    var authenticatorApp: String { get }
    var authenticatorAppHint: String { get }
    var appIsOff: String { get }
    var appIsOn: String { get }
    var setUpApp: String { get }
    var appFirstStep: String { get }
    var appFirstStepHint: String { get }
    var openApp: String { get }
    var secretByHand: String { get }
    var appSecondStep: String { get }
    var turnOnApp: String { get }
    var removeApp: String { get }
    var recoveryCodes: String { get }
    var recoveryCodesHint: String { get }
    var newRecoveryCodes: String { get }
    var codesKept: String { get }
    var openSessions: String { get }
    var unknownDevice: String { get }
    var thisBrowser: String { get }
    var signOutThere: String { get }

    func passkeyNameNeeded(longest: Int) -> String
    func passkeyUse(added: String, used: String?) -> String
    func appIsOn(since: String, codesLeft: Int) -> String
    func sessionTimes(opened: String, seen: String) -> String
    func fromNetwork(_ network: String) -> String
    func device(_ device: Device) -> String
    func explain(_ refusal: FactorRefusal) -> String
    func done(_ outcome: OwnSignInOutcome) -> String
}
