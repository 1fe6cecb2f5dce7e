import Glibc
import Unix

/// Writing to somebody who has gone is an error, not the end of the process.
func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

/// The client's end of a connection: a pair of sockets without a network, so that nothing is left to the kernel.
struct Line: ~Copyable {
    private let file: FileDescriptor

    static let readSize = 16 * 1024

    /// The numbers of two connected sockets; whoever takes one must own it.
    static func pair() throws(Errno) -> (near: Int32, far: Int32) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | O_NONBLOCK | O_CLOEXEC
        if unsafe socketpair(AF_UNIX, kind, 0, &ends) == -1 { throw Errno(code: errno) }
        return (ends[0], ends[1])
    }

    init(_ number: Int32) { file = FileDescriptor(owning: number) }

    /// How many bytes the socket took.
    func send(_ bytes: ArraySlice<UInt8>) throws(Errno) -> Int {
        let chosen = Array(bytes)
        do throws(Errno) { return try file.write(chosen.span) } catch {
            if error == .again { return 0 }
            throw error
        }
    }

    /// How much has arrived, into `room`; nil when the other side has ended.
    func receive(into room: inout [UInt8]) throws(Errno) -> Int? {
        do throws(Errno) {
            var span = room.mutableSpan
            let count = try file.read(into: &span)
            return count > 0 ? count : nil
        } catch {
            if error == .again { return 0 }
            throw error
        }
    }
}
