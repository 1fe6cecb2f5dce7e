extension English {
    package var leavingUndoHint: String {
        "You can undo it for ten minutes; they then need a new link, and choose a password anew."
    }
    package var leavingAuthenticator: String { "Codes from an app end." }
    package var leavingLink: String { "A link that they have not used yet ends." }
    package var leavingNoSite: String { "No worksite is left without an approver." }
    package var everywhere: String { "Everywhere" }
    package var asEverywhere: String { "As everywhere" }
    package var chooseSomebody: String { "Choose somebody" }
    package var returned: String { "The removal is undone. They hold what they held before." }
    package var returnNotRecorded: String {
        "The server could not write down that their old sign-in has ended, so nothing was undone. Try again."
    }

    package func leavingTitle(_ name: String) -> String { "When \(name) leaves" }
    package func leavingSessions(_ count: Int) -> String {
        count == 1 ? "1 open session ends." : "\(count) open sessions end."
    }
    package func leavingPasskeys(_ count: Int) -> String {
        count == 1 ? "1 passkey ends." : "\(count) passkeys end."
    }
    package func leavingSite(_ worksite: String, _ waiting: Int) -> String {
        let sheets =
            switch waiting {
            case 0: "no timesheet waits there now"
            case 1: "1 timesheet waits there"
            default: "\(waiting) timesheets wait there"
            }
        return "Nobody else can approve at \(worksite); \(sheets)."
    }
    package func notInYet(_ name: String) -> String { "\(name) (invited, has not signed in yet)" }
    package func leavingStandIn(_ line: String) -> String { "\(line): that ends." }
    package func returnedTitle(_ name: String) -> String { "\(name) is back" }
    package func goneLately(_ name: String) -> String { "Access of \(name) was removed" }
    package func undoRemoval(_ name: String) -> String { "Undo: let \(name) back in" }
    package func undoRemovalHint(until time: String) -> String {
        "Until \(time). They get a new link by mail; their old password, passkeys and sessions stay ended."
    }
}
