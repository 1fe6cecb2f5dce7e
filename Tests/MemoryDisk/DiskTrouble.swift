package import Journal

/// What a call does to the disk.
package enum DiskCallKind: Hashable, Sendable {
    case read, write, sync
    /// Makes, renames or removes an entry of a directory.
    case name
}

/// One part of the disk that fails while the rest is well: a bad sector, a quota, a mount that went away.
package struct DiskTrouble: Sendable {
    private let folder: String
    private let kinds: Set<DiskCallKind>
    private let failure: DiskFailure
    private var before: Int
    private var times: Int

    /// The calls of these kinds below `folder` fail, but for the first `before`; and only so many `times`.
    package init(
        below folder: String, _ kinds: Set<DiskCallKind>, _ failure: DiskFailure, before: Int = 0,
        times: Int = .max
    ) {
        self.folder = folder
        self.kinds = kinds
        self.failure = failure
        self.before = before
        self.times = times
    }

    mutating func strikes(_ kind: DiskCallKind, _ name: String) -> DiskFailure? {
        guard kinds.contains(kind), name.hasPrefix(folder), times > 0 else { return nil }
        if before > 0 {
            before -= 1
            return nil
        }
        times -= 1
        return failure
    }
}
