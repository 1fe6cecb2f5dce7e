internal import Crypto
internal import Staffing

/// Each account's means of signing in, beside its password.
struct Factors: Equatable {
    /// In the order in which they were added.
    private(set) var passkeys: [Account: [Passkey]] = [:]
    private(set) var authenticators: [Account: Authenticator] = [:]
    private(set) var recoveryCodes: [Account: Set<SHA256Digest>] = [:]
    private var owners: [Place: Account] = [:]

    /// The same credential may not occur twice at one host.
    private struct Place: Hashable {
        let realm: Realm
        let credentialID: [UInt8]
    }

    mutating func evolve(_ event: FactorEvent, of account: Account) {
        switch event {
        case .passkeyAdded(let passkey):
            passkeys[account, default: []].append(passkey)
            owners[Place(realm: account.realm, credentialID: passkey.credentialID)] = account
        case .passkeyRenamed(let id, let name): change(id, of: account) { $0.name = name }
        case .passkeyUsed(let id, let counter, let moment):
            change(id, of: account) { passkey in
                passkey.counter = counter
                passkey.used = moment
            }
        case .passkeyRemoved(let id):
            guard let passkey = passkey(id, of: account) else { return }
            owners[Place(realm: account.realm, credentialID: passkey.credentialID)] = nil
            passkeys[account]?.removeAll { $0.id == id }
            if passkeys[account]?.isEmpty == true { passkeys[account] = nil }
        case .authenticatorSet(let authenticator): authenticators[account] = authenticator
        case .authenticatorRemoved:
            authenticators[account] = nil
            recoveryCodes[account] = nil
        case .codeTaken(let step): authenticators[account]?.lastStep = step
        case .recoveryCodesMade(let codes): recoveryCodes[account] = Set(codes)
        case .recoveryCodeTaken(let code): recoveryCodes[account]?.remove(code)
        }
    }

    /// A person was removed: nothing of theirs opens anything any more.
    mutating func removeAll(of account: Account) {
        for passkey in passkeys[account] ?? [] { evolve(.passkeyRemoved(passkey.id), of: account) }
        evolve(.authenticatorRemoved, of: account)
    }

    func passkey(_ id: PasskeyID, of account: Account) -> Passkey? {
        passkeys[account]?.first { $0.id == id }
    }

    /// Whose passkey answers, and which it is.
    func owner(of credentialID: [UInt8], in realm: Realm) -> (account: Account, passkey: Passkey)? {
        guard let account = owners[Place(realm: realm, credentialID: credentialID)],
            let passkey = passkey(PasskeyID(credentialID), of: account)
        else { return nil }
        return (account, passkey)
    }

    /// What leads to this state, as short as it can be said.
    var events: [(Account, FactorEvent)] {
        passkeys.flatMap { account, all in all.map { (account, .passkeyAdded($0)) } }
            + authenticators.map { ($0, .authenticatorSet($1)) }
            + recoveryCodes.map { ($0, .recoveryCodesMade(Array($1))) }
    }

    private mutating func change(_ id: PasskeyID, of account: Account, _ change: (inout Passkey) -> Void) {
        guard var all = passkeys[account], let place = all.firstIndex(where: { $0.id == id }) else { return }
        change(&all[place])
        passkeys[account] = all
    }
}
