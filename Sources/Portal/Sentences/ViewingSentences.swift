/// What is read around a look as somebody else.
package protocol ViewingSentences {
    var viewingBanner: String { get }
    var viewingStop: String { get }
    var viewingBegin: String { get }
    var viewingWho: String { get }
    var viewingReason: String { get }
    var viewingReasonHint: String { get }
    var viewingOffer: String { get }
    var viewingLink: String { get }
    var viewingOnly: String { get }
    var viewingOver: String { get }
    var viewingOverExplanation: String { get }
    var viewingBack: String { get }
    var viewingChangesNothing: String { get }
    var viewingNotForOthers: String { get }
    var viewingNotRecorded: String { get }
    var viewingTooMany: String { get }

    func viewingAs(_ staff: String, _ person: String) -> String
    func viewingUntil(_ time: String) -> String
    func viewingTitle(_ person: String) -> String
    func viewingTerms(minutes: Int) -> String
    func viewingReasonWanted(_ shortest: Int, _ longest: Int) -> String
    func viewingReady(seconds: Int) -> String
    func viewingGo(_ person: String) -> String
}

extension English {
    package var viewingBanner: String { "You are looking as somebody else" }
    package var viewingStop: String { "Stop looking" }
    package var viewingBegin: String { "Begin" }
    package var viewingWho: String { "Who looks" }
    package var viewingReason: String { "Reason" }
    package var viewingReasonHint: String {
        "The client’s admins read it in their access log, with your name and the time."
    }
    package var viewingOffer: String { "Go on" }
    package var viewingLink: String { "View as this person" }
    package var viewingOnly: String { "You are only looking" }
    package var viewingOver: String { "The look has ended" }
    package var viewingOverExplanation: String {
        "You see nothing more as this person. To look again, give a reason again on the staff side."
    }
    package var viewingBack: String { "Back to the staff side" }
    package var viewingChangesNothing: String {
        "You are looking as somebody else, so nothing was changed. What this button does is for that person "
            + "alone."
    }
    package var viewingNotForOthers: String {
        "How somebody signs in, and where they are signed in, is shown to nobody else."
    }
    package var viewingNotRecorded: String {
        "The access log cannot be written now, so nobody can look as somebody else. Try again in a moment."
    }
    package var viewingTooMany: String {
        "Too many people are looking as somebody else now. Try again in a quarter of an hour."
    }

    package func viewingAs(_ staff: String, _ person: String) -> String {
        "\(staff) is looking as \(person)."
    }
    package func viewingUntil(_ time: String) -> String { "Until \(time). Nothing can be changed." }
    package func viewingTitle(_ person: String) -> String { "View as \(person)" }
    package func viewingTerms(minutes: Int) -> String {
        "You see the portal exactly as this person would, for \(minutes) minutes, and can change nothing. "
            + "Each page is recorded with both names."
    }
    package func viewingReasonWanted(_ shortest: Int, _ longest: Int) -> String {
        "Enter a reason of \(shortest) to \(longest) characters"
    }
    package func viewingReady(seconds: Int) -> String {
        "The way is open once, for \(seconds) seconds. It ends when you sign out here."
    }
    package func viewingGo(_ person: String) -> String { "Open the portal as \(person)" }
}
