public import Synchronization

/// A value that one thread at a time may touch.
///
/// This is `Mutex` and one thing more. Where two threads meet, `Mutex` lets the kernel hand it over, and the
/// thread sanitizer, which sees only what the program itself reads and writes, takes such meetings for races.
/// `handover` says the same in its language: what was written before a release is seen after the acquire that
/// follows. It costs two plain moves on x86, too little to be measured, and what is tested is what runs.
///
/// A function is kept here inside a structure, never bare: the compiler would wrap a bare one anew at each
/// `withLock`, and after a day a call of it would go through millions of wrappings.
///
/// Public and inlinable, because a generic that other modules cannot see into looks its types up at each use.
@frozen public struct Lock<State: ~Copyable>: ~Copyable, Sendable {
    @usableFromInline let mutex: Mutex<State>
    @usableFromInline let handover: Atomic<Bool>

    @inlinable public init(_ state: consuming sending State) {
        mutex = Mutex(state)
        handover = Atomic(false)
    }

    @inlinable public borrowing func withLock<Result: ~Copyable, Failure: Error>(
        _ body: (inout sending State) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        try mutex.withLock { (state: inout sending State) throws(Failure) -> sending Result in
            _ = handover.load(ordering: .acquiring)
            defer { handover.store(true, ordering: .releasing) }
            return try body(&state)
        }
    }
}
