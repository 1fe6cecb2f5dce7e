package import Access
import HTTP
import Staffing

/// What the operator's log is told of the doors: who came in, who did not, and which forms were not ours.
/// Never what was typed, for people type passwords into the wrong field. What somebody does who is signed in
/// stands in the access trail instead.
package struct DoorEvent: Sendable {
    package enum Kind: Hashable, Sendable {
        case signedIn(Account)
        case wrongPassword
        /// The right password; a code is asked for before anybody is in.
        case askedForCode(Account)
        case wrongCode
        /// One of another host, unknown, changed, copied, or for a challenge that was answered before.
        case wrongPasskey
        /// More wrong passwords than are heard; nothing was compared.
        case tooManyTries
        /// The right password, but nobody is let in whose session is not on disk.
        case notRecorded
        case cameByInvitation(Account)
        /// A link that opens nothing here: never made, used, withdrawn, too old, or another company's.
        case deadInvitation
        /// A form that another site's page sent, or nobody's.
        case foreignForm
        /// A form of ours without the token of its session.
        case formWithoutToken
    }

    package let kind: Kind
    /// The number under which the error page and the trail speak of the same request.
    package let request: UInt64
    package let network: String
    /// The short name of the client, or `staff`.
    package let realm: String

    init(_ kind: Kind, _ exchange: Exchange, _ realm: Realm) {
        self.kind = kind
        request = exchange.id
        network = exchange.network
        self.realm = realm.name
    }

    /// Who came in, by the identifier of their record: names and addresses are the trail's.
    package var person: String? {
        switch kind {
        case .signedIn(let account), .askedForCode(let account), .cameByInvitation(let account):
            account.person.identifier
        case .wrongPassword, .wrongCode, .wrongPasskey, .tooManyTries, .notRecorded, .deadInvitation,
            .foreignForm, .formWithoutToken:
            nil
        }
    }
}

extension DoorEvent.Kind {
    fileprivate var account: Account? {
        switch self {
        case .signedIn(let account), .askedForCode(let account), .cameByInvitation(let account): account
        case .wrongPassword, .wrongCode, .wrongPasskey, .tooManyTries, .notRecorded, .deadInvitation,
            .foreignForm, .formWithoutToken:
            nil
        }
    }

    /// What the trail says of it. Who is not heard any more, and forms that are not ours, stand in the
    /// operator's log alone: anybody can make as many of those as they like.
    fileprivate var occasion: Occasion? {
        switch self {
        case .signedIn, .cameByInvitation: .signedIn
        case .wrongPassword, .wrongCode, .wrongPasskey: .signInFailed
        case .askedForCode, .tooManyTries, .notRecorded, .deadInvitation, .foreignForm, .formWithoutToken:
            nil
        }
    }
}

extension Viewer.Person {
    fileprivate var identifier: String? {
        switch self {
        case .contact(let id): id.pathText
        case .staff(let id): id.pathText
        case .worker(let id): id.pathText
        case .system, .nobody: nil
        }
    }
}

extension Realm {
    /// The client whose portal it is; nothing for the agency.
    var client: TenantID? { if case .tenant(let id) = self { id } else { nil } }

    /// As the log and the counting of guesses name it.
    var name: String {
        switch self {
        case .agency: "staff"
        case .tenant(let id): id.slug
        }
    }
}

extension Visit {
    /// Tells the operator's log, and the trail who came in and who did not. `account` is whose address was
    /// typed; nobody's is as good as any here, so that the same is done for both.
    func report(_ kind: DoorEvent.Kind, about account: Account? = nil) {
        services.report(DoorEvent(kind, exchange, realm))
        guard let occasion = kind.occasion else { return }
        let isIn = occasion == .signedIn
        // The name is that of the person's record; nothing is looked up at the door.
        services.trail.inbox.append(
            AccessRecord(
                at: now, request: exchange.id, realm: realm,
                person: (kind.account ?? account)?.person ?? viewer.person, name: viewer.name,
                method: request.head.method.name, path: Routes.withoutToken(request.head),
                status: (isIn ? Status.seeOther : .forbidden).code, network: exchange.network,
                session: nil, occasion: occasion))
    }
}
