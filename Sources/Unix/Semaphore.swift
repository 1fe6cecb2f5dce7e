import CLinux
import Glibc

/// Signals that threads wait for. Each wakes one thread, where an eventfd would wake all that wait for it, to
/// send all but one of them back to sleep.
///
/// Sendable because the C library counts for any number of threads at once, and the memory is this object's
/// alone. The address is kept as a number for that reason only.
@safe package final class Semaphore: Sendable {
    private let address: UInt

    package init() {
        address = unsafe UInt(bitPattern: shim_new_semaphore())
        precondition(address != 0, "there is no memory for a semaphore")
    }

    deinit { unsafe shim_free_semaphore(place) }

    private var place: UnsafeMutablePointer<sem_t>? { unsafe UnsafeMutablePointer(bitPattern: address) }

    package func signal() { unsafe shim_signal(place) }

    /// Waits for a signal, and takes it.
    package func take() { unsafe shim_await(place) }
}
