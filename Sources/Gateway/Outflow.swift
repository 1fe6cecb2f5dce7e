import HTTP
import TLS

/// What is on its way to a client: bytes, and behind them the rest of a body, which is sent from where it is
/// kept, or read when they are gone.
struct Outflow: Sendable {
    private(set) var bytes: [UInt8] = []
    private var start = 0
    private var body: [UInt8] = []
    private var bodyStart = 0
    private(set) var source: StoredPart?
    private var fetching = Fetching.no

    private enum Fetching { case no, asked, underWay }

    private static let record = ServerSession.record

    var isEmpty: Bool { start == bytes.count && !isWithinBody }

    /// Whether a body goes on behind the bytes.
    var isWithinBody: Bool { !body.isEmpty || source != nil }

    /// Whether nothing can be sent before a piece of the source has been fetched.
    var isFetching: Bool { fetching != .no }

    /// Where the bytes lie that leave next.
    var front: [UInt8] { start < bytes.count ? bytes : body }

    /// What of `front` may be written now. While more follows these are whole records, so that none is cut.
    var sendable: Range<Int> {
        let rest = bytes.count - start
        if rest == 0 { return bodyStart..<body.count }
        return start..<start + (source == nil ? rest : rest / Self.record * Self.record)
    }

    /// Whether something follows behind what is sendable.
    var isFollowed: Bool { source != nil || start < bytes.count && !body.isEmpty }

    /// Trades the buffer for an emptied one: nothing is copied.
    mutating func trade(_ buffer: inout [UInt8]) { swap(&bytes, &buffer) }

    mutating func append(_ more: [UInt8]) { bytes += more }

    /// A body that is kept elsewhere follows.
    mutating func follow(with source: StoredPart) { self.source = source.range.isEmpty ? nil : source }

    /// A body in memory follows. What completes a record with the bytes before it is copied there.
    mutating func follow(with body: [UInt8]) {
        let unsealed = (bytes.count - start) % Self.record
        let copied = min(Self.record - unsealed, body.count)
        bytes += body[..<copied]
        if copied < body.count { (self.body, bodyStart) = (body, copied) }
    }

    mutating func wrote(_ count: Int) {
        if start < bytes.count {
            start += count
        } else {
            bodyStart += count
            if bodyStart == body.count { (body, bodyStart) = ([], 0) }
        }
    }

    /// Reads a piece of the source if nothing else is left to send.
    mutating func refill() -> Refilling {
        guard sendable.isEmpty, var source, !isFetching else { return .unneeded }
        makeRoom()
        switch source.body.readAtOnce(source.range, into: &bytes) {
        case .read(let count):
            source.advance(by: count)
            follow(with: source)
            return .more
        case .mustBeFetched:
            fetching = .asked
            return .mustBeFetched
        case .unreadable: return .unreadable
        }
    }

    enum Refilling { case unneeded, more, mustBeFetched, unreadable }

    /// The source whose next piece must be fetched; to whoever asks first.
    mutating func takeErrand() -> StoredPart? {
        guard fetching == .asked else { return nil }
        fetching = .underWay
        return source
    }

    mutating func take(fetched piece: [UInt8]) {
        fetching = .no
        bytes += piece
        source?.advance(by: piece.count)
        if let source { follow(with: source) }
    }

    private mutating func makeRoom() {
        bytes.removeSubrange(..<start)
        start = 0
    }
}
