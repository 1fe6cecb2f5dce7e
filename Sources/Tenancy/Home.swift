/// Where an actor lives: the executor it is pinned to, a way back to it, and threads for its slow work.
package struct Home: Sendable {
    package let executor: any SerialExecutor
    /// The same place for tasks that begin on the actor's behalf, so that they hop nowhere to reach it.
    package let tasks: any TaskExecutor
    /// Runs work on the executor's thread, after what is already queued there.
    package let post: @Sendable (@escaping @Sendable () -> Void) -> Void
    /// Runs blocking work on an I/O thread, sooner or later; it never loses any.
    package let runBlocking: @Sendable (@escaping @Sendable () -> Void) -> Void

    package init(
        executor: any SerialExecutor, tasks: any TaskExecutor,
        post: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void,
        runBlocking: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void
    ) {
        self.executor = executor
        self.tasks = tasks
        self.post = post
        self.runBlocking = runBlocking
    }
}

/// An actor that lives on one executor for its whole life: a loop in production, a simulation in tests.
package protocol Pinned: Actor {
    nonisolated var home: Home { get }
}

extension Pinned {
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe home.executor.asUnownedSerialExecutor()
    }
}
