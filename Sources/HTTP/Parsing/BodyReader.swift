/// Collects one body from the bytes that arrive, whatever its framing.
struct BodyReader {
    private enum Source {
        case counted(remaining: Int)
        case chunked(ChunkDecoder)
    }

    private var source: Source
    private(set) var bytes: [UInt8] = []

    /// Memory that is set aside on the client's word alone; the rest must arrive first.
    private static let trustedBytes = 64 * 1024

    init(_ framing: Framing, limits: Limits, bodyLimit: Int) throws(Rejection) {
        switch framing {
        case .none:
            source = .counted(remaining: 0)
        case .length(let length):
            guard length <= bodyLimit else { throw .bodyTooLarge }
            source = .counted(remaining: length)
            bytes.reserveCapacity(min(length, BodyReader.trustedBytes))
        case .chunked:
            source = .chunked(ChunkDecoder(limits: limits, bodyLimit: bodyLimit))
        }
    }

    /// Moves `position` over what belongs to the body.
    /// - Returns: whether the body is complete.
    mutating func advance(_ buffer: [UInt8], _ position: inout Int) throws(Rejection) -> Bool {
        switch source {
        case .counted(let remaining):
            let count = min(remaining, buffer.count - position)
            bytes += buffer[position..<(position + count)]
            position += count
            source = .counted(remaining: remaining - count)
            return count == remaining
        case .chunked(var decoder):
            let isComplete = try decoder.advance(buffer, &position, into: &bytes)
            source = .chunked(decoder)
            return isComplete
        }
    }
}
