import HTTP
import Staffing

@testable import Portal

/// A request of the matrix, complete but for who sends it.
struct MatrixRequest: Sendable {
    let method: String
    let target: String
    var fields: [(String, String)] = []
    var file: [UInt8]?
    /// What is put in: an answer may say it back, and nothing else that tells two requests apart.
    let identifiers: [String]
}

/// What is asked for: whose records, seen from which client.
struct MatrixAsk: Sendable {
    let row: PermissionTable.Row
    let home: MatrixRecords
    let other: MatrixRecords
    let attempt: MatrixTry

    /// Numbers that nothing has.
    private static let missing = [
        "token": String(repeating: "A", count: 43), "file": String(repeating: "0", count: 64),
        "link": String(repeating: "A", count: 43), "people-file": String(repeating: "0", count: 64),
        "batch": "1795003200000001", "role": "no-such-role",
        "view": String(repeating: "A", count: 43), "digest": String(repeating: "A", count: 26),
        "logo": String(repeating: "0", count: 64) + ".png",
    ]
    private static let missingIdentifier = TimesheetID(0x7a5c_3f21_90be_d684).pathText
    private static let malformed = [
        "token": String(repeating: "x", count: 65), "link": String(repeating: "x", count: 65),
        "role": "Not_A_Role",
        "view": String(repeating: "x", count: 65), "digest": String(repeating: "x", count: 65),
    ]

    func id(_ kind: String) -> String {
        switch attempt {
        case .own, .noClient: home[kind == "token" && row.host == .staff ? "staff-token" : kind, "A"]
        case .otherWorksite: home[kind, "B"]
        case .otherTenant: other[kind, "A"]
        case .missing: Self.missing[kind] ?? Self.missingIdentifier
        case .malformed: Self.malformed[kind] ?? "not-an-id"
        }
    }

    /// What somebody saw of the sheet; for one that is not there, what they saw of another.
    var seen: String {
        switch attempt {
        case .own, .noClient, .missing, .malformed: home["seen", "A"]
        case .otherWorksite: home["seen", "B"]
        case .otherTenant: other["seen", "A"]
        }
    }

    /// Of the client in the address, for the staff side. Where the identifier is elsewhere, the client is
    /// there.
    var slug: String {
        let isTried = row.part.isEmpty || row.part == "?layout"
        switch attempt {
        case .missing where isTried: return "nowhere"
        case .malformed where isTried: return "Not_A_Slug"
        case .noClient: return "nowhere"
        case .own, .otherWorksite, .otherTenant, .missing, .malformed: return home.slug
        }
    }

    var request: MatrixRequest {
        let kind = Self.kind(in: row.pattern)
        let isOwn = row.part == "#grant" || row.part == "#receiver"
        let key: String =
            switch kind {
            case "slug": slug
            case "contact" where row.part == "#receiver": home["approver", "A"]
            case "contact" where isOwn: home["contact", "A"]
            default: id(kind)
            }
        var target = row.pattern.replacing("*", with: key)
        if let query { target += "?" + query }
        let kinds = [
            "waiting", "approved", "invoice", "contact", "token", "file", "worksite", "batch", "mail",
            "view", "unit", "assignment", "people-file", "digest", "worker", "link",
        ]
        return MatrixRequest(
            method: row.method, target: target, fields: row.method == "POST" ? fields : [],
            file: Self.uploads[row.endpoint],
            identifiers: kinds.map(id) + (key.isEmpty ? [] : [key]))
    }

    /// What stands for the star of a pattern.
    private static func kind(in pattern: String) -> String {
        let kinds = [
            "/timesheets/*/approval/withdrawal": "approved", "/timesheets/*/receipt": "approved",
            "/timesheets/*": "waiting",
            "/invoices/*": "invoice", "/people/*": "contact", "/people/*/return": "leaver",
            "/people/*/delegations": "approver", "/delegations/*": "delegation",
            "/invitations/*": "token", "/my-hours/*": "link",
            "/tenants/*": "slug", "/mail/*": "mail", "/roles/*": "role", "/account/passkeys/*": "passkey",
            "/digests/*": "digest",
            "/account/sessions/*": "session", "/viewing/*": "view", "/look/*": "look", "/logo/*": "logo",
            "/staff/*": "colleague",
        ]
        return kinds.filter { pattern.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }?.value ?? "slug"
    }

    private static let uploads = [
        "staff POST /tenants/*/imports/dry-run":
            Array((IntakeRunTests.header + IntakeRunTests.week("A1")).utf8),
        "client POST /people/from-file": InviteFileScene.file(),
        "staff POST /tenants/*/people/from-file": InviteFileScene.file(),
    ]
}
