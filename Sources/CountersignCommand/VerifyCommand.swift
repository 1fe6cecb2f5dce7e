import Access
import Crypto
import Journal
import Staffing
import Tenancy
import Unix

/// `countersign verify`: walks every chain, holds it against what was signed for, and says in one line each
/// what it found.
enum VerifyCommand {
    static let grammar = Arguments.Grammar.common.adding(values: ["checkpoints"])

    static func run(_ arguments: Arguments) throws(Complaint) {
        let settings = try ServerSettings(arguments)
        let folder = DataFolder(path: settings.data)
        guard folder.isPrepared else {
            throw Complaint(
                "There is no installation in \(settings.data).", next: "Name its folder with --data.")
        }
        let disk = try folder.open()
        // Before the stores, which may be growing: so none can be behind what was signed for.
        let signed = try signed(folder, disk, outside: arguments["checkpoints"] ?? settings.checkpoints)
        var faults = signed.faults.isEmpty ? 0 : 1
        Console.print(line(signed))
        for (name, identity) in stores(on: disk, signed) {
            let report = verify(disk, name: name, identity: identity, marks: signed.marks(of: name))
            Console.print(line(name, report))
            if !report.isSound { faults += 1 }
        }
        guard faults == 0 else {
            throw Complaint(
                "\(faults) of these lines say that something is not sound.", why: "The lines above say what.",
                next: "Stop the server, keep a copy of the folder, and restore those stores from a backup.")
        }
    }

    /// What stands in the data folder, and what was kept outside it.
    private static func signed(
        _ folder: DataFolder, _ disk: FileDisk, outside path: String?
    ) throws(Complaint) -> CheckpointRecords {
        guard let key = try folder.knownKey()?.verifying else {
            throw Complaint(
                "The key of this installation is missing.",
                why: "keys/installation.key is not in \(folder.path).",
                next: "Put the file back from a backup.")
        }
        var signed = CheckpointRecords(in: Notary.folder, of: disk, by: key)
        guard let path else { return signed }
        do throws(DiskFailure) {
            signed.add(CheckpointRecords(in: ".", of: try FileDisk(root: path), by: key))
        } catch {
            throw Complaint(
                "The checkpoints in \(path) cannot be read.", why: "\(error.explanation).",
                next: "Name the folder with --checkpoints.")
        }
        return signed
    }

    private static func line(_ signed: CheckpointRecords) -> String {
        guard signed.faults.isEmpty else {
            return "checkpoints: NOT SOUND, " + signed.faults.joined(separator: "; ")
        }
        guard let newest = signed.newest else { return "checkpoints: none yet" }
        let count = signed.checkpoints.count
        return "checkpoints: \(count) signed by this installation, the newest of \(newest.iso)"
    }

    /// Those that are there, and those that were signed for and should be.
    private static func stores(
        on disk: FileDisk, _ signed: CheckpointRecords
    ) -> [(name: String, identity: [UInt8])] {
        let own = [
            (Agency.storeName, Agency.identity), (Doorkeeper.storeName, Doorkeeper.identity),
            (Trail.storeName, Trail.identity),
        ]
        let folder = "tenants/"
        let there = ((try? disk.list("tenants")) ?? []).map { folder + $0 }
        let tenants = signed.stores.filter { $0.hasPrefix(folder) }.union(there).sorted()
        return own + tenants.map { ($0, Array($0.dropFirst(folder.count).utf8)) }
    }

    private static func line(_ name: String, _ report: VerifyReport) -> String {
        let size = "\(report.entries) entries in \(report.segments) segments"
        guard report.isSound else {
            let first = report.firstBad.map { "first at entry \($0): " } ?? ""
            return "\(name): NOT SOUND, \(first)"
                + report.findings.map(\.explanation).joined(separator: "; ")
        }
        let signed = report.vouched > 0 ? ", signed for through entry \(report.vouched)" : ""
        let tail = report.hasUnfinishedWrite ? ", an unfinished write at the end" : ""
        return "\(name): sound, \(size), head \(report.head.hex.prefix(16))\(signed)\(tail)"
    }
}
