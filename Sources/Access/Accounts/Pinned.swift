/// An actor that lives on one executor for its whole life: a loop in production, a queue in tests.
package protocol Pinned: Actor {
    nonisolated var home: any SerialExecutor { get }
}

extension Pinned {
    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe home.asUnownedSerialExecutor() }
}
