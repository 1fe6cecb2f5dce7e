import CLinux

/// Why no connection came about.
package enum DialFailure: Error, Hashable, Sendable {
    /// The resolver knows no address, in its own words.
    case unknownHost(String)
    case system(Errno)
}

extension FileDescriptor {
    package enum Readiness: Sendable { case reading, writing }

    /// Connects by TCP, without blocking for longer than that (the resolver has its own patience, which
    /// resolv.conf sets). The descriptor does not block afterwards.
    package static func dial(
        _ host: String, port: UInt16, milliseconds: Int32
    ) throws(DialFailure) -> FileDescriptor {
        var unknown: Int32 = 0
        let number = unsafe host.withCString { unsafe shim_dial($0, port, milliseconds, &unknown) }
        if number >= 0 { return FileDescriptor(owning: number) }
        let failure = Errno.current
        guard unknown != 0 else { throw .system(failure) }
        throw .unknownHost(unsafe String(cString: shim_resolver_reason(unknown)))
    }

    /// Blocks until it can be read from or written to; false when the time was over first.
    package borrowing func wait(for readiness: Readiness, milliseconds: Int32) throws(Errno) -> Bool {
        let (number, isWriting): (Int32, Int32) = (number, readiness == .writing ? 1 : 0)
        return try retrying { shim_wait_until_ready(number, isWriting, milliseconds) } > 0
    }
}
