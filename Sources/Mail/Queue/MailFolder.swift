package import Unix

/// Where the queue keeps its files; a folder on disk, or what a test makes of one. Every call blocks.
package protocol MailFolder: Sendable {
    func names() throws(Errno) -> [String]
    func read(_ name: String) throws(Errno) -> [UInt8]
    /// Durable when it returns, and whole or not there.
    func write(_ bytes: [UInt8], to name: String) throws(Errno)
    func remove(_ name: String) throws(Errno)
}

/// A folder on disk.
package struct DiskMailFolder: MailFolder {
    private let path: String

    /// Makes the folder where it is not there yet.
    package init(_ path: String) throws(Errno) {
        self.path = path
        try WholeFile.makeFolders(path)
    }

    package func names() throws(Errno) -> [String] { try FileDescriptor.directory(at: path).entries() }

    package func read(_ name: String) throws(Errno) -> [UInt8] {
        try WholeFile.read(path + "/" + name, atMost: MailRecord.longestFile)
    }

    package func write(_ bytes: [UInt8], to name: String) throws(Errno) {
        try WholeFile.write(bytes, to: path + "/" + name)
    }

    package func remove(_ name: String) throws(Errno) {
        try FileDescriptor.directory(at: path).remove(name)
    }
}
