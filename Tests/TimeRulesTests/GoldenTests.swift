import Formats
import Foundation
import Staffing
import Testing

@testable import TimeRules

/// Weeks that were worked out by hand, each with its reason: the tables stand in `golden`, one for each pack.
@Suite("Golden cases")
struct GoldenTests {
    @Test("a week comes out as it was worked out by hand", arguments: GoldenCase.all)
    func golden(test: GoldenCase) throws {
        let pack = try #require(RulePacks.pack(test.pack, version: test.version))
        let result = Classification(try test.time(), by: pack)
        let hours = result.ruling.hours(of: result.days.reduce(0) { $0 + $1.hours.total })
        #expect(test.text(hours) == test.hours, "\(test.why)")
        #expect(test.text(result.ruling.premiums) == test.premiums, "\(test.why)")
        #expect(test.text(result.ruling.missedBreaks) == test.missed, "\(test.why)")
        #expect(result.days.reduce(into: HoursByType()) { $0.add($1.hours) } == hours)
    }

    @Test("every pack that is known has cases, and every rule of it takes minutes in one of them")
    func complete() {
        for pack in RulePacks.all {
            let cases = GoldenCase.all.filter { $0.pack == pack.id && $0.version == pack.version }
            #expect(!cases.isEmpty, "\(pack.id) \(pack.version) has no golden cases")
            let used = cases.map(\.premiums).joined(separator: ", ") + ","
            for rule in pack.overtime.joined() {
                #expect(used.contains(rule.id + ","), "\(pack.id): no case shows \(rule.id)")
            }
            let missed = cases.map(\.missed).joined(separator: ", ")
            for rule in [pack.meal?.id, pack.rest?.id].compactMap({ $0 }) {
                #expect(missed.contains(" " + rule), "\(pack.id): no case misses \(rule)")
            }
        }
    }
}

/// One row of a table.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    let pack: String
    let version: String
    let zone: String
    let week: Day
    let work: String
    let hours: String
    let premiums: String
    let missed: String
    let why: String

    var testDescription: String { "\(pack): \(work)" }

    static let all: [GoldenCase] = files.flatMap { (try? read($0)) ?? [] }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "golden")

    private static var files: [URL] {
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).filter { $0.pathExtension == "md" }.sorted { $0.path() < $1.path() }
    }

    /// `Zone:` and `Week:` hold for the tables behind them.
    private static func read(_ file: URL) throws -> [GoldenCase] {
        var settings: [String: String] = [:]
        var cases: [GoldenCase] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("|") {
                let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                guard cells.count >= 5, cells[0] != "Work", !cells[0].hasPrefix("---") else { continue }
                cases.append(
                    GoldenCase(
                        pack: settings["Pack"] ?? "", version: settings["Version"] ?? "",
                        zone: settings["Zone"] ?? "", week: try day(settings["Week"] ?? ""), work: cells[0],
                        hours: cells[1], premiums: cells[2], missed: cells[3], why: cells[4]))
            } else if let colon = line.firstIndex(of: ":") {
                let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                settings[String(line[..<colon])] = value
            }
        }
        return cases
    }

    private static func day(_ iso: String) throws -> Day {
        Day(number: try #require(CivilText.date(iso)).days)
    }

    /// 4:00 + 1:30 + 0:00, for regular, overtime and double time.
    func text(_ hours: HoursByType) -> String {
        HourType.allCases.map { CivilText.clock(hours[$0]) }.joined(separator: " + ")
    }

    func text(_ lines: [PremiumLine]) -> String {
        let texts = lines.map { name($0.day) + " " + CivilText.clock($0.minutes) + " " + $0.rule }
        return texts.isEmpty ? "none" : texts.joined(separator: ", ")
    }

    func text(_ missed: [MissedBreak]) -> String {
        let texts = missed.map { name($0.day) + " " + $0.rule + " " + CivilText.clock($0.premiumMinutes) }
        return texts.isEmpty ? "none" : texts.joined(separator: ", ")
    }

    private func name(_ day: Day) -> String {
        let offset = week.days(until: day)
        let name = CivilText.weekdays[day.weekday]
        return offset < 0 ? "last " + name : offset > 6 ? "next " + name : name
    }
}

extension RulePack: CustomTestStringConvertible {
    package var testDescription: String { id + " " + version }
}
