import Locking
import Staffing

/// What deadlines were missed or will be at each client, as it was when its records were last looked at:
/// the staff's page needs no client to be woken.
package final class ExceptionBoard: Sendable {
    private let board = Lock<[TenantID: [DeadlineException]]>([:])

    init() {}

    func put(_ exceptions: [DeadlineException], of id: TenantID) {
        board.withLock { $0[id] = exceptions }
    }

    /// How many clients have been looked at.
    var count: Int { board.withLock { $0.count } }

    /// The earliest deadline first.
    var all: [(id: TenantID, exception: DeadlineException)] {
        board.withLock { board in board.flatMap { id, all in all.map { (id: id, exception: $0) } } }
            .sorted {
                ($0.exception.occurrence, $0.id) < ($1.exception.occurrence, $1.id)
            }
    }
}

/// Something about one deadline that somebody of the agency has to look after.
struct DeadlineException: Sendable {
    let kind: Kind
    let occurrence: CutoffOccurrence
    let client: String
    let worksite: String
    /// On the clocks of the worksite.
    let stamp: String

    enum Kind: Sendable {
        /// So many sheets still wait that waited when it passed.
        case missed(Int)
        case uncovered
        /// The mail to this person did not arrive.
        case undelivered(String)
    }
}
