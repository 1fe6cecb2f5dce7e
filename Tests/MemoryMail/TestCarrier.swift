import Locking
package import Mail

/// A mail server of the test: takes what it is told to take.
package final class TestCarrier: MailCarrier {
    private let state = Lock(State())

    private struct State {
        var carried: [UInt64] = []
        var troubles: [MailTrouble?] = []
        var conversations: [MailTrouble?] = []
    }

    package init() {}

    /// The letters that were carried, in order.
    package var carried: [UInt64] { state.withLock { $0.carried } }

    /// What becomes of the next letters; those behind are taken.
    package func answer(_ troubles: MailTrouble?...) { state.withLock { $0.troubles = troubles } }

    /// Conversations that come to nothing.
    package func stayAway(_ troubles: MailTrouble...) { state.withLock { $0.conversations = troubles } }

    package func carry(next: () -> Letter?, settle: (Letter, SMTPDialogue.Verdict) -> Void) -> MailTrouble? {
        let away = state.withLock { $0.conversations.isEmpty ? nil : $0.conversations.removeFirst() }
        if let away { return away }
        while let letter = next() {
            let trouble = state.withLock { state in
                state.carried.append(letter.id)
                return state.troubles.isEmpty ? nil : state.troubles.removeFirst()
            }
            settle(letter, trouble.map { .failed($0) } ?? .taken("250 ok"))
        }
        return nil
    }
}
