package import Access

extension English {
    package var signInByPasskey: String { "Sign in with a passkey" }
    package var passkeyNotUsed: String {
        "No passkey was used. Try again, or sign in with your password."
    }
    package var passkeyRefused: String {
        "This passkey does not open this door. Try again, or use your password."
    }
    package var codeTitle: String { "Enter your code" }
    package var code: String { "Code" }
    package var codeHint: String { "The six digits that your authenticator app shows now." }
    package var codeLost: String {
        """
        Lost the phone? Enter one of your recovery codes instead. Without those, ask your company's admin \
        or the agency.
        """
    }
    package var codeBack: String { "Back to the password" }
    package var codeTooLate: String { "That took too long. Enter your password again." }
    package var wrongCode: String {
        "This code does not hold. Enter the one that the app shows now; each is taken once."
    }

    package var ownSignIn: String { "Your sign-in" }
    package var ownSignInHint: String { "Passkeys, authenticator app, and where you are signed in." }
    package var confirmItIsYou: String { "Confirm that it is you" }
    package var confirmItIsYouHint: String {
        "To change anything here, show once more who you are. It holds for ten minutes."
    }
    package var confirm: String { "Confirm" }
    package var confirmByPasskey: String { "Confirm with a passkey" }
    package var passkeys: String { "Passkeys" }
    package var passkeysHint: String {
        "Sign in by fingerprint, face or the PIN of your device, without a password and without a code."
    }
    package var passkeysNeedScript: String { "To add a passkey, allow JavaScript for this site." }
    package var noPasskeys: String { "You have none yet." }
    package var passkeyName: String { "Name" }
    package var newPasskeyName: String { "Name of the new passkey" }
    package var newPasskeyDefault: String { "My device" }
    package var addPasskey: String { "Add a passkey" }
    package var passkeyNotAdded: String {
        "No passkey was added. Try again; if this device has one already, it is on the list."
    }
    package var rename: String { "Rename" }
    package var saveName: String { "Save" }
    package var remove: String { "Remove" }
    package var authenticatorApp: String { "Authenticator app" }
    package var authenticatorAppHint: String {
        "With an app on your phone, your password alone opens nothing: a code from the app is asked for too."
    }
    package var appIsOff: String { "Not set up." }
    package var appIsOn: String { "Your recovery codes are ready." }
    package var setUpApp: String { "Set up an authenticator app" }
    package var appFirstStep: String { "1. Give the app its secret" }
    package var appFirstStepHint: String {
        "Scan this picture with the app, or open the link below on the phone that has the app."
    }
    package var openApp: String { "Open the app" }
    package var secretByHand: String {
        "Or choose “enter a setup key” in the app and type this. It is a secret: show it to nobody."
    }
    package var appSecondStep: String { "2. Enter the code that it shows" }
    package var turnOnApp: String { "Turn on" }
    package var removeApp: String { "Turn off the app" }
    package var recoveryCodes: String { "Recovery codes" }
    package var recoveryCodesHint: String {
        """
        Each of these signs you in once when you do not have the app. Print them or keep them in a password \
        manager. They are not shown again, and earlier ones no longer work.
        """
    }
    package var newRecoveryCodes: String { "Make new recovery codes" }
    package var codesKept: String { "I have kept them" }
    package var openSessions: String { "Where you are signed in" }
    package var unknownDevice: String { "Browser not recorded" }
    package var thisBrowser: String { "This browser" }
    package var signOutThere: String { "Sign out there" }

    package func passkeyNameNeeded(longest: Int) -> String {
        "Enter a name of 1 to \(longest) characters for the passkey"
    }
    package func passkeyUse(added: String, used: String?) -> String {
        "Added \(added). " + (used.map { "Last used \($0)." } ?? "Not used yet.")
    }
    package func appIsOn(since: String, codesLeft: Int) -> String {
        let codes = codesLeft == 1 ? "1 recovery code" : "\(codesLeft) recovery codes"
        return "On since \(since). \(codes) left."
    }
    package func sessionTimes(opened: String, seen: String) -> String {
        "Signed in \(opened). Last used \(seen)."
    }
    package func fromNetwork(_ network: String) -> String { "From \(network)" }

    package func device(_ device: Device) -> String {
        let browser =
            switch device.browser {
            case .other: "A browser"
            case .chrome: "Chrome"
            case .edge: "Edge"
            case .firefox: "Firefox"
            case .safari: "Safari"
            case .samsung: "Samsung Internet"
            case .opera: "Opera"
            }
        let system: String? =
            switch device.system {
            case .other: nil
            case .windows: "Windows"
            case .mac: "Mac"
            case .linux: "Linux"
            case .android: "Android"
            case .iPhone: "iPhone"
            case .iPad: "iPad"
            case .chromeOS: "ChromeOS"
            }
        return browser + (system.map { " on \($0)" } ?? "")
    }

    package func explain(_ refusal: FactorRefusal) -> String {
        switch refusal {
        case .notProved: "Confirm first that it is you. Nothing was changed."
        case .notConfirmed: "Show first what you have set up already. Nothing was changed."
        case .missing: "It is not there any more."
        case .tooMany(let maximum): "You have \(maximum) passkeys. Remove one before you add another."
        case .known: "This passkey is on your list already."
        case .passkey: passkeyNotAdded
        case .wrongCode: wrongCode
        case .isSet: "An authenticator app is set up already. Turn it off before you set up another."
        case .unavailable: "The server could not confirm it. Look at this page again in a minute."
        }
    }

    package func done(_ outcome: OwnSignInOutcome) -> String {
        switch outcome {
        case .passkeyAdded: "The passkey is added. You can sign in with it."
        case .passkeyRenamed: "The passkey has its new name."
        case .passkeyRemoved: "The passkey is removed. It opens nothing any more."
        case .authenticatorRemoved: "The app is turned off. Your password alone signs you in."
        case .session: "That session has ended."
        }
    }
}
