import HTTP

/// What is on its way to a client: bytes, and behind them what is kept elsewhere and read when they are gone.
struct Outflow: Sendable {
    private(set) var bytes: [UInt8] = []
    private var start = 0
    private(set) var source: StoredPart?
    private var fetching = Fetching.no

    private enum Fetching { case no, asked, underWay }

    /// What TLS seals at once (RFC 8446 section 5.1).
    private static let record = 16 * 1_024

    var isEmpty: Bool { start == bytes.count && source == nil }

    /// Whether nothing can be sent before a piece of the source has been fetched.
    var isFetching: Bool { fetching != .no }

    /// Whether it is more than one record.
    var isLong: Bool { source != nil || bytes.count - start > Self.record }

    /// What may be written now. While more follows these are whole records, so that none is cut at a piece.
    var sendable: Range<Int> {
        let rest = bytes.count - start
        return start..<start + (source == nil ? rest : rest / Self.record * Self.record)
    }

    /// Trades the buffer for an emptied one: nothing is copied.
    mutating func trade(_ buffer: inout [UInt8]) { swap(&bytes, &buffer) }

    mutating func append(_ more: [UInt8]) { bytes += more }

    mutating func follow(with source: StoredPart) { self.source = source.range.isEmpty ? nil : source }

    mutating func wrote(_ count: Int) { start += count }

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
