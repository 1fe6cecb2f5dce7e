import Glibc

/// What one thread sleeps beside until another rings: a semaphore of the C library, which troubles the kernel
/// only when somebody really sleeps. An eventfd that many threads read from would wake all of them at once.
///
/// Sendable because the semaphore is made to be shared, and freed when the last who holds it lets go. The
/// address is kept as a number for that reason only.
@safe package struct Bell: ~Copyable, Sendable {
    private let address: UInt

    package init() {
        let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
        unsafe sem_init(semaphore, 0, 0)
        address = UInt(bitPattern: semaphore)
    }

    deinit {
        guard let semaphore = unsafe semaphore else { return }
        unsafe sem_destroy(semaphore)
        unsafe semaphore.deallocate()
    }

    private var semaphore: UnsafeMutablePointer<sem_t>? { unsafe UnsafeMutablePointer(bitPattern: address) }

    /// Wakes whoever sleeps, or lets the next one pass who would.
    package func ring() {
        guard let semaphore = unsafe semaphore else { return }
        unsafe sem_post(semaphore)
    }

    /// Sleeps until it has been rung once more than it was waited for.
    package func wait() {
        guard let semaphore = unsafe semaphore else { return }
        while unsafe sem_wait(semaphore) == -1 && Errno.current == .interrupted {}
    }
}
