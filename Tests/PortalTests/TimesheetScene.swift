import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

/// A test company seen from its timesheets: who looks, which sheets there are, what a page lets them do.
struct TimesheetScene: Sendable {
    let company: TestCompany
    let slug = "northwind"

    static func open() async throws -> TimesheetScene {
        TimesheetScene(company: try await TestCompany.open(in: TestHouse()))
    }

    var house: TestHouse { company.house }

    func browser(_ name: String) async throws -> Browser { try await company.signedIn(name, at: slug) }

    var state: TenantState { get async throws { try await house.tenant(slug).state } }

    /// The sheet of a worker, by number: `A1`, `B2`.
    func sheet(_ worker: String, of slug: String = "northwind") async throws -> Timesheet {
        let state = try await house.tenant(slug).state
        let id = try #require(state.worker(number: worker)).id
        return try #require(state.timesheets.values.first { $0.worker == id })
    }

    func seen(_ worker: String) async throws -> String { SeenSheet(try await sheet(worker)).text }

    func path(_ worker: String, _ rest: String = "", of slug: String = "northwind") async throws -> String {
        Routes.timesheet(try await sheet(worker, of: slug).id).path + rest
    }

    func status(_ worker: String) async throws -> Timesheet.Status { try await sheet(worker).status }

    func areApproved(_ workers: String...) async throws -> Bool {
        for worker in workers where try await !sheet(worker).isApproved { return false }
        return true
    }

    /// New hours for a worker, as an import brings them.
    func deliver(_ worker: String, _ minutes: [Int], week: Day = TestCompany.week) async throws {
        let days = minutes.enumerated().map {
            WorkedDay(day: week.adding(days: $0), hours: HoursByType(regular: $1))
        }
        let sheet = try await sheet(worker)
        try await house.tenant(slug).perform(
            .receive(sheet.assignment, week: week, days: days), for: .system)
    }

    /// The fields that a decision about one sheet carries.
    func fields(_ worker: String, _ more: [(String, String)] = []) async throws -> [(String, String)] {
        let print = try await seen(worker).split(separator: "@")[1]
        return [("seen", String(print))] + more
    }
}

extension Response {
    /// Everything that is listed under a name in the page's fields.
    func values(of name: String) -> [String] {
        text.split(separator: "name=\"\(name)\" value=\"").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
    }
}

/// Whether every element is closed in its turn and no `id` stands twice.
func expectWellFormed(_ response: Response, at location: SourceLocation = #_sourceLocation) {
    let empty: Set<Substring> = [
        "meta", "link", "input", "br", "hr", "img", "path", "rect", "!doctype",
    ]
    var open: [Substring] = []
    for part in response.text.split(separator: "<").dropFirst() {
        let name = part.prefix { $0 != " " && $0 != ">" && $0 != "\n" }.lowercased()[...]
        if name.hasPrefix("/") {
            let expected = open.popLast()
            #expect(expected == name.dropFirst(), "</\(name.dropFirst())>", sourceLocation: location)
        } else if !empty.contains(name) {
            open.append(name)
        }
    }
    #expect(open.isEmpty, sourceLocation: location)
    let ids = response.text.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count, "an id stands twice", sourceLocation: location)
}
