import Access
import Crypto
import Journal
import Staffing
import Unix

/// `countersign verify`: walks every chain and says in one line each what it found.
enum VerifyCommand {
    static let grammar = Arguments.Grammar.common

    static func run(_ arguments: Arguments) throws(Complaint) {
        let settings = try ServerSettings(arguments)
        let folder = DataFolder(path: settings.data)
        guard folder.isPrepared else {
            throw Complaint(
                "There is no installation in \(settings.data).", next: "Name its folder with --data.")
        }
        let disk = try folder.open()
        var faults = 0
        for (name, identity) in stores(on: disk) {
            let report = verify(disk, name: name, identity: identity)
            Console.print(line(name, report))
            if !report.isSound { faults += 1 }
        }
        faults += try checkSeals(folder, disk)
        guard faults == 0 else {
            throw Complaint(
                "\(faults) of the chains are not sound.", why: "The lines above say where.",
                next: "Stop the server, keep a copy of the folder, and restore those stores from a backup.")
        }
    }

    private static func stores(on disk: FileDisk) -> [(name: String, identity: [UInt8]?)] {
        let tenants = ((try? disk.list("tenants")) ?? []).sorted()
        return [("agency", Array("agency".utf8)), (Doorkeeper.storeName, nil), (Trail.storeName, nil)]
            + tenants.map { ("tenants/" + $0, Array($0.utf8)) }
    }

    private static func line(_ name: String, _ report: VerifyReport) -> String {
        let size = "\(report.entries) entries in \(report.segments) segments"
        guard report.isSound else {
            return "\(name): NOT SOUND, " + report.findings.map(\.explanation).joined(separator: "; ")
        }
        let tail = report.hasUnfinishedWrite ? ", an unfinished write at the end" : ""
        return "\(name): sound, \(size), head \(report.head.hex.prefix(16))\(tail)"
    }

    /// The seals can only be read while nobody writes; a running server is said, not failed.
    private static func checkSeals(_ folder: DataFolder, _ disk: FileDisk) throws(Complaint) -> Int {
        let report = TrailReport.verify(disk, key: try folder.installationKey().verifying)
        if case .locked = report.failure {
            Console.print("\(Trail.storeName): seals not checked, a server is running")
            return 0
        }
        if let failure = report.failure {
            Console.print("\(Trail.storeName): seals NOT SOUND, \(failure.explanation)")
            return 1
        }
        Console.print(
            "\(Trail.storeName): \(report.seals) seals, "
                + (report.isSound
                    ? "all signed by this installation" : "some NOT signed by this installation"))
        return report.isSound ? 0 : 1
    }
}
