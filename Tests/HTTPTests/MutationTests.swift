import HTTP
import Streams
import Testing

@Suite("Damaged streams")
struct MutationTests {
    private static let stream = Array(
        (StrictCase.get("/a/b?c=d", "Cookie: a=b\r\n") + StrictCase.post("Content-Length: 7", "GET / H")
            + StrictCase.chunked("5;x=y\r\nhello\r\n0\r\n\r\n") + StrictCase.get("/last")).utf8)

    @Test("damage never makes more answers than requests, and every cut gives the same verdict")
    func mutations() {
        for seed in UInt64(1)...2_000 {
            let broken = Self.broken(seed: seed, fault: .none)
            #expect(broken.isEmpty, "seed \(seed): \(broken)")
        }
    }

    @Test(
        "a reader with a fault is found by the cases or within three hundred streams",
        arguments: PlantedFault.allCases.dropFirst())
    func plantedFaults(fault: PlantedFault) {
        #expect(
            StrictCase.all.contains { !$0.isMet(fault: fault) }
                || (UInt64(1)...300).contains { !Self.broken(seed: $0, fault: fault).isEmpty })
    }

    private static func broken(seed: UInt64, fault: PlantedFault) -> [String] {
        var random = SplitMix(state: seed)
        let stream = Damage.damaged(stream, using: &random)
        return StreamRules.broken(
            by: stream, cuts: StreamRules.cuts(of: stream, using: &random), fault: fault)
    }
}
