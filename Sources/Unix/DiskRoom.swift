import Glibc

/// How much room the disk has on which a folder lies.
package enum DiskRoom {
    /// Bytes that this user may still write.
    package static func free(at path: String) throws(Errno) -> Int {
        var facts = statvfs()
        guard unsafe statvfs(path, &facts) == 0 else { throw Errno.current }
        return Int(clamping: UInt64(facts.f_bavail).multipliedReportingOverflow(by: UInt64(facts.f_frsize)).0)
    }
}
