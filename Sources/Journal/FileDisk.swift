internal import Unix

/// The disk that is one: files below a directory, reached through its descriptor.
package final class FileDisk: Disk {
    private let root: FileDescriptor

    /// The directory must exist.
    package init(root path: String) throws(DiskFailure) {
        root = try translating { () throws(Errno) in try FileDescriptor.directory(at: path) }
    }

    package func makeDirectory(_ name: String) throws(DiskFailure) {
        let name = try checked(name)
        try translating { () throws(Errno) in try root.makeDirectory(name) }
    }

    package func list(_ directory: String) throws(DiskFailure) -> [String] {
        let name = try checked(directory)
        return try translating { () throws(Errno) in try root.directory(name).entries() }
    }

    package func open(_ name: String, for access: DiskAccess) throws(DiskFailure) -> any DiskFile {
        let name = try checked(name)
        let kind: FileDescriptor.Access =
            switch access {
            case .read: .read
            case .write: .write
            case .createNew: .createNew
            }
        return OpenFile(try translating { () throws(Errno) in try root.open(name, for: kind) })
    }

    package func rename(_ name: String, to newName: String) throws(DiskFailure) {
        let name = try checked(name)
        let newName = try checked(newName)
        try translating { () throws(Errno) in try root.rename(name, to: newName) }
    }

    package func remove(_ name: String) throws(DiskFailure) {
        let name = try checked(name)
        try translating { () throws(Errno) in try root.remove(name) }
    }

    package func syncDirectory(_ name: String) throws(DiskFailure) {
        let name = try checked(name)
        try translating { () throws(Errno) in try root.directory(name).sync() }
    }

    package func lock(_ name: String) throws(DiskFailure) -> any DiskLock {
        let name = try checked(name)
        let file = OpenFile(try translating { () throws(Errno) in try root.open(name, for: .create) })
        try file.lock()
        return file
    }

    /// A name that climbs out of the root, or is no name, is not even tried. `.` is the root itself.
    private func checked(_ name: String) throws(DiskFailure) -> String {
        if name == "." { return name }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !["", ".", ".."].contains($0) }), !name.utf8.contains(0) else {
            throw .failed("\(name) is no name below the root")
        }
        return name
    }
}

/// A descriptor that is shared by whoever writes, and closed when the last of them lets go.
private final class OpenFile: DiskFile, DiskLock {
    private let descriptor: FileDescriptor

    init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }

    func size() throws(DiskFailure) -> Int {
        try translating { () throws(Errno) in try descriptor.size() }
    }

    func read(at offset: Int, count: Int) throws(DiskFailure) -> [UInt8] {
        try translating { () throws(Errno) in try descriptor.read(at: offset, count: count) }
    }

    func readAtOnce(at offset: Int, count: Int, into bytes: inout [UInt8]) throws(DiskFailure) -> Int? {
        do throws(Errno) {
            return try descriptor.readAtOnce(at: offset, count: count, into: &bytes)
        } catch {
            throw DiskFailure(error)
        }
    }

    func stamp() throws(DiskFailure) -> DiskStamp {
        let stamp = try translating { () throws(Errno) in try descriptor.stamp() }
        return DiskStamp(size: stamp.size, links: stamp.links, changed: stamp.changed)
    }

    func write(_ bytes: [UInt8], from: Int, at offset: Int) throws(DiskFailure) -> Int {
        try translating { () throws(Errno) in try descriptor.write(bytes, from: from, at: offset) }
    }

    func reserve(through end: Int) throws(DiskFailure) {
        try translating { () throws(Errno) in try descriptor.reserve(through: end) }
    }

    func sync() throws(DiskFailure) {
        try translating { () throws(Errno) in try descriptor.syncData() }
    }

    func lock() throws(DiskFailure) {
        try translating { () throws(Errno) in try descriptor.lockExclusively() }
    }
}

private func translating<Result: ~Copyable>(_ call: () throws(Errno) -> Result) throws(DiskFailure) -> Result
{
    do throws(Errno) {
        return try call()
    } catch {
        throw DiskFailure(error)
    }
}

extension DiskFailure {
    init(_ errno: Errno) {
        self =
            switch errno {
            case .missing: .missing
            case .exists: .exists
            case .noSpace, .overQuota: .full
            case .again: .locked
            case let other: .failed(other.description)
            }
    }
}
