import HTTP

@testable import Portal

/// Sends what rows of the table describe, and holds the answers to it. A scene in which something happened is
/// not used again.
///
/// What it finds is a list, so that a test can ask that a planted hole is on it.
struct MatrixRun {
    private(set) var answered = 0
    private(set) var scenes = 0
    /// Which of the words that somebody may not see somebody else saw: a search for others would prove
    /// nothing.
    private(set) var seen: Set<String> = []
    /// Each answer that is not as the table says, or that shows what it may not.
    private(set) var faults: [String] = []
    private let making: TestHouse.Making
    private var scene: MatrixScene?
    private var browsers: [String: Browser] = [:]

    /// What must come before it may change what comes after it.
    private static let order: [MatrixTry] = [
        .otherTenant, .missing, .malformed, .noClient, .otherWorksite, .own,
    ]

    init(making portal: @escaping TestHouse.Making = { Portal($0) }) { making = portal }

    mutating func check(_ row: PermissionTable.Row) async throws {
        for cell in row.cells {
            var answers: [MatrixTry: MatrixAnswer] = [:]
            for attempt in Self.order where row.tries.contains(attempt) {
                let answer = try await send(row, cell.column, attempt)
                let place = "\(row.name) \(cell.column) \(attempt)"
                let wanted = cell.outcomes[attempt] ?? ""
                if answer.outcome != wanted {
                    faults.append("\(place): \(answer.outcome) instead of \(wanted)")
                }
                faults += MatrixLeaks.found(in: answer, of: row, for: cell.column).map {
                    "\(place): the answer has \($0)"
                }
                answers[attempt] = answer
            }
            compare(answers, "\(row.name) \(cell.column)")
        }
    }

    /// Another client's record is as absent as one that never was, to the byte; so is whatever else is not
    /// found.
    private mutating func compare(_ answers: [MatrixTry: MatrixAnswer], _ place: String) {
        guard let missing = answers[.missing] else { return }
        for (attempt, answer) in answers where attempt != .missing {
            let isAbsent = answer.response.status == .notFound && missing.response.status == .notFound
            // A link that is too long to be one has no page of its own.
            let isLink =
                attempt == .malformed
                && ["/invitations/", "/digests/", "/my-hours/"]
                    .contains(where: answer.request.target.hasPrefix)
            guard attempt == .otherTenant || isAbsent && !isLink else { continue }
            if answer.bytes != missing.bytes {
                faults.append("\(place) \(attempt): the answer differs from that for a missing record")
            }
        }
    }

    private mutating func send(
        _ row: PermissionTable.Row, _ column: String, _ attempt: MatrixTry
    ) async throws -> MatrixAnswer {
        let scene = try await openScene()
        let key = "\(row.host) \(column)"
        let browser: Browser
        if let known = browsers[key] {
            browser = known
        } else {
            browser = try await scene.browser(column, row.host)
            browsers[key] = browser
        }
        let ask = MatrixAsk(row: row, home: scene.northwind, other: scene.cedar, attempt: attempt)
        let answer = try await scene.send(ask.request, from: browser)
        answered += 1
        seen.formUnion(MatrixLeaks.all.filter(answer.response.text.contains))
        if answer.hasChanged || row.spendsKeys(answer) { self.scene = nil }
        return answer
    }

    private mutating func openScene() async throws -> MatrixScene {
        if let scene { return scene }
        scenes += 1
        browsers = [:]
        let fresh = try await MatrixScene(making: making)
        scene = fresh
        return fresh
    }
}

extension MatrixScene {
    /// The browser's session is what it was afterwards, whatever the answer said about it.
    func send(_ request: MatrixRequest, from browser: Browser) async throws -> MatrixAnswer {
        let before = try await revisions
        let session = browser.sessionToken
        let response = try await browser.send(request)
        browser.sessionToken = session
        return MatrixAnswer(
            request: request, response: response, hasChanged: try await revisions != before)
    }
}

extension PermissionTable.Row {
    /// Whether an answer ended sessions, or used a link up: nothing that the records show.
    fileprivate func spendsKeys(_ answer: MatrixAnswer) -> Bool {
        guard method == "POST", answer.outcome == "ok" else { return false }
        let spending = ["/account/", "/invitations/", "/people/", "/sign-", "/viewing/", "/staff/"]
        return spending.contains { pattern.hasPrefix($0) }
    }
}

/// What may not stand in an answer, whoever asked for whatever.
enum MatrixLeaks {
    /// The pay rate of every assignment, and what the agency earns with an hour.
    private static let pay = ["22.22", "9.28"]
    /// The price of an hour, and of the forty that stand on most sheets.
    private static let bill = ["31.50", "1,260.00", "1260.00"]
    private static let siteA = (MatrixMark.tokens["northwind"] ?? "") + "A"
    private static let siteB = (MatrixMark.tokens["northwind"] ?? "") + "B"
    private static let ofWorksiteA: Set = [
        "approver", "billing-a", "requester", "viewer", "admin-a", "hiring-manager", "interviewer",
    ]
    private static let ofNoWorksite: Set = ["ended", "soon"]
    private static let seesPay: Set = ["billing", "ops", "both", "finance"]
    private static let seesBill = seesPay.union(["coordinator", "auditor"])
    /// An address that stands on lists of people, for those who may see addresses.
    static let email = "approver@northwind.example"
    private static let seesEmail: Set = ["admin", "admin-a", "coordinator", "ops", "both", "recruiter"]

    static let all = pay + bill + [siteB, email] + MatrixMark.tokens.values

    static func found(
        in answer: MatrixAnswer, of row: PermissionTable.Row, for column: String,
        at slug: String = "northwind"
    ) -> [String] {
        let text = answer.bytes
        return forbidden(row, answer.request, column, slug).filter(text.contains)
    }

    private static func forbidden(
        _ row: PermissionTable.Row, _ request: MatrixRequest, _ column: String, _ slug: String
    ) -> [String] {
        switch row.host {
        case .client:
            // Whoever has a worker's link is that worker: at worksite A, and without rates.
            let column = row.pattern.hasPrefix("/my-hours/") ? "viewer" : column
            var words = MatrixMark.foreign(to: slug) + pay
            if !column.hasPrefix("billing") { words += bill }
            if !seesEmail.contains(column) { words.append(email) }
            if ofWorksiteA.union(ofNoWorksite).contains(column) { words.append(siteB) }
            if ofNoWorksite.union(["approver-b", "billing-b"]).contains(column) { words.append(siteA) }
            return words
        case .staff:
            let isInside = request.target.hasPrefix("/tenants/" + slug)
            return (isInside ? MatrixMark.foreign(to: slug) : []) + (seesPay.contains(column) ? [] : pay)
                + (seesBill.contains(column) ? [] : bill) + (seesEmail.contains(column) ? [] : [email])
        case .landing: return pay + bill + MatrixMark.foreign(to: slug) + MatrixMark.foreign(to: "cedar")
        }
    }
}
