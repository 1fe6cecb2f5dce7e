import Formats
import Foundation
import Staffing
import Testing

@testable import TimeRules

/// Compares with the same laws written once more in Python, minute by minute (`golden/reference.py`).
@Suite("The split and a reference of its own")
struct ReferenceTests {
    private static let weeksPerPack = 60

    @Test("both say the same of weeks made by lot", .enabled(if: Reference.isThere))
    func agree() throws {
        var chance = Chance(seed: 6)
        var asked: [(pack: RulePack, line: String, found: String)] = []
        for pack in RulePacks.current {
            for _ in 0..<Self.weeksPerPack {
                let (zone, week, time) = try chance.named()
                let punches = time.sheet.flatMap(\.punches).map {
                    "\($0.start.seconds / 60),\($0.end.seconds / 60)"
                }
                if punches.isEmpty { continue }
                let line = ([pack.id, zone, week] + punches).joined(separator: " ")
                asked.append((pack, line, Self.text(Classification(time, by: pack).ruling)))
            }
        }
        let answers = try Reference.answers(asked.map(\.line))
        #expect(answers.count == asked.count)
        for (asked, answer) in zip(asked, answers) {
            #expect(asked.found == answer, "\(asked.line)")
        }
    }

    private static func text(_ ruling: OvertimeRuling) -> String {
        ruling.premiums.map { "\(CivilDate(days: $0.day.number).iso) \($0.rule) \($0.minutes)" }.sorted()
            .joined(separator: ";")
    }
}

enum Reference {
    static var isThere: Bool {
        let isThere = (try? answers([]))?.isEmpty == true
        if !isThere {
            print("python3 with zoneinfo is missing: the split is not compared with the reference.")
        }
        return isThere
    }

    static func answers(_ lines: [String]) throws -> [String] {
        let process = Process()
        let output = Pipe()
        let questions = FileManager.default.temporaryDirectory.appending(path: "weeks-\(UUID().uuidString)")
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: questions)
        defer { try? FileManager.default.removeItem(at: questions) }
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", GoldenCase.folder.appending(path: "reference.py").path()]
        process.standardInput = try FileHandle(forReadingFrom: questions)
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed() }
        return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast().map(String.init)
    }

    struct Failed: Error {}
}
