import Journal
import MemoryDisk

/// What is wrong with the disk during one life, and where.
struct Weather {
    enum Kind: Int, CaseIterable {
        case fair, syncFails, writeFails, namesFail, readsFail, full, shortWrites, oneCallFails
    }

    let kind: Kind
    /// Below which folder; empty for the whole disk.
    let folder: String
    private let calls: Int
    private let times: Int

    private static let folders = [
        "tenants/northwind", "tenants/cedar", "access/keys", "access/trail", "agency",
    ]

    init(_ chance: Chance) {
        kind = chance.happens(percent: 45) ? .fair : chance.pick(Array(Kind.allCases.dropFirst()))
        let isEverywhere = kind == .full || kind == .shortWrites || kind == .oneCallFails
        folder = isEverywhere ? "" : chance.pick(Self.folders)
        calls = chance.below(40)
        times = chance.happens(percent: 60) ? 1 : 3
    }

    /// Short writes are a fact of life and no excuse.
    var isFair: Bool { kind == .fair || kind == .shortWrites }

    /// Whether somebody at this client may hear that something failed.
    func mayTrouble(_ slug: String, _ deed: Deed) -> Bool {
        if isFair { return false }
        if folder.isEmpty || folder.hasPrefix("access/keys") { return true }
        // What shows rates waits for the record of who looked.
        if folder == "access/trail", case .look = deed { return true }
        return folder == "tenants/\(slug)"
    }

    func begin(on disk: MemoryDisk, used: Int) {
        let damage = DiskFailure.failed("the simulation says so")
        switch kind {
        case .fair: break
        case .syncFails: trouble(disk, [.sync], damage)
        case .writeFails: trouble(disk, [.write], damage)
        case .namesFail: trouble(disk, [.name], damage)
        case .readsFail: trouble(disk, [.read], damage)
        case .full: disk.setCapacity(used + calls * 100)
        case .shortWrites: disk.setShortWrites(true)
        case .oneCallFails: disk.plan(.fails(damage), atCall: disk.calls + 1 + calls * 5)
        }
    }

    private func trouble(_ disk: MemoryDisk, _ kinds: Set<DiskCallKind>, _ failure: DiskFailure) {
        disk.trouble(DiskTrouble(below: folder, kinds, failure, before: calls / 4, times: times))
    }

    var words: String { isFair ? "\(kind)" : "\(kind) below \(folder.isEmpty ? "everything" : folder)" }
}
