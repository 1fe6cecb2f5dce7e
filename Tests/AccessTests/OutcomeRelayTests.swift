import Locking
import Testing

@testable import Access
@testable import Journal

@Suite("The way of an outcome back to its actor")
struct OutcomeRelayTests {
    @Test("is no longer after a thousand outcomes than after one")
    func staysShort() {
        let relay = OutcomeRelay()
        let places = Lock<[UInt]>([])
        relay.connect { _ in
            var local = 0
            let place = unsafe withUnsafePointer(to: &local) { UInt(bitPattern: $0) }
            places.withLock { $0.append(place) }
        }
        for number in 1...1_000 as ClosedRange<UInt64> {
            relay.deliver(BatchOutcome(number: number, result: .durable))
        }
        let depths = places.withLock { $0 }
        #expect(depths.count == 1_000)
        #expect(Set(depths).count == 1, "each call lies deeper in the stack than the one before it")
    }
}
