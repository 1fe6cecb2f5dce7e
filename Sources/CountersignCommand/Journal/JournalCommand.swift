import Journal
import Staffing
import Tenancy
import Unix

/// `countersign journal show`: what a client's records say, entry by entry, for people. It only reads, so a
/// server may be at work meanwhile.
enum JournalCommand {
    static let grammar = Arguments.Grammar.common.adding(
        values: ["from", "last"], flags: ["json"], operands: 2...2)

    static func run(_ arguments: Arguments) throws(Complaint) {
        guard arguments.operands[0] == "show" else {
            throw .usage("There is no “journal \(arguments.operands[0])”, only “journal show TENANT”.")
        }
        let settings = try ServerSettings(arguments)
        let folder = DataFolder(path: settings.data)
        guard folder.isPrepared else {
            throw Complaint(
                "There is no installation in \(settings.data).", next: "Name its folder with --data.")
        }
        let name = arguments.operands[1]
        let disk = try folder.open()
        guard let shown = ShownStore(name), (try? disk.list(shown.store)) != nil else {
            throw Complaint(
                "There is no client “\(name)” in \(settings.data).",
                next: "countersign tenant list names them; “agency” stands for the agency's own records.")
        }
        let range = try JournalRange(arguments)
        try show(shown, range, on: disk, as: arguments.has("json") ? .json : .text)
    }

    private static func show(
        _ shown: ShownStore, _ range: JournalRange, on disk: FileDisk, as form: JournalForm
    ) throws(Complaint) {
        var pages = JournalPages(range)
        var unreadable: UInt64?
        let report = readEntries(disk, name: shown.store, identity: shown.identity) { entry in
            let line = JournalLine(entry, of: shown)
            if line.trouble != nil, unreadable == nil { unreadable = entry.sequence }
            if let due = pages.take(line) { Console.print(form.text(due)) }
        }
        for line in pages.rest { Console.print(form.text(line)) }
        Console.print(form.text(shown.store, report))
        let firstBad = [report.firstBad, unreadable].compactMap(\.self).min()
        guard report.isSound, unreadable == nil else {
            throw Complaint(
                "The records of \(shown.store) are not sound"
                    + (firstBad.map { " from entry \($0) on." } ?? "."),
                why: (report.findings.map(\.explanation)
                    + (unreadable.map { ["entry \($0) cannot be read"] } ?? []))
                    .joined(separator: "; ") + ".",
                next: "Stop the server, keep a copy of the folder, and restore the store from a backup.")
        }
    }
}

/// The records that can be shown: a client's, or the agency's own.
enum ShownStore {
    case tenant(TenantID)
    case agency

    init?(_ name: String) {
        if name == Agency.storeName {
            self = .agency
        } else if let id = TenantID(name) {
            self = .tenant(id)
        } else {
            return nil
        }
    }

    var store: String {
        switch self {
        case .tenant(let id): Tenant.storeName(of: id)
        case .agency: Agency.storeName
        }
    }

    var identity: [UInt8] {
        switch self {
        case .tenant(let id): Array(id.slug.utf8)
        case .agency: Agency.identity
        }
    }
}

/// Which entries are wanted.
struct JournalRange {
    let from: UInt64
    let last: Int?

    /// So many entries at the end are kept in memory while the journal is read.
    private static let mostLast = 100_000

    init(_ arguments: Arguments) throws(Complaint) {
        from = UInt64(try arguments.number("from", 1...Int.max) ?? 1)
        last = try arguments.number("last", 1...Self.mostLast)
    }
}

/// Lets lines through as they come, or keeps the last ones until the end.
private struct JournalPages {
    private let range: JournalRange
    private var kept: [JournalLine] = []
    private var oldest = 0

    init(_ range: JournalRange) { self.range = range }

    mutating func take(_ line: JournalLine) -> JournalLine? {
        guard line.number >= range.from else { return nil }
        guard let last = range.last else { return line }
        if kept.count < last {
            kept.append(line)
        } else {
            kept[oldest] = line
            oldest = (oldest + 1) % last
        }
        return nil
    }

    var rest: [JournalLine] { Array(kept[oldest...] + kept[..<oldest]) }
}
