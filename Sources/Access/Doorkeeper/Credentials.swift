internal import Crypto
internal import Staffing

/// Who can get in, apart from those who are: passwords, passkeys, second factors, open invitations, and the
/// networks and browsers that each account knows.
struct Credentials: Equatable {
    private(set) var passwords: [Account: PasswordHash] = [:]
    private(set) var factors = Factors()
    private(set) var invitations: [SHA256Digest: Invitation] = [:]
    private(set) var networks: [Account: [NetworkMark]] = [:]
    private(set) var browsers: [Account: [BrowserMark]] = [:]
    private var invited: [Account: SHA256Digest] = [:]

    /// Of each account, the latest.
    static let networksKept = 8
    static let browsersKept = 12

    struct Invitation: Hashable {
        let account: Account
        let expires: Moment
    }

    mutating func evolve(_ event: AccessEvent) {
        switch event {
        case .passwordSet(let account, let hash):
            passwords[account] = hash
            removeInvitation(of: account)
        case .networkLearned(let account, let network):
            var known = networks[account, default: []].filter { $0 != network }
            known.append(network)
            networks[account] = known.suffix(Self.networksKept)
        case .browserLearned(let account, let browser):
            let known = browsers[account, default: []].filter { $0 != browser } + [browser]
            browsers[account] = known.suffix(Self.browsersKept)
        case .invitationMade(let digest, let account, let expires):
            removeInvitation(of: account)
            invitations[digest] = Invitation(account: account, expires: expires)
            invited[account] = digest
        case .invitationUsed(let digest), .invitationWithdrawn(let digest): remove(digest)
        case .factor(let event, let account): factors.evolve(event, of: account)
        case .accountClosed(let account):
            passwords[account] = nil
            factors.removeAll(of: account)
            networks[account] = nil
            browsers[account] = nil
            removeInvitation(of: account)
        case .sessionOpened, .sessionPlaced, .sessionConfirmed, .confirmationsEnded, .sessionSeen,
            .sessionEnded, .sessionsEnded:
            break
        }
    }

    func knows(_ network: NetworkMark, for account: Account) -> Bool {
        networks[account]?.contains(network) == true
    }

    /// The invitation that a token stands for, as long as it lasts.
    func invitation(_ digest: SHA256Digest, at now: Moment) -> Account? {
        guard let invitation = invitations[digest], now < invitation.expires else { return nil }
        return invitation.account
    }

    func invitation(of account: Account) -> SHA256Digest? { invited[account] }

    mutating func removeExpired(at now: Moment) {
        for digest in invitations.filter({ $0.value.expires <= now }).keys { remove(digest) }
    }

    private mutating func removeInvitation(of account: Account) {
        if let digest = invited[account] { remove(digest) }
    }

    private mutating func remove(_ digest: SHA256Digest) {
        if let invitation = invitations.removeValue(forKey: digest) { invited[invitation.account] = nil }
    }
}

extension Sessions {
    /// `now` places moments that were written down on this process's steady clock. What has expired is
    /// left out.
    mutating func evolve(_ event: AccessEvent, at now: Reading) {
        switch event {
        case .sessionOpened(let digest, let account, let moment):
            let opened = now.recalled(moment)
            insert(digest, account: account, opened: opened, seen: opened)
        case .sessionPlaced(let digest, let place): put(digest, at: place)
        case .sessionConfirmed(let digest): confirm(digest)
        case .confirmationsEnded(let account): forgetConfirmations(of: account)
        case .sessionSeen(let digest, let moment): see(digest, at: now.recalled(moment))
        case .sessionEnded(let digest): remove(digest)
        case .sessionsEnded(let account, let kept): removeAll(of: account, except: kept)
        case .accountClosed(let account): removeAll(of: account)
        case .networkLearned, .browserLearned, .passwordSet, .factor, .invitationMade, .invitationUsed,
            .invitationWithdrawn:
            break
        }
    }
}
