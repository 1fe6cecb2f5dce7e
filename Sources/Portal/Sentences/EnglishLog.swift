package import Access

extension English {
    package var logExport: String { "Export CSV" }
    package var logTime: String { "Time" }
    package var logWhat: String { "What happened" }
    package var logNetwork: String { "From" }
    package var logKind: String { "Kind" }
    package var logFrom: String { "From day" }
    package var logThrough: String { "Through day" }
    package var logEverybody: String { "Everybody" }
    package var logEverything: String { "Everything" }
    package var logEmpty: String { "Nothing found" }
    package var logEmptyHint: String { "Choose other days, another person or another kind." }
    package var logNobody: String { "Somebody unknown" }

    package func logExplanation(zone: String) -> String {
        "Who signed in, who looked at invoices and people, who changed what, and when the agency looked as "
            + "one of you. Times are those of \(zone)."
    }
    package func logCut(_ count: Int, _ agency: String) -> String {
        "This is as far back as is kept at hand. Ask \(agency) for what is older."
    }

    package func log(_ kind: LogDeed.Kind) -> String {
        switch kind {
        case .signIns: "Sign-ins"
        case .reads: "Looked at"
        case .changes: "Changes"
        case .views: "Agency looked as somebody"
        }
    }

    package func log(_ deed: LogDeed) -> String {
        switch deed {
        case .signedIn: "Signed in"
        case .signInFailed: "Tried to sign in and was not let in"
        case .signedOut: "Signed out"
        case .invoices: "Opened the list of invoices"
        case .invoice: "Opened an invoice"
        case .invoiceFile: "Opened an invoice file"
        case .statement: "Exported the statement"
        case .people: "Opened the list of people"
        case .person: "Opened a person"
        case .sight: "Looked up who can see what"
        case .log: "Opened the access log"
        case .approved: "Approved hours"
        case .approvalsTakenBack: "Took approvals back"
        case .sentBack: "Sent hours back"
        case .commented: "Asked about hours"
        case .invited: "Invited a person"
        case .invitedAgain: "Sent an invitation again"
        case .personChanged: "Changed a person"
        case .personRemoved: "Removed a person’s access"
        case .peopleChanged: "Changed something about people"
        case .receipt: "Opened a receipt"
        case .rulesChosen: "Chose the overtime rules of a worksite"
        case .roleChanged: "Changed what a role can do"
        case .workerNamed: "Said which worker a person is"
        case .peopleFile: "Looked at what a file of people would do"
        case .peopleFromFile: "Invited people from a file"
        case .personReturned: "Gave a person’s access back"
        case .standInNamed: "Named somebody who stands in"
        case .standInEnded: "Ended a standing in"
        case .ownSignInChanged: "Changed something about their own sign-in"
        case .brandingChanged: "Changed how the portal looks"
        case .worksiteAdded: "Added a worksite"
        case .invoicesMade: "Made invoices"
        case .paymentNoted: "Noted a payment"
        case .hoursTaken: "Took hours in"
        case .viewBegan: "Began to look as somebody"
        case .viewed: "Asked for a page as somebody"
        case .viewEnded: "Stopped looking as somebody"
        }
    }

    package func log(_ occasion: Occasion) -> String? {
        switch occasion {
        case .page, .sensitive: nil
        case .signedIn: log(LogDeed.signedIn)
        case .signInFailed: log(LogDeed.signInFailed)
        case .invited: log(LogDeed.invited)
        case .viewBegan(let seen, let reason): "Began to look as \(seen.name): \(reason)"
        case .viewed(let seen): "Asked for a page as \(seen.name)"
        case .approvedTogether(let count):
            count == 1 ? "Approved 1 timesheet" : "Approved \(count) timesheets"
        case .viewEnded(let seen): "Stopped looking as \(seen.name)"
        }
    }
}
