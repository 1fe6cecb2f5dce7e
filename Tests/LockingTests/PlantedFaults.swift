import Foundation
import Testing

/// Faults that the sanitizers must report: they run only when COUNTERSIGN_PLANT names one, which the proof
/// `sanitizers` does to see that its set-up is not blind.
@Suite("Planted faults")
struct PlantedFaults {
    private static let wanted = ProcessInfo.processInfo.environment["COUNTERSIGN_PLANT"]

    @Test("two threads write the same number without a lock", .enabled(if: wanted == "race"))
    func race() async {
        nonisolated(unsafe) let number = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        unsafe number.initialize(to: 0)
        await withTaskGroup { group in
            for _ in 0..<4 {
                group.addTask { for _ in 0..<100_000 { unsafe number.pointee &+= 1 } }
            }
        }
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
