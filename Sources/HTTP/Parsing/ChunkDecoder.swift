/// Takes a chunked body apart (RFC 9112 section 7.1), byte by byte where it is framing and at once where it
/// is data. Extensions are read and dropped, trailers are refused.
struct ChunkDecoder {
    private enum Place {
        case sizeStart, size, extensionStart, extensions, sizeFeed
        case data, dataReturn, dataFeed
        case lastReturn, lastFeed
    }

    private let limits: Limits
    private let bodyLimit: Int
    private var place = Place.sizeStart
    private var remaining = 0
    private var digits = 0
    private var extensionBytes = 0

    init(limits: Limits, bodyLimit: Int) {
        self.limits = limits
        self.bodyLimit = bodyLimit
    }

    /// Moves `position` over what it takes and appends the data to `body`.
    /// - Returns: whether the body is complete.
    mutating func advance(
        _ buffer: [UInt8], _ position: inout Int, into body: inout [UInt8]
    ) throws(Rejection) -> Bool {
        while position < buffer.count {
            if place == .data {
                let count = min(remaining, buffer.count - position)
                body += buffer[position..<(position + count)]
                position += count
                remaining -= count
                if remaining == 0 { place = .dataReturn }
                continue
            }
            let byte = buffer[position]
            position += 1
            if place == .lastFeed {
                guard byte == Ascii.lineFeed else { throw .chunkMalformed }
                return true
            }
            try step(byte, held: body.count)
        }
        return false
    }

    private mutating func step(_ byte: UInt8, held: Int) throws(Rejection) {
        switch place {
        case .sizeStart, .size:
            try takeSize(byte)
        case .extensionStart, .extensions:
            try takeExtension(byte)
        case .sizeFeed:
            guard byte == Ascii.lineFeed else { throw .chunkMalformed }
            guard remaining <= bodyLimit - held else { throw .bodyTooLarge }
            place = remaining == 0 ? .lastReturn : .data
        case .dataReturn:
            guard byte == Ascii.carriageReturn else { throw .chunkMalformed }
            place = .dataFeed
        case .dataFeed:
            guard byte == Ascii.lineFeed else { throw .chunkMalformed }
            place = .sizeStart
        case .lastReturn:
            guard byte == Ascii.carriageReturn else {
                throw ByteSet.token.contains(byte) ? .trailersUnexpected : .chunkMalformed
            }
            place = .lastFeed
        case .data, .lastFeed:
            preconditionFailure("Data and the last line feed are taken by advance.")
        }
    }

    private mutating func takeSize(_ byte: UInt8) throws(Rejection) {
        if let digit = Ascii.hexDigit(byte) {
            if place == .sizeStart { (remaining, digits, place) = (0, 0, .size) }
            digits += 1
            guard digits <= limits.chunkSizeDigits else { throw .chunkSizeTooLong }
            remaining = remaining << 4 | Int(digit)
        } else if place == .size, byte == Ascii.carriageReturn {
            place = .sizeFeed
        } else if place == .size, byte == Ascii.semicolon {
            place = .extensionStart
        } else {
            throw .chunkMalformed
        }
    }

    /// An extension begins with a token byte, also behind each further semicolon.
    private mutating func takeExtension(_ byte: UInt8) throws(Rejection) {
        if place == .extensions, byte == Ascii.carriageReturn {
            place = .sizeFeed
            return
        }
        let permitted = place == .extensions ? ByteSet.chunkExtension : ByteSet.token
        guard permitted.contains(byte) else { throw .chunkMalformed }
        extensionBytes += 1
        guard extensionBytes <= limits.chunkExtensions else { throw .chunkExtensionTooLong }
        place = byte == Ascii.semicolon ? .extensionStart : .extensions
    }
}
