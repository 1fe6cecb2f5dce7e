import HTTP
import Synchronization
import Unix

/// A body that is kept nowhere: each byte is made from its place when it is read.
final class Pattern: StoredBody {
    let size: Int
    /// Every other piece has to be fetched.
    private let isFetched: Bool
    /// From there on nothing can be read.
    private let breaksAt: Int

    static let piece = 50_000
    /// Bytes of all patterns that were read so far.
    static let read = Atomic<Int>(0)

    init(size: Int, isFetched: Bool = false, breaksAt: Int = .max) {
        self.size = size
        self.isFetched = isFetched
        self.breaksAt = breaksAt
    }

    static func byte(at place: Int) -> UInt8 { UInt8(truncatingIfNeeded: place &* 31 ^ place >> 8) }

    /// After so many bytes they are the same again, so most are copied and few made: tests of large bodies also
    /// run where each instruction is watched.
    private static let period = 1 << 16
    private static let once = (0..<period).map(byte)

    static func bytes(_ range: Range<Int>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        while bytes.count < range.count {
            let start = (range.lowerBound + bytes.count) % period
            bytes += once[start..<min(period, start + range.count - bytes.count)]
        }
        return bytes
    }

    private func beginning(of range: Range<Int>) -> Range<Int> {
        let end = (range.lowerBound / Self.piece + 1) * Self.piece
        return range.lowerBound..<min(end, range.upperBound)
    }

    func readAtOnce(_ range: Range<Int>, into buffer: inout [UInt8]) -> StoredPiece {
        guard range.lowerBound < breaksAt else { return .unreadable }
        if isFetched, range.lowerBound / Self.piece % 2 == 0 { return .mustBeFetched }
        let piece = beginning(of: range)
        buffer += Self.bytes(piece)
        Self.read.add(piece.count, ordering: .sequentiallyConsistent)
        return .read(piece.count)
    }

    func fetch(_ range: Range<Int>, _ done: @escaping @Sendable ([UInt8]?) -> Void) {
        let piece = beginning(of: range)
        do throws(Errno) {
            try startThread("fetcher") { done(Self.bytes(piece)) }
        } catch {
            done(nil)
        }
    }
}
