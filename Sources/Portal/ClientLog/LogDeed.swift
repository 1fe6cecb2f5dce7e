import Access
import Staffing

/// What a line of a client's access log says that somebody did. What is not on this list stands in the
/// agency's own log alone.
package enum LogDeed: String, CaseIterable, Sendable {
    case signedIn, signInFailed, signedOut
    case invoices, invoice, invoiceFile, statement, people, person, sight, log
    case receipt, rulesChosen, roleChanged, workerNamed
    case approved, approvalsTakenBack, sentBack, commented
    case invited, invitedAgain, personChanged, personRemoved, peopleChanged
    case personReturned, standInNamed, standInEnded
    case peopleFile, peopleFromFile
    case ownSignInChanged, brandingChanged
    case worksiteAdded, invoicesMade, paymentNoted, hoursTaken
    case viewBegan, viewed, viewEnded

    /// By what people look for in a log.
    package enum Kind: String, CaseIterable, Sendable { case signIns, reads, changes, views }

    var kind: Kind {
        switch self {
        case .signedIn, .signInFailed, .signedOut: .signIns
        case .invoices, .invoice, .invoiceFile, .statement, .people, .person, .sight, .log,
            .receipt:
            .reads
        case .rulesChosen, .roleChanged, .workerNamed, .approved, .approvalsTakenBack, .sentBack, .commented,
            .invited, .invitedAgain, .personChanged,
            .personRemoved, .peopleChanged, .personReturned, .standInNamed, .standInEnded, .peopleFile,
            .peopleFromFile, .ownSignInChanged, .brandingChanged, .worksiteAdded, .invoicesMade,
            .paymentNoted,
            .hoursTaken:
            .changes
        case .viewBegan, .viewed, .viewEnded: .views
        }
    }
}

extension LogDeed {
    /// Nothing for what a client's log does not tell.
    init?(_ record: AccessRecord) {
        switch record.occasion {
        case .signedIn: self = .signedIn
        case .signInFailed: self = .signInFailed
        case .invited: self = .invited
        case .viewBegan: self = .viewBegan
        case .viewed: self = .viewed
        case .viewEnded: self = .viewEnded
        case .approvedTogether: self = .approved
        case .page, .sensitive:
            guard let deed = LogDeed(record.method, record.path), deed.hasHappened(record.status) else {
                return nil
            }
            self = deed
        }
    }

    private init?(_ method: String, _ path: String) {
        let segments = path.split(separator: "/")
        let rest = segments.dropFirst(2).map { "/" + $0 }.joined()
        let pattern = "\(method) /\(segments.first ?? "")/*" + rest
        if Self.untold.contains("\(method) \(path)") { return nil }
        if let deed = Self.named["\(method) \(path)"] ?? Self.keyed[pattern] {
            self = deed
        } else if method == "POST", segments.first == Routes.people.segments[0][...] {
            self = .peopleChanged
        } else if method == "POST", segments.first == Routes.account.segments[0][...] {
            self = .ownSignInChanged
        } else {
            return nil
        }
    }

    /// A form that did something leads elsewhere; a page in its place says what is wrong with it.
    private func hasHappened(_ status: Int) -> Bool {
        switch self {
        case .invitedAgain: status == 200
        case _ where kind == .reads: (200..<400).contains(status)
        default: status == 303
        }
    }

    /// Forms about nobody yet, whose addresses stand where those of people do.
    private static let untold: Set<String> = [
        "GET /people/invitation", "GET /people/from-file", "GET /people/sign-in-rules",
    ]

    private static let named: [String: LogDeed] = [
        "GET /invoices": .invoices, "GET /invoices/statement.csv": .statement, "GET /people": .people,
        "GET /people/csv": .people,
        "GET /access-log": .log, "GET /access-log/csv": .log, "POST /sign-out": .signedOut,
        "POST /account/sign-out-everywhere": .signedOut,
        "POST /timesheets/approvals/withdrawal": .approvalsTakenBack,
        "POST /account/delegations": .standInNamed, "POST /branding": .brandingChanged,
        "POST /people/from-file": .peopleFile,
        "POST /people/from-file/invitations": .peopleFromFile,
        "POST /people/sign-in-rules": .peopleChanged,
    ]

    /// With a record in the address; of the agency's pages those that show or change what is the client's.
    private static let keyed: [String: LogDeed] = [
        "GET /invoices/*": .invoice, "GET /invoices/*/csv": .invoiceFile, "GET /invoices/*/pdf": .invoiceFile,
        "GET /people/*": .person, "GET /people/*/access": .sight, "GET /timesheets/*/access": .sight,
        "GET /invoices/*/access": .sight, "POST /timesheets/*/approval": .approved,
        "POST /timesheets/*/approval/withdrawal": .approvalsTakenBack,
        "POST /timesheets/*/rejection": .sentBack, "POST /timesheets/*/comments": .commented,
        "POST /people/*": .personChanged, "POST /people/*/removal": .personRemoved,
        "POST /people/*/invitation": .invitedAgain, "POST /people/*/return": .personReturned,
        "POST /people/*/delegations": .standInNamed, "POST /delegations/*/end": .standInEnded,
        "GET /tenants/*/people": .people, "GET /tenants/*/access": .sight,
        "GET /tenants/*/invoices/pdf": .invoiceFile, "POST /tenants/*/worksites": .worksiteAdded,
        "POST /tenants/*/invoices": .invoicesMade, "POST /tenants/*/invoices/payment": .paymentNoted,
        "POST /tenants/*/imports": .hoursTaken,
        "GET /timesheets/*/receipt/pdf": .receipt, "GET /timesheets/*/receipt/json": .receipt,
        "POST /tenants/*/overtime-rules": .rulesChosen, "POST /roles/*": .roleChanged,
        "POST /roles/*/retirement": .roleChanged, "POST /tenants/*/people/worker": .workerNamed,
        "POST /tenants/*/people/from-file": .peopleFile,
        "POST /tenants/*/people/from-file/invitations": .peopleFromFile,
        "POST /tenants/*/branding": .brandingChanged,
    ]
}
