import Drills
import Journal
import MemoryDisk

/// `prove flip --count N`: each bit of a journal of 64 KiB in turn, or so many of them, evenly spread; and its
/// end taken away from each byte on.
enum FlipProof {
    private static let bytes = 64 << 10

    private struct Count: Sendable {
        var refused = 0
        var meaningless = 0
        var silent: [String] = []

        static let add: @Sendable (inout Count, Count) -> Void = { sum, part in
            sum.refused += part.refused
            sum.meaningless += part.meaningless
            sum.silent += part.silent
        }

        mutating func note(_ verdict: FlipDrill.Verdict, _ place: @autoclosure () -> String) {
            switch verdict {
            case .refused: refused += 1
            case .meaningless: meaningless += 1
            case .silentlyAnother: silent.append(place())
            }
        }
    }

    static func run(_ order: Order) -> [Tally] {
        let drill: FlipDrill
        do throws(StoreFailure) { drill = try FlipDrill(bytes: bytes) } catch {
            return [Tally(what: "flip", tried: 1, found: 1, failures: [error.explanation])]
        }
        return flips(drill, order.count) + tails(drill)
    }

    private static func flips(_ drill: FlipDrill, _ wanted: Int?) -> [Tally] {
        var all = Count()
        let step = max(1, bytes * 8 / (wanted ?? bytes * 8))
        for segment in drill.segments {
            let tries = drill.bits(of: segment) / step
            let count = share(0..<tries, Count(), Count.add) { number, count in
                // One in each stretch, and each time another one, so that every bit of a byte has its turn.
                let bit = number * step + number % step
                count.note(drill.verdict(flipping: bit, of: segment), "bit \(bit) of \(segment)")
            }
            Count.add(&all, count)
        }
        let some = step == 1 ? "each bit" : "one in \(step) bits"
        let named = "\(some) of a journal of \(bytes >> 10) KiB in \(drill.segments.count) segments"
        return [
            Tally(
                what: "\(named) flipped: refused", tried: all.refused + all.silent.count,
                found: all.silent.count, lost: all.silent.count, failures: Array(all.silent.prefix(20))),
            Tally(
                what: "of them in the zeros behind the last frame: the same state, bit by bit",
                tried: all.meaningless),
        ]
    }

    /// An end that is gone looks like a write that never finished: only a checkpoint knows better.
    private static func tails(_ drill: FlipDrill) -> [Tally] {
        var known = Count()
        var unknown = Count()
        for byte in drill.tail {
            for asZeros in [true, false] {
                known.note(
                    drill.verdict(losingFrom: byte, asZeros: asZeros, witness: drill.witness),
                    "from byte \(byte), \(asZeros ? "zeros" : "cut short")")
                unknown.note(drill.verdict(losingFrom: byte, asZeros: asZeros, witness: nil), "")
            }
        }
        return [
            Tally(
                what: "the acknowledged end gone from each byte on, opened with a checkpoint: refused",
                tried: known.refused + known.silent.count, found: known.silent.count,
                lost: known.silent.count, failures: Array(known.silent.prefix(20))),
            Tally(
                what: "control: the same without a checkpoint passes for a write that never finished",
                tried: unknown.silent.count, found: unknown.silent.isEmpty ? 1 : 0),
        ]
    }
}
