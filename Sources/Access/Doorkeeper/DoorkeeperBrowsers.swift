internal import Crypto
internal import Staffing

extension Doorkeeper {
    /// How long a browser is asked to keep its key; browsers themselves keep none for longer.
    package static let browserKeySeconds = 400 * 24 * 60 * 60

    /// Whether somebody has signed in to the account from this browser before; from now on they have.
    ///
    /// `text` is what the browser's cookie holds. One browser may serve several people, each of whom it is
    /// known to by a mark of its own.
    package func recognise(_ text: String, of account: Account, at now: Reading) async -> Recognition {
        let key = AccessToken(text) ?? AccessToken.draw(settings.drawBytes)
        let mark = BrowserMark(key, for: account)
        let known = credentials.browsers[account] ?? []
        // The one that was used last stands last already.
        if known.last != mark { _ = await record([.browserLearned(account, mark)], at: now) }
        return Recognition(key: key, isNews: !known.isEmpty && !known.contains(mark))
    }

    /// Whether the account knows the browser that holds this key.
    func knows(browser text: String, _ account: Account) -> Bool {
        guard let key = AccessToken(text) else { return false }
        return credentials.browsers[account]?.contains(BrowserMark(key, for: account)) == true
    }
}
