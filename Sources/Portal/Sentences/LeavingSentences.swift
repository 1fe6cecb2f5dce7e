package protocol LeavingSentences {
    var leavingUndoHint: String { get }
    var leavingAuthenticator: String { get }
    var leavingLink: String { get }
    var leavingNoSite: String { get }
    var everywhere: String { get }
    var asEverywhere: String { get }
    var chooseSomebody: String { get }
    var returned: String { get }
    var returnNotRecorded: String { get }

    func leavingTitle(_ name: String) -> String
    func leavingSessions(_ count: Int) -> String
    func leavingPasskeys(_ count: Int) -> String
    func leavingSite(_ worksite: String, _ waiting: Int) -> String
    func notInYet(_ name: String) -> String
    func leavingStandIn(_ line: String) -> String
    func returnedTitle(_ name: String) -> String
    func goneLately(_ name: String) -> String
    func undoRemoval(_ name: String) -> String
    func undoRemovalHint(until time: String) -> String
}
