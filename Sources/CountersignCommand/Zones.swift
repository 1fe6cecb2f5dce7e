import Formats
import Locking
import Staffing
import Unix

/// The system's time zones (TZif files of the package tzdata), read when first asked for.
final class Zones: Sendable {
    private let known = Lock<[String: TimeZoneRules?]>([:])
    private static let folder = "/usr/share/zoneinfo/"
    private static let largestFile = 64 * 1024
    /// More names than the database has: somebody is guessing, and nothing is kept for them.
    private static let mostKept = 1_000

    func rules(of name: String) -> TimeZoneRules? {
        if let cached = known.withLock({ $0[name] }) { return cached }
        let rules = Self.read(name)
        known.withLock { if $0.count < Self.mostKept { $0[name] = rules } }
        return rules
    }

    func day(of moment: Moment, in zone: String) -> Day {
        let seconds = rules(of: zone)?.localSeconds(atUTC: moment.seconds) ?? moment.seconds
        return Day(number: CivilDate(localSeconds: seconds).days)
    }

    private static func read(_ name: String) -> TimeZoneRules? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { isLetter($0) || isOther($0) }
        }
        guard isPlain, (1...3).contains(parts.count),
            let bytes = try? WholeFile.read(folder + name, atMost: largestFile)
        else { return nil }
        return try? TimeZoneRules(tzif: bytes)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5a).contains(byte & 0xdf)
    }

    private static func isOther(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == 0x2d || byte == 0x2b || byte == 0x5f
    }
}
