package protocol SignInSentences {
    var signIn: String { get }
    var email: String { get }
    var password: String { get }
    var wrongPassword: String { get }
    var signInUnavailable: String { get }
    var signOutUnavailable: String { get }
    var signedOut: String { get }
    var sessionEnded: String { get }
    var forgotPassword: String { get }

    func signInTo(_ name: String) -> String
    func tooManyTries(seconds: Int) -> String
}

extension English {
    package var signIn: String { "Sign in" }
    package var email: String { "Email" }
    package var password: String { "Password" }
    package var wrongPassword: String {
        "The email and password do not belong together. Check both and try again."
    }
    package var signInUnavailable: String {
        "Nobody can sign in at the moment, because the server cannot write. Try again in a minute."
    }
    package var signOutUnavailable: String {
        "You are signed out here, but the server could not write it down. Sign out again in a minute."
    }
    package var signedOut: String { "You are signed out." }
    package var sessionEnded: String {
        "Your session had ended, so nothing was changed. Sign in, and do it once more."
    }
    package var forgotPassword: String {
        "No mail reaches you? Your company's admin or the agency sends you a new link."
    }

    package func signInTo(_ name: String) -> String { "to \(name)" }
    package func tooManyTries(seconds: Int) -> String {
        let minutes = (seconds + 59) / 60
        return "Too many tries. Wait \(minutes) \(minutes == 1 ? "minute" : "minutes"), then try again."
    }
}
