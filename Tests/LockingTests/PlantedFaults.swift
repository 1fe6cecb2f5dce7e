import Foundation
import Testing

/// Faults that the sanitizers must report: they run only when COUNTERSIGN_PLANT names one, which the proof
/// `sanitizers` does to see that its set-up is not blind.
@Suite("Planted faults")
struct PlantedFaults {
    private static let wanted = ProcessInfo.processInfo.environment["COUNTERSIGN_PLANT"]

    @Test("two threads write the same number without a lock", .enabled(if: wanted == "race"))
    func race() {
        nonisolated(unsafe) let number = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        unsafe number.initialize(to: 0)
        // Threads and not tasks: the runtime may give all tasks to one thread in turn, which is no race.
        let threads = (0..<2).map { _ in Thread { for _ in 0..<1_000 { unsafe number.pointee &+= 1 } } }
        for thread in threads { thread.start() }
        while !threads.allSatisfy(\.isFinished) { Thread.sleep(forTimeInterval: 0.01) }
        unsafe number.deallocate()
    }

    @Test("a byte behind the end is read", .enabled(if: wanted == "overflow"))
    func overflow() {
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 16)
        unsafe bytes.initialize(repeating: 1, count: 16)
        let end = Int.random(in: 16...16)
        unsafe #expect(bytes[end] != 1)
        unsafe bytes.deallocate()
    }

    @Test("memory is lost", .enabled(if: wanted == "leak"))
    func leak() {
        for size in 1...100 {
            let lost = UnsafeMutablePointer<UInt64>.allocate(capacity: size * 100)
            unsafe lost.initialize(repeating: 0, count: size * 100)
        }
    }
}
