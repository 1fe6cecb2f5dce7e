import CLinux
import Glibc

/// Bytes of an open file, addressed by their offset, so that threads share no position.
extension FileDescriptor {
    package borrowing func size() throws(Errno) -> Int {
        let number = number
        return Int(try retrying { shim_file_size(number) })
    }

    /// Up to `count` bytes from `offset`; fewer only where the file ends.
    package borrowing func read(at offset: Int, count: Int) throws(Errno) -> [UInt8] {
        let number = number
        var failure: Errno?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(Errno) {
                while filled < count {
                    let start = unsafe buffer.baseAddress.map { unsafe $0 + filled }
                    let length = count - filled
                    let place = off_t(offset + filled)
                    let read = try retrying { unsafe pread(number, start, length, place) }
                    if read == 0 { break }
                    filled += read
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Appends up to `count` bytes from `offset`; nil, and nothing appended, where some of them are not in
    /// memory and the disk would have to be waited for, or where the kernel cannot tell.
    package borrowing func readAtOnce(
        at offset: Int, count: Int, into bytes: inout [UInt8]
    ) throws(Errno) -> Int? {
        let before = bytes.count
        let number = number
        var failure: Errno?
        bytes.append(addingCapacity: count) { span in
            unsafe span.withUnsafeMutableBufferPointer { buffer, filled in
                do throws(Errno) {
                    while filled < count {
                        let start = unsafe buffer.baseAddress.map { unsafe $0 + filled }
                        let (length, place) = (count - filled, off_t(offset + filled))
                        let read = try retrying { unsafe shim_read_at_once(number, start, length, place) }
                        if read == 0 { break }
                        filled += read
                    }
                } catch {
                    failure = error
                }
            }
        }
        guard let failure else { return bytes.count - before }
        bytes.removeSubrange(before...)
        if failure == .again || failure == .unsupported { return nil }
        throw failure
    }

    /// What changes in a file whenever somebody writes to it, renames or removes it.
    package borrowing func stamp() throws(Errno) -> FileStamp {
        let number = number
        var (size, links, changed): (Int64, Int64, Int64) = (0, 0, 0)
        if unsafe shim_file_stamp(number, &size, &links, &changed) == -1 { throw Errno.current }
        return FileStamp(size: Int(size), links: Int(links), changed: changed)
    }

    /// Writes `bytes[from...]` at `offset` and says how many the kernel took, which may be fewer.
    package borrowing func write(_ bytes: [UInt8], from: Int, at offset: Int) throws(Errno) -> Int {
        let number = number
        return try unsafe bytes.withUnsafeBufferPointer { (buffer) throws(Errno) in
            let rest = unsafe UnsafeBufferPointer(rebasing: buffer[from...])
            return try retrying { unsafe pwrite(number, rest.baseAddress, rest.count, off_t(offset)) }
        }
    }

    /// Makes the bytes durable, and of the metadata what is needed to read them. Never call it a second time
    /// after it failed: the kernel has marked the pages clean, and the second call would lie.
    package borrowing func syncData() throws(Errno) {
        if fdatasync(number) == -1 { throw Errno.current }
    }

    /// Makes bytes and metadata durable; of a directory, its entries.
    package borrowing func sync() throws(Errno) {
        if fsync(number) == -1 { throw Errno.current }
    }

    /// Claims disk blocks up to `end`, which read as zeros; what is already there stays as it is.
    package borrowing func reserve(through end: Int) throws(Errno) {
        let number = number
        do throws(Errno) {
            _ = try retrying { fallocate(number, 0, 0, off_t(end)) }
        } catch .unsupported {
            try fillWithZeros(through: end)
        }
    }

    private borrowing func fillWithZeros(through end: Int) throws(Errno) {
        var offset = try size()
        while offset < end {
            let zeros = [UInt8](repeating: 0, count: min(end - offset, 64 * 1024))
            offset += try write(zeros, from: 0, at: offset)
        }
    }

    /// Takes the file's lock for writing, or says at once that another process has it.
    package borrowing func lockExclusively() throws(Errno) {
        let number = number
        _ = try retrying { shim_lock_exclusively(number) }
    }
}

package struct FileStamp: Hashable, Sendable {
    package let size: Int
    /// Names that lead to it.
    package let links: Int
    /// Nanoseconds since 1970. The kernel sets it, and no program can set it back.
    package let changed: Int64
}

extension Errno {
    package static let missing = Errno(code: ENOENT)
    package static let noSpace = Errno(code: ENOSPC)
    package static let overQuota = Errno(code: EDQUOT)
    package static let unsupported = Errno(code: EOPNOTSUPP)
}
