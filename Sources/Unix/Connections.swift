import CLinux

extension FileDescriptor {
    /// Tells the peer that nothing more comes, while what it still sends can be read. A peer that is gone
    /// already needs no telling, so there is nothing to report.
    package borrowing func finishWriting() { _ = shim_finish_writing(number) }

    /// How many descriptors this process may have open at once.
    package static func limit() throws(Errno) -> Int {
        let limit = shim_descriptor_limit()
        if limit == -1 { throw Errno.current }
        return Int(limit)
    }
}
