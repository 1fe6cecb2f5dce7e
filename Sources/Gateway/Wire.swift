import TLS
import Unix

/// A connection's socket, with TLS over it or without. Steps report as a TLS session's do.
struct Wire: ~Copyable, Sendable {
    let file: FileDescriptor
    private var session: ServerSession?

    init(_ number: Int32, _ context: ServerContext?) {
        file = FileDescriptor(owning: number)
        session = context.map { ServerSession(context: $0, descriptor: number) }
    }

    var serverName: String? {
        switch session {
        case .some(let session): session.serverName
        case .none: nil
        }
    }

    var hasBufferedBytes: Bool {
        switch session {
        case .some(let session): session.hasBufferedBytes
        case .none: false
        }
    }

    mutating func handshake() -> Progress { session?.handshake() ?? .done(0) }

    /// Fills the bench's input anew.
    mutating func read(_ bench: inout Workbench) -> Progress {
        bench.input.removeAll(keepingCapacity: true)
        if let progress = session?.read(into: &bench.input, atMost: bench.limits.readSize) {
            return progress
        }
        let progress = readPlain(&bench.scratch)
        if case .done(let count) = progress { bench.input += bench.scratch[..<count] }
        return progress
    }

    /// What is `followed` by more at once may wait in the kernel until a packet is full.
    mutating func write(_ bytes: [UInt8], _ range: Range<Int>, isFollowed: Bool) -> Progress {
        let bytes = bytes.span.extracting(range)
        if let progress = session?.write(bytes, isFollowed: isFollowed) { return progress }
        var written = 0
        do throws(Errno) {
            while written < bytes.count {
                written += try file.write(bytes.extracting(written...))
            }
        } catch {
            if error != .again { return .failed(.system(error.code)) }
            if written == 0 { return .wantsWrite }
        }
        return .done(written)
    }

    /// Says that nothing more comes, in TLS and in TCP; false while the socket is too full for it.
    mutating func bidFarewell() -> Bool {
        if session?.shutdown() == .wantsWrite { return false }
        file.finishWriting()
        return true
    }

    /// Reads from the socket and looks at nothing, not even to decipher it.
    mutating func discard(_ bench: inout Workbench) -> Progress { readPlain(&bench.scratch) }

    private func readPlain(_ room: inout [UInt8]) -> Progress {
        do throws(Errno) {
            var span = room.mutableSpan
            let count = try file.read(into: &span)
            return count > 0 ? .done(count) : .closed
        } catch {
            return error == .again ? .wantsRead : .failed(.system(error.code))
        }
    }
}
