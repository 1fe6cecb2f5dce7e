import Foundation

/// Which kind of host a row is about.
enum MatrixHost: String, CaseIterable, Sendable {
    case client, staff, landing
}

/// Whose record a request asks for.
enum MatrixTry: Character, CaseIterable, Sendable {
    case own = "O"
    case otherWorksite = "W"
    case otherTenant = "T"
    case missing = "M"
    case malformed = "X"
    case noClient = "C"
}

/// What people wrote down about who may do what: the rows of `permissions.csv`.
struct PermissionTable {
    let rows: [Row]

    struct Row: Sendable {
        let host: MatrixHost
        let method: String
        /// The route's pattern, without what names a part of an address or a form.
        let pattern: String
        /// `?` or `#` and a name, or nothing.
        let part: String
        let tries: [MatrixTry]
        let cells: [Cell]

        var endpoint: String { "\(host.rawValue) \(method) \(pattern)" }
        var name: String { endpoint + part }
    }

    struct Cell: Sendable {
        let column: String
        let outcomes: [MatrixTry: String]
    }

    struct Fault: Error, Hashable {
        let line: Int
        let reason: Reason

        enum Reason { case noHeader, strangeHeader, columns, host, tries, outcomes, twice }
    }

    /// The file of this checkout.
    static func ofThisCheckout() throws -> PermissionTable {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = tests.appending(path: "permissions.csv")
        return try PermissionTable(String(contentsOf: file, encoding: .utf8))
    }

    init(_ text: String) throws(Fault) {
        var rows: [Row] = []
        var columns: [String] = []
        var names: Set<String> = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            func fault(_ reason: Fault.Reason) -> Fault { Fault(line: index + 1, reason: reason) }
            if fields[0] == "host" {
                guard fields.starts(with: Self.leading), Set(fields).count == fields.count else {
                    throw fault(.strangeHeader)
                }
                columns = Array(fields.dropFirst(Self.leading.count))
                continue
            }
            guard !columns.isEmpty else { throw fault(.noHeader) }
            do throws(Fault.Reason) {
                let row = try Row(fields, columns)
                guard names.insert(row.name).inserted else { throw .twice }
                rows.append(row)
            } catch {
                throw fault(error)
            }
        }
        self.rows = rows
    }

    static let leading = ["host", "method", "route", "tries"]
}

extension PermissionTable.Fault.Reason: Error {}

extension PermissionTable.Row {
    fileprivate init(
        _ fields: [String], _ columns: [String]
    ) throws(PermissionTable.Fault.Reason) {
        let lead = PermissionTable.leading.count
        guard fields.count == lead + columns.count else { throw .columns }
        guard let host = MatrixHost(rawValue: fields[0]) else { throw .host }
        let tries = fields[3].compactMap(MatrixTry.init)
        guard !tries.isEmpty, tries.count == fields[3].count, Set(tries).count == tries.count else {
            throw .tries
        }
        var cells: [PermissionTable.Cell] = []
        for (column, text) in zip(columns, fields.dropFirst(lead)) {
            var outcomes = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            if outcomes.count == 1 { outcomes = tries.map { _ in text } }
            guard outcomes.count == tries.count, outcomes.allSatisfy(Self.isOutcome) else { throw .outcomes }
            cells.append(
                .init(column: column, outcomes: Dictionary(uniqueKeysWithValues: zip(tries, outcomes))))
        }
        self.host = host
        self.tries = tries
        self.cells = cells
        method = fields[1]
        pattern = String(fields[2].prefix { $0 != "?" && $0 != "#" })
        part = String(fields[2].dropFirst(pattern.count))
    }

    private static func isOutcome(_ text: String) -> Bool {
        ["ok", "done", "sign-in"].contains(text) || Int(text).map { (400..<500).contains($0) } == true
    }
}
