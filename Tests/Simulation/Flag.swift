import Locking

/// Something that has happened or not.
final class Flag: Sendable {
    private let isRaised = Lock(false)

    func set() { isRaised.withLock { $0 = true } }

    var isSet: Bool { isRaised.withLock { $0 } }
}
