import MemoryDisk
import Staffing

/// Where every run begins: two clients with people, workers and hours, on a disk of their own.
struct Roster: Sendable {
    let disk: MemoryDisk
    let clients: [Client]

    struct Client: Sendable {
        let id: TenantID
        /// By name: `admin`, `approver`, `approver-b`, `billing`, `viewer`, `guest`.
        let contacts: [String: ContactID]
        let assignments: [AssignmentID]
    }

    static let slugs = ["northwind", "cedar"]
    /// Who is let go.
    static let guest = "guest"
    static let password = "Correct horse battery 9"
    /// Monday, 2026-11-09.
    static let week = Day(number: 20_766)
    /// Wednesday, 2026-11-18 12:00 UTC.
    static let start: Int64 = 1_795_003_200_000_000

    /// Stands in each text of a client's records, and must stand nowhere else.
    static func canary(_ slug: String) -> String { "ZQX\(slug)XQZ" }

    func name(_ id: ContactID, of slug: String) -> String? {
        clients.first { $0.id.slug == slug }?.contacts.first { $0.value == id }?.key
    }
}
