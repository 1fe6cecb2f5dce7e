import HTTP
import Testing

@testable import Portal

/// Every route of a client, tried by its people and by an ops admin who looks as them.
@Suite("The permission matrix, looked through somebody's eyes")
struct ViewingMatrixTests {
    /// Two askings for a challenge get two of them, each asking for the log is on it, and each receipt is
    /// signed anew.
    private static let differs: Set = [
        "/sign-in/challenge", "/access-log", "/access-log/csv", "/timesheets/*/receipt/pdf",
        "/timesheets/*/receipt/json",
    ]

    @Test(
        "shows what the person gets, byte for byte, and changes nothing",
        arguments: [
            ["admin", "approver", "billing"], ["billing-a", "requester", "viewer"],
            ["ended", "soon", "billing-b"], ["approver-b", "admin-a", "viewer-all"],
            ["hiring-manager", "interviewer", "hr"],
        ])
    func same(columns: [String]) async throws {
        let rows = try PermissionTable.ofThisCheckout().rows.filter { $0.host == .client }
        try #require(!rows.isEmpty)
        let scene = try await MatrixScene()
        var (shown, refused) = (0, 0)
        for column in columns {
            let person = try await scene.browser(column, .client)
            let view = try await scene.company.viewing(column, at: "northwind")
            for row in rows where !row.pattern.hasPrefix("/viewing/") {
                for attempt in row.tries {
                    let ask = MatrixAsk(
                        row: row, home: scene.northwind, other: scene.cedar, attempt: attempt)
                    let seen = try await scene.send(ask.request, from: view)
                    #expect(!seen.hasChanged, "\(row.name) \(column) \(attempt)")
                    if row.method == "POST" || row.isPersonal {
                        #expect(seen.response.status == .forbidden, "\(row.name) \(column) \(attempt)")
                        #expect(seen.response.text.contains("class=\"viewing\""))
                        refused += 1
                    } else {
                        let own = try await scene.send(ask.request, from: person)
                        let isSame =
                            Self.differs.contains(row.pattern)
                            ? seen.response.status == own.response.status
                            : seen.response.withoutView == own.response.withoutView
                        #expect(isSame, "\(row.name) \(column) \(attempt)")
                        let isPage = seen.response.text.contains("<html")
                        #expect(!isPage || seen.response.text.contains("class=\"viewing\""), "\(row.name)")
                        shown += 1
                    }
                }
            }
        }
        #expect(shown > 0 && refused > 0)
        print("Viewing matrix, \(columns): \(shown) the same, \(refused) refused")
    }
}

extension PermissionTable.Row {
    /// How somebody signs in is shown to nobody else; written down apart from the program.
    fileprivate var isPersonal: Bool {
        pattern.hasPrefix("/account/") && pattern != "/account/delegations"
    }
}
