import Formats
import Foundation
import Testing

/// Compares with Python's zoneinfo on the same files of the system's tzdata.
///
/// Nothing here says what a place's rules are: they change by law, and the files are the truth.
@Suite("Time zones beside Python", .enabled(if: TimeZoneOracle.isThere, "python3 or tzdata is missing"))
struct TimeZoneOracleTests {
    @Test("offsets, local times and lengths of days agree", arguments: TimeZoneOracle.zones)
    func agrees(zone: String) throws {
        let rules = try TimeZoneRules(tzif: try Corpora.bytes(TimeZoneOracle.folder.appending(path: zone)))
        var kinds: [Substring: Int] = [:]
        for line in try TimeZoneOracle.answers(zone) {
            let words = line.split(separator: " ")
            let numbers = words.dropFirst().compactMap { Int64($0) }
            kinds[words[0], default: 0] += 1
            switch words[0] {
            case "offset":
                let setting = rules.setting(atUTC: numbers[0])
                #expect("\(setting.offset) \(setting.abbreviation)" == "\(numbers[1]) \(words[3])", "\(line)")
            case "unique": #expect(rules.instants(ofLocal: numbers[0]) == .unique(numbers[1]), "\(line)")
            case "ambiguous":
                let expected = TimeZoneRules.Instants.ambiguous(earlier: numbers[1], later: numbers[2])
                #expect(rules.instants(ofLocal: numbers[0]) == expected, "\(line)")
            case "skipped":
                guard case .skipped(let instant) = rules.instants(ofLocal: numbers[0]) else {
                    Issue.record("\(line) was not skipped")
                    continue
                }
                #expect(rules.offset(atUTC: instant - 1) < rules.offset(atUTC: instant))
            case "length":
                #expect(rules.length(of: CivilDate(days: Int32(numbers[0]))) == numbers[1], "\(line)")
            default: Issue.record("the oracle says \(line)")
            }
        }
        #expect(kinds["offset"] ?? 0 > 3000)
        #expect(kinds["ambiguous"] ?? 0 > 0 && kinds["skipped"] ?? 0 > 0)
    }

    @Test("days on which the clocks change have 23 and 25 hours")
    func lengths() throws {
        let file = TimeZoneOracle.folder.appending(path: "America/Toronto")
        let rules = try TimeZoneRules(tzif: try Corpora.bytes(file))
        let hours = { (iso: String) in CivilDate(iso: iso).map { rules.length(of: $0) / 3600 } }
        #expect(hours("2025-03-09") == 23)
        #expect(hours("2025-11-02") == 25)
        #expect(hours("2025-07-01") == 24)
    }

    @Test("every ordinary file of the system's tzdata is read")
    func wholeDatabase() throws {
        let walker = FileManager.default.enumerator(
            at: TimeZoneOracle.folder, includingPropertiesForKeys: [.isRegularFileKey])
        var count = 0
        for case let file as URL in walker ?? .init() where !file.path().contains("/right/") {
            guard let bytes = try? Corpora.bytes(file), bytes.starts(with: "TZif".utf8) else { continue }
            #expect(throws: Never.self, "\(file.path())") { try TimeZoneRules(tzif: bytes) }
            count += 1
        }
        #expect(count > 300)
    }
}

enum TimeZoneOracle {
    static let zones = [
        "Vancouver", "Toronto", "Chicago", "Los_Angeles", "Halifax", "St_Johns", "Phoenix", "Edmonton",
        "Regina",
    ].map { "America/" + $0 }
    static let folder = URL(filePath: "/usr/share/zoneinfo", directoryHint: .isDirectory)
    private static let python = "/usr/bin/env"

    static var isThere: Bool {
        let isThere =
            FileManager.default.fileExists(atPath: folder.appending(path: zones[0]).path())
            && (try? run("import zoneinfo; print('yes')", [])) == ["yes"]
        if !isThere { print("python3 with zoneinfo, or tzdata, is missing: time zones are not compared.") }
        return isThere
    }

    static func answers(_ zone: String) throws -> [Substring] { try run(script, [folder.path(), zone]) }

    private static func run(_ script: String, _ arguments: [String]) throws -> [Substring] {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: python)
        process.arguments = ["python3", "-c", script] + arguments
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n")
    }

    private static let script = """
        import sys, random, zoneinfo, datetime as d
        with open(sys.argv[1] + '/' + sys.argv[2], 'rb') as f: zone = zoneinfo.ZoneInfo.from_file(f)
        epoch, second, random = d.datetime(1970, 1, 1), d.timedelta(seconds=1), random.Random(7)
        def at(t): return (epoch + t * second).replace(tzinfo=d.timezone.utc).astimezone(zone)
        def offset(t): return at(t).utcoffset() // second
        def instants(local):
            found = set()
            for fold in (0, 1):
                t = local - (epoch + local * second).replace(tzinfo=zone, fold=fold).utcoffset() // second
                if t + offset(t) == local: found.add(t)
            return sorted(found)
        def say(t): print('offset', t, offset(t), at(t).tzname())
        for _ in range(3500): say(random.randrange(-2600000000, 13000000000))
        for year in (1918, 1945, 1974, 1987, 2006, 2007, 2025, 2026, 2027, 2037, 2038, 2060, 2400):
            first = (d.datetime(year, 1, 1) - epoch).days
            for day in range(first, first + 366):
                change = offset(day * 86400) != offset(day * 86400 + 2 * 86400)
                noon = day * 86400 + 43200
                for local in range(noon - 43200, noon + 43200, 900) if change else [noon]:
                    found = instants(local)
                    print(('skipped', 'unique', 'ambiguous')[len(found)], local, *found)
                    for t in found: say(t - 1); say(t)
                starts = [instants((day + i) * 86400) for i in (0, 1)]
                if all(starts): print('length', day, starts[1][0] - starts[0][0])
        """
}
