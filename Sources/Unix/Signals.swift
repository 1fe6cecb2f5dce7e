import CLinux
import Locking

/// The signals that an operator sends.
package enum Signal: Sendable {
    case reload, stop

    private static let receiver = Lock(Receiver())

    private struct Receiver {
        var take: (@Sendable (Signal) -> Void)?
    }

    /// What a shell reports of a program that was interrupted (128 + SIGINT).
    private static let interrupted: Int32 = 130

    /// Must run before the first thread starts, so that no thread is interrupted by them.
    package static func takeOver() { shim_block_signals() }

    /// From now on signals go there, on the thread that attends to them.
    package static func deliver(to receiver: @escaping @Sendable (Signal) -> Void) {
        self.receiver.withLock { $0.take = receiver }
    }

    /// Keeps the main thread for signals, for ever. While nobody receives them, a stop ends the process at
    /// once.
    ///
    /// The main thread must not be given to the runtime: it would wait there with every signal unblocked,
    /// and the
    /// first SIGTERM would end the process in the middle of its work.
    package static func attend() -> Never {
        while true {
            let signal = wait()
            let take = receiver.withLock { $0.take }
            if let take {
                take(signal)
            } else if signal == .stop {
                ProcessFacts.exit(interrupted)
            }
        }
    }

    private static func wait() -> Signal { shim_wait_for_signal() == SIGHUP ? .reload : .stop }
}
