import Foundation
import HTTP
import MemoryDisk
import Testing

@testable import Portal

/// The rows that are tried together, because they share what they do not change.
enum MatrixGroup: CaseIterable, Sendable {
    case clientPages, clientForms, staffPages, staffForms, landing

    func holds(_ row: PermissionTable.Row) -> Bool {
        switch self {
        case .clientPages: row.host == .client && row.method == "GET"
        case .clientForms: row.host == .client && row.method == "POST"
        case .staffPages: row.host == .staff && row.method == "GET"
        case .staffForms: row.host == .staff && row.method == "POST"
        case .landing: row.host == .landing
        }
    }

    /// What somebody in the group does see.
    var visible: Set<String> {
        let northwind = MatrixMark.tokens["northwind"] ?? ""
        switch self {
        case .clientPages:
            return [northwind, northwind + "B", "31.50", "1,260.00", "1260.00", MatrixLeaks.email]
        case .staffPages:
            return [northwind, northwind + "B", "22.22", "9.28", "31.50", MatrixLeaks.email]
        case .clientForms, .staffForms: return [northwind]
        case .landing: return []
        }
    }
}

@Suite("The permission matrix")
struct MatrixTests {
    @Test("every route has a row, and every row a route")
    func complete() throws {
        let rows = Set(try PermissionTable.ofThisCheckout().rows.map(\.endpoint))
        let tables: [(MatrixHost, [Endpoint])] = [
            (.client, Tables.client), (.staff, Tables.staff), (.landing, Tables.landing),
        ]
        let endpoints = Set(
            tables.flatMap { host, table in
                table.map { "\(host.rawValue) \($0.method.name) \($0.pattern)" }
            })
        #expect(endpoints.subtracting(rows).isEmpty, "these routes have no row")
        #expect(rows.subtracting(endpoints).isEmpty, "these rows have no route")
    }

    @Test("everybody is answered as the table says, and nothing leaks", arguments: MatrixGroup.allCases)
    func cells(group: MatrixGroup) async throws {
        let rows = try PermissionTable.ofThisCheckout().rows.filter(group.holds)
        try #require(!rows.isEmpty)
        var run = MatrixRun()
        for row in rows { try await run.check(row) }
        for fault in run.faults { Issue.record("\(fault)") }
        #expect(group.visible.isSubset(of: run.seen))
        print("Permission matrix, \(group): \(run.answered) answers, \(run.scenes) scenes")
    }

    @Test(
        "what people of one client ask for is absent for the same people of another",
        arguments: ["admin", "approver", "billing", "billing-a", "requester", "viewer"])
    func replay(column: String) async throws {
        let scene = try await MatrixScene()
        let browser = try await scene.browser(column, .client, at: "cedar")
        let rows = try PermissionTable.ofThisCheckout().rows.filter {
            $0.host == .client && $0.tries.contains(.missing) && $0.pattern != "/invitations/*"
        }
        for row in rows {
            func ask(_ attempt: MatrixTry) -> MatrixRequest {
                MatrixAsk(row: row, home: scene.northwind, other: scene.cedar, attempt: attempt).request
            }
            let stolen = try await scene.send(ask(.own), from: browser)
            let missing = try await scene.send(ask(.missing), from: browser)
            #expect(!stolen.hasChanged && !missing.hasChanged, "\(row.name)")
            #expect(stolen.bytes == missing.bytes, "\(row.name)")
            for leak in MatrixLeaks.found(in: stolen, of: row, for: column, at: "cedar") {
                Issue.record("\(row.name): the answer has \(leak)")
            }
        }
    }

    @Test("a hole that somebody plants is found", arguments: PlantedHole.all)
    func planted(hole: PlantedHole) async throws {
        let rows = try PermissionTable.ofThisCheckout().rows.filter { $0.endpoint == hole.looked }
        try #require(!rows.isEmpty)
        var run = MatrixRun(making: hole.making)
        for row in rows { try await run.check(row) }
        #expect(!run.faults.isEmpty)
    }

    @Test("no file of one client has a byte of another's records")
    func atRest() async throws {
        let scene = try await MatrixScene()
        let disk = scene.company.house.disk
        for slug in ["northwind", "cedar"] {
            let files = disk.files.filter { $0.hasPrefix("tenants/\(slug)/") }
            let bytes = files.map { Data(disk.contents($0) ?? []) }
            func hasAny(_ word: String) -> Bool { bytes.contains { $0.range(of: Data(word.utf8)) != nil } }
            #expect(hasAny(MatrixMark.tokens[slug] ?? ""))
            #expect(!MatrixMark.foreign(to: slug).contains(where: hasAny))
        }
    }
}

@Suite("The table of permissions")
struct PermissionTableTests {
    private static let header = "host,method,route,tries,anonymous,admin\n"

    @Test("a single answer stands for every try, and several stand in their order")
    func reads() throws {
        let table = try PermissionTable(
            Self.header + "# Words.\n\nclient,GET,/people/*#grant,OM,404,ok/404\n")
        let row = try #require(table.rows.first)
        #expect(row.endpoint == "client GET /people/*" && row.part == "#grant")
        #expect(row.cells.map(\.column) == ["anonymous", "admin"])
        #expect(row.cells[0].outcomes == [.own: "404", .missing: "404"])
        #expect(row.cells[1].outcomes == [.own: "ok", .missing: "404"])
    }

    @Test(
        "a row that is not filled is turned down, with its line",
        arguments: [
            ("client,GET,/,O,ok\n", PermissionTable.Fault.Reason.columns),
            ("client,GET,/,O,ok,\n", .outcomes),
            ("client,GET,/,OM,ok,ok/404/404\n", .outcomes), ("client,GET,/,O,ok,fine\n", .outcomes),
            ("client,GET,/,O,ok,500\n", .outcomes), ("client,GET,/,OO,ok,ok\n", .tries),
            ("client,GET,/,,ok,ok\n", .tries), ("moon,GET,/,O,ok,ok\n", .host),
        ])
    func refuses(row: String, reason: PermissionTable.Fault.Reason) {
        #expect(throws: PermissionTable.Fault(line: 2, reason: reason)) {
            try PermissionTable(Self.header + row)
        }
    }

    @Test("a row without a header, or twice, is turned down")
    func strange() {
        let row = "client,GET,/,O,ok,ok\n"
        #expect(throws: PermissionTable.Fault(line: 1, reason: .noHeader)) { try PermissionTable(row) }
        #expect(throws: PermissionTable.Fault(line: 3, reason: .twice)) {
            try PermissionTable(Self.header + row + row)
        }
        #expect(throws: PermissionTable.Fault(line: 1, reason: .strangeHeader)) {
            try PermissionTable("host,route\n")
        }
    }
}
