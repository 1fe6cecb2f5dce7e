import TLS
import Unix

/// A connection to a mail server, plain or with TLS over it. Blocks, and never beyond a deadline.
struct MailLine: ~Copyable {
    private let socket: FileDescriptor
    private var session: ClientSession?

    private static let readSize = 4_096

    init(to server: MailServer) throws(MailTrouble) {
        do throws(DialFailure) {
            socket = try FileDescriptor.dial(
                server.host, port: server.port, milliseconds: Int32(server.patience.connection * 1_000))
        } catch {
            switch error {
            case .unknownHost(let words): throw MailTrouble(.unreachable, words: words)
            case .system(let failure): throw MailTrouble(.unreachable, words: failure.description)
            }
        }
        session = nil
    }

    /// From here on everything goes through TLS, with a server that has proven its name.
    mutating func secure(_ server: MailServer) throws(MailTrouble) {
        let deadline = Deadline(seconds: server.patience.handshake)
        do throws(TLSFailure) {
            session = try ClientSession(
                context: server.trust, host: server.host, descriptor: socket.number)
        } catch {
            throw MailTrouble(.untrusted, words: error.explanation)
        }
        while let progress = session?.handshake(), progress != .done(0) {
            try wait(progress, until: deadline)
        }
    }

    mutating func send(_ bytes: [UInt8], within seconds: Int64) throws(MailTrouble) {
        let deadline = Deadline(seconds: seconds)
        var sent = 0
        while sent < bytes.count {
            let progress = session?.write(bytes, from: sent) ?? writePlain(bytes, from: sent)
            if case .done(let count) = progress { sent += count } else { try wait(progress, until: deadline) }
        }
    }

    /// What came by now, once something has.
    mutating func receive(until deadline: Deadline) throws(MailTrouble) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let progress = session?.read(into: &bytes, atMost: Self.readSize) ?? readPlain(&bytes)
            if case .done = progress { return bytes }
            try wait(progress, until: deadline)
        }
    }

    /// Says that nothing more comes.
    mutating func finish() {
        session?.shutdown()
        socket.finishWriting()
    }

    private func writePlain(_ bytes: [UInt8], from start: Int) -> Progress {
        do throws(Errno) { return .done(try socket.write(bytes.span.extracting(start...))) } catch {
            return error == .again ? .wantsWrite : .failed(.system(error.code))
        }
    }

    private func readPlain(_ bytes: inout [UInt8]) -> Progress {
        var buffer = [UInt8](repeating: 0, count: Self.readSize)
        do throws(Errno) {
            var span = buffer.mutableSpan
            let count = try socket.read(into: &span)
            guard count > 0 else { return .closed }
            bytes += buffer[..<count]
            return .done(count)
        } catch {
            return error == .again ? .wantsRead : .failed(.system(error.code))
        }
    }

    /// Waits for what a step needs, or says what became of the connection.
    private func wait(_ progress: Progress, until deadline: Deadline) throws(MailTrouble) {
        let readiness: FileDescriptor.Readiness
        switch progress {
        case .done: return
        case .wantsRead: readiness = .reading
        case .wantsWrite: readiness = .writing
        case .closed, .failed(.peerVanished): throw MailTrouble(.hungUp)
        case .failed(.system(let code)):
            throw MailTrouble(.hungUp, words: Errno(code: code).description)
        case .failed(let failure): throw MailTrouble(.untrusted, words: failure.explanation)
        }
        let left = deadline.millisecondsLeft
        var isReady = false
        if left > 0 {
            do throws(Errno) { isReady = try socket.wait(for: readiness, milliseconds: left) } catch {
                throw MailTrouble(.hungUp, words: error.description)
            }
        }
        guard isReady else { throw MailTrouble(.silent) }
    }
}

/// The end of a step's time, by a clock that nobody sets.
struct Deadline {
    private let microseconds: Int64

    init(seconds: Int64) { microseconds = SystemClock.steadyMicroseconds() + seconds * 1_000_000 }

    var millisecondsLeft: Int32 {
        Int32(clamping: (microseconds - SystemClock.steadyMicroseconds()) / 1_000)
    }
}
