import Locking
import Testing

@Suite("A lock")
struct LockTests {
    @Test("lets one thread at a time at its value")
    func excludes() async {
        let count = Shared()
        await withTaskGroup { group in
            for _ in 0..<4 {
                group.addTask { for _ in 0..<20_000 { count.lock.withLock { $0 += 1 } } }
            }
        }
        #expect(count.lock.withLock { $0 } == 80_000)
    }

    @Test("gives back what its body gives, and is free again after one that throws")
    func throwing() {
        let lock = Lock(1)
        #expect(throws: Refused.self) { try lock.withLock { _ throws(Refused) in throw Refused() } }
        #expect(lock.withLock { $0 } == 1)
    }

    @Test("holds what cannot be copied")
    func noncopyable() {
        let lock = Lock<Ticket?>(Ticket(number: 7))
        let taken = lock.withLock { held in
            if let ticket = held.take() { ticket.number } else { 0 }
        }
        #expect(taken == 7)
        let isEmpty = lock.withLock { $0 == nil }
        #expect(isEmpty)
    }

    private final class Shared: Sendable { let lock = Lock(0) }
    private struct Refused: Error {}
    private struct Ticket: ~Copyable { let number: Int }
}
