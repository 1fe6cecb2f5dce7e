import CLinux
import Glibc

/// Names relative to an open directory, so that renaming or replacing a parent cannot redirect them.
extension FileDescriptor {
    package enum Access: Sendable { case read, write, create, createNew }

    package static func directory(at path: String) throws(Errno) -> FileDescriptor {
        try opening(AT_FDCWD, path, O_RDONLY | O_DIRECTORY)
    }

    package borrowing func directory(_ name: String) throws(Errno) -> FileDescriptor {
        try Self.opening(number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    }

    /// Opens a file below this directory; a link is not followed. New files belong to their owner alone.
    package borrowing func open(_ name: String, for access: Access) throws(Errno) -> FileDescriptor {
        let flags =
            switch access {
            case .read: O_RDONLY
            case .write: O_RDWR
            case .create: O_RDWR | O_CREAT
            case .createNew: O_RDWR | O_CREAT | O_EXCL
            }
        return try Self.opening(number, name, flags | O_NOFOLLOW)
    }

    private static func opening(_ directory: Int32, _ name: String, _ flags: Int32) throws(Errno)
        -> FileDescriptor
    {
        let opened = try retrying { unsafe shim_openat(directory, name, flags | O_CLOEXEC, 0o600) }
        return FileDescriptor(owning: opened)
    }

    package borrowing func makeDirectory(_ name: String) throws(Errno) {
        let number = number
        _ = try retrying { unsafe mkdirat(number, name, 0o700) }
    }

    package borrowing func rename(_ name: String, to newName: String) throws(Errno) {
        let number = number
        _ = try retrying { unsafe renameat(number, name, number, newName) }
    }

    package borrowing func remove(_ name: String) throws(Errno) {
        let number = number
        _ = try retrying { unsafe unlinkat(number, name, 0) }
    }

    /// The names in this directory, without `.` and `..`, in no order.
    package borrowing func entries() throws(Errno) -> [String] {
        let copy = try Self.opening(number, ".", O_RDONLY | O_DIRECTORY)
        let listed = dup(copy.number)
        guard listed != -1 else { throw Errno.current }
        guard let stream = unsafe fdopendir(listed) else {
            let failure = Errno.current
            _ = Glibc.close(listed)
            throw failure
        }
        defer { _ = unsafe closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe String(cString: shim_entry_name(entry))
            if name != ".", name != ".." { names.append(name) }
        }
        if errno != 0 { throw Errno.current }
        return names
    }
}
