import Foundation
import Testing

/// The table of the security requirements (OWASP ASVS 5.0) says nothing that is not so.
@Suite("Security requirements")
struct RequirementTests {
    private let rows = Requirement.all()

    @Test("each has a status, and a place or a reason with it")
    func statuses() {
        #expect(rows.count >= 210)
        #expect(Set(rows.map(\.id)).count == rows.count)
        for row in rows {
            switch row.status {
            case "met": #expect(!row.places.isEmpty, "\(row.id) is met nowhere")
            case "open", "not applicable": #expect(!row.note.isEmpty, "\(row.id) gives no reason")
            default: Issue.record("\(row.id) is \(row.status)")
            }
        }
    }

    @Test("what is named is there: files, and the sentences of tests in them")
    func places() throws {
        for row in rows {
            for place in row.places {
                let parts = place.split(separator: "#", maxSplits: 1)
                let file = Requirement.checkout.appending(path: String(parts[0]))
                guard let text = try? String(contentsOf: file, encoding: .utf8) else {
                    Issue.record("\(row.id) names \(parts[0]), which is not there")
                    continue
                }
                if parts.count == 2 {
                    #expect(text.contains(parts[1]), "\(row.id): \(parts[0]) has no “\(parts[1])”")
                }
            }
        }
    }

    @Test(
        "each is one of the standard, and none that applies is missing",
        .enabled(if: Requirement.isCorpusThere))
    func corpus() throws {
        let levels = try Requirement.levels()
        for row in rows { #expect(levels[row.id] == row.level, "\(row.id)") }
        let listed = Set(rows.map(\.id))
        for (id, level) in levels where level <= 2 && !Requirement.leftOut.contains(Requirement.chapter(id)) {
            #expect(listed.contains(id), "\(id) is missing")
        }
    }

    @Test("the README gives the counts of the table")
    func counts() throws {
        let readme = try String(
            contentsOf: Requirement.checkout.appending(path: "README.md"), encoding: .utf8)
        let counts = Dictionary(grouping: rows, by: \.status).mapValues(\.count)
        let sentence =
            "\(rows.count) requirements: \(counts["met"] ?? 0) met, \(counts["open"] ?? 0) open, "
            + "\(counts["not applicable"] ?? 0) not applicable"
        #expect(readme.contains(sentence), "README should say: \(sentence)")
    }
}

private struct Requirement {
    let id: String
    let level: Int
    let status: String
    let places: [String]
    let note: String

    /// OAuth, self-contained tokens and WebRTC: we have none of them.
    static let leftOut: Set = ["9", "10", "17"]
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardized
    private static let corpus: URL = {
        let named = ProcessInfo.processInfo.environment["COUNTERSIGN_CORPORA"].map { URL(filePath: $0) }
        return (named ?? checkout.appending(path: "../shared/corpora").standardized).appending(
            path: "asvs-5.0/asvs-5.0.0.flat.json")
    }()

    static var isCorpusThere: Bool {
        let isThere = FileManager.default.fileExists(atPath: corpus.path())
        if !isThere { print("The corpus asvs-5.0 is not here: set COUNTERSIGN_CORPORA.") }
        return isThere
    }

    static func chapter(_ id: String) -> String { String(id.prefix { $0 != "." }) }

    static func levels() throws -> [String: Int] {
        struct Standard: Decodable {
            struct Entry: Decodable {
                let req_id: String
                let L: String
            }
            let requirements: [Entry]
        }
        let standard = try JSONDecoder().decode(Standard.self, from: Data(contentsOf: corpus))
        return Dictionary(
            uniqueKeysWithValues: standard.requirements.map {
                (String($0.req_id.dropFirst()), Int($0.L) ?? 0)
            })
    }

    static func all() -> [Requirement] {
        let file = checkout.appending(path: "Tests/Security/asvs.csv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map { line in
            let fields = Self.fields(line)
            return Requirement(
                id: fields[0], level: Int(fields[1]) ?? 0, status: fields[2],
                places: fields[3].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) },
                note: fields[4])
        }
    }

    /// The five fields of a line; quotes are as in RFC 4180, and no field has two lines.
    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields + Array(repeating: "", count: max(0, 5 - fields.count))
    }
}
