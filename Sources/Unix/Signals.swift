import CLinux

/// The signals that an operator sends.
package enum Signal: Sendable {
    case reload, stop

    /// Must run before the first thread starts, so that no thread is interrupted by them.
    package static func takeOver() { shim_block_signals() }

    /// Blocks the calling thread until one comes.
    package static func wait() -> Signal { shim_wait_for_signal() == SIGHUP ? .reload : .stop }
}
