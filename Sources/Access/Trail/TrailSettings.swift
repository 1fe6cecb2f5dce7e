package import Journal
package import Staffing

/// What a trail is given by whoever starts it.
package struct TrailSettings: Sendable {
    package typealias Job = @Sendable () -> Void

    package let home: any SerialExecutor
    /// Runs a job on `home`, after what is already queued there.
    package let post: @Sendable (@escaping Job) -> Void
    /// Brings a job to an I/O thread; must not lose it.
    package let run: @Sendable (@escaping Job) -> Void
    package let now: @Sendable () -> Moment
    /// What is known to have been durable when the process begins.
    package var witness: StoreMark?
    package var limits = TrailLimits.standard

    package init(
        home: any SerialExecutor, post: @escaping @Sendable (@escaping Job) -> Void,
        now: @escaping @Sendable () -> Moment, run: @escaping @Sendable (@escaping Job) -> Void
    ) {
        self.home = home
        self.post = post
        self.now = now
        self.run = run
    }
}
