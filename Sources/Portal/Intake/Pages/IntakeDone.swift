import HTTP
import Staffing

/// What an import that was just performed came to, as the address of its page carries it.
struct IntakeDone {
    let new: Int
    let changed: Int
    let unchanged: Int
    let refused: Int

    init(_ query: Query) throws(Problem) {
        new = try Self.number(query["new"])
        changed = try Self.number(query["changed"])
        unchanged = try Self.number(query["unchanged"])
        refused = try Self.number(query["kept"])
    }

    private static func number(_ text: String?) throws(Problem) -> Int {
        guard let text, text.utf8.count <= 7, let number = Int(text), number >= 0 else { throw .missing }
        return number
    }
}

extension Address {
    func with(_ counts: IntakeCounts) -> Address {
        with("new", counts.newSheets).with("changed", counts.changedSheets)
            .with("unchanged", counts.unchangedSheets).with("kept", counts.refusedSheets)
    }
}
