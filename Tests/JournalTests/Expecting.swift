import Drills
import Journal
import Testing

extension Ledger {
    mutating func expectCommit() {
        let isDurable = commit()
        #expect(isDurable)
    }
}
