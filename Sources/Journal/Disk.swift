/// Where files live. Names are relative, their parts joined by `/`; nothing above this protocol knows a path.
///
/// Calls block, so only I/O threads and an opening store make them.
package protocol Disk: Sendable {
    /// Makes one directory; its parent must exist. Fails with `.exists` where there is one already.
    func makeDirectory(_ name: String) throws(DiskFailure)

    /// The names of the files and directories directly in a directory, in no order.
    func list(_ directory: String) throws(DiskFailure) -> [String]

    func open(_ name: String, for access: DiskAccess) throws(DiskFailure) -> any DiskFile

    /// Gives a file another name, atomically, in place of whatever had that name. Durable only after the
    /// directories are synced.
    func rename(_ name: String, to newName: String) throws(DiskFailure)

    func remove(_ name: String) throws(DiskFailure)

    /// Makes the entries of a directory durable.
    func syncDirectory(_ name: String) throws(DiskFailure)

    /// Takes the only lock of that name, or fails with `.locked`. Dropping the lock releases it.
    func lock(_ name: String) throws(DiskFailure) -> any DiskLock
}

package enum DiskAccess: Sendable { case read, write, createNew }

/// An open file. Dropping it closes it.
package protocol DiskFile: AnyObject, Sendable {
    func size() throws(DiskFailure) -> Int

    /// Up to `count` bytes from `offset`; fewer only where the file ends.
    func read(at offset: Int, count: Int) throws(DiskFailure) -> [UInt8]

    /// The same, behind what `bytes` holds; nil, and nothing appended, where the disk would have to be waited
    /// for.
    func readAtOnce(at offset: Int, count: Int, into bytes: inout [UInt8]) throws(DiskFailure) -> Int?

    /// Differs from an earlier one if somebody wrote to the file meanwhile, renamed or removed it.
    func stamp() throws(DiskFailure) -> DiskStamp

    /// Writes `bytes[from...]` at `offset` and says how many were taken, which may be fewer.
    func write(_ bytes: [UInt8], from: Int, at offset: Int) throws(DiskFailure) -> Int

    /// Claims the space up to `end`, so that writing there cannot find the disk full. New bytes read as
    /// zeros.
    func reserve(through end: Int) throws(DiskFailure)

    /// Makes all written bytes durable. After a failure nothing is known of them, and a second call proves
    /// nothing: the system may have dropped them and call the file clean.
    func sync() throws(DiskFailure)
}

/// Held for as long as somebody refers to it.
package protocol DiskLock: AnyObject, Sendable {}
