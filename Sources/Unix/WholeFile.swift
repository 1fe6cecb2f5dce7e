import CLinux
import Glibc

/// Reads and writes of small files at a path, for settings, keys and resources.
package enum WholeFile {
    /// Fails with `tooLarge` beyond the limit, before anything is read.
    package static func read(_ path: String, atMost limit: Int) throws(Errno) -> [UInt8] {
        let (folder, name) = split(path)
        let file = try FileDescriptor.directory(at: folder).open(name, for: .read)
        let size = try file.size()
        guard size <= limit else { throw .tooLarge }
        return try file.read(at: 0, count: size)
    }

    /// Writes the file so that its name stands for all of it or for what was there before.
    package static func write(_ bytes: [UInt8], to path: String) throws(Errno) {
        let (folder, name) = split(path)
        let directory = try FileDescriptor.directory(at: folder)
        let temporary = name + ".new"
        do throws(Errno) { try directory.remove(temporary) } catch {
            if error != .missing { throw error }
        }
        let file = try directory.open(temporary, for: .createNew)
        var written = 0
        while written < bytes.count {
            written += try file.write(bytes, from: written, at: written)
        }
        try file.sync()
        try directory.rename(temporary, to: name)
        try directory.sync()
    }

    /// Makes a folder and those above it, where they are not there yet.
    package static func makeFolders(_ path: String) throws(Errno) {
        var made = path.hasPrefix("/") ? "/" : "."
        for part in path.split(separator: "/") {
            let parent = try FileDescriptor.directory(at: made)
            do throws(Errno) { try parent.makeDirectory(String(part)) } catch {
                if error != .exists { throw error }
            }
            made += "/" + part
        }
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }
}

/// What the process finds around it when it starts.
package enum ProcessFacts {
    /// Where the running program lies; for finding its resources.
    package static func programPath() -> String? {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    package static func environment(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    package static var identifier: Int { Int(getpid()) }

    /// Raises the number of open files to what the system allows, and says how many that is.
    package static func raiseDescriptorLimit() -> Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
        guard unsafe getrlimit(kind, &limit) == 0 else { return 1_024 }
        limit.rlim_cur = limit.rlim_max
        _ = unsafe setrlimit(kind, &limit)
        return Int(clamping: limit.rlim_cur)
    }

    package static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }
}

extension ProcessFacts {
    /// Ends the process without waiting for threads that never end.
    package static func exit(_ code: Int32) -> Never { Glibc.exit(code) }
}

extension ProcessFacts {
    /// Standard input to its end, or to the limit.
    package static func readInput(atMost limit: Int) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while bytes.count < limit {
            let count = unsafe Glibc.read(0, &buffer, buffer.count)
            if count <= 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes.prefix(limit), as: UTF8.self)
    }
}
