/// The contents of a TZif file, checked as strictly as RFC 9636, section 3, describes them.
struct TZifFile {
    /// The largest file of tzdata has less than 4 kB.
    static let largestFile = 256 << 10

    let initial: TimeZoneRules.Setting
    let transitions: [TimeZoneRules.Transition]
    let footer: PosixTimeZone?

    init(_ bytes: [UInt8]) throws(TimeZoneRefusal) {
        guard bytes.count <= Self.largestFile else { throw .tooManyBytes }
        var reader = TZifReader(bytes)
        var header = try TZifHeader(&reader)
        var timeBytes = 4
        if header.version >= 2 {
            // The block of version 1 is there for old readers; the second one has the same in 64 bits.
            _ = try reader.take(header.length(timeBytes: 4))
            let version = header.version
            header = try TZifHeader(&reader)
            guard header.version == version else { throw .badCounts }
            timeBytes = 8
        }
        let block = try TZifBlock(header, timeBytes, &reader)
        initial = block.settings[0]
        transitions = block.transitions
        footer = header.version >= 2 ? try Self.footer(&reader, version: header.version) : nil
        guard reader.isAtEnd else { throw .badFooter }
        // The rule takes over at the last transition and must not contradict it there.
        if let footer, let last = transitions.last {
            guard footer.setting(atUTC: last.instant).offset == last.setting.offset else { throw .badFooter }
        }
    }

    private static func footer(
        _ reader: inout TZifReader, version: Int
    ) throws(TimeZoneRefusal) -> PosixTimeZone? {
        guard try reader.byte() == ASCII.lineFeed else { throw .badFooter }
        var text: [UInt8] = []
        while true {
            let byte = try reader.byte()
            if byte == ASCII.lineFeed { break }
            guard text.count < PosixTimeZone.longestText else { throw .badFooter }
            text.append(byte)
        }
        guard !text.isEmpty else { return nil }
        return try PosixTimeZone(text, extendsHours: version >= 3)
    }
}

/// Takes big-endian integers from the bytes of a file.
struct TZifReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ count: Int) throws(TimeZoneRefusal) -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw .truncated }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func byte() throws(TimeZoneRefusal) -> UInt8 {
        guard position < bytes.count else { throw .truncated }
        defer { position += 1 }
        return bytes[position]
    }

    /// A signed integer of four or eight bytes.
    mutating func integer(bytes count: Int) throws(TimeZoneRefusal) -> Int64 {
        let value = try take(count).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return count == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }
}

/// The header of a block: how many of everything follow.
struct TZifHeader {
    let version: Int
    let universalIndicators: Int
    let standardIndicators: Int
    let leapSeconds: Int
    let transitions: Int
    let settings: Int
    let characters: Int

    init(_ reader: inout TZifReader) throws(TimeZoneRefusal) {
        guard try reader.take(4).elementsEqual("TZif".utf8) else { throw .notTZif }
        version =
            switch try reader.byte() {
            case 0: 1
            case UInt8(ascii: "2"): 2
            case UInt8(ascii: "3"): 3
            case UInt8(ascii: "4"): 4
            default: throw .unknownVersion
            }
        _ = try reader.take(15)
        var counts: [Int] = []
        for _ in 0..<6 {
            let count = try reader.integer(bytes: 4)
            guard 0...Int64(TZifFile.largestFile) ~= count else { throw .badCounts }
            counts.append(Int(count))
        }
        (universalIndicators, standardIndicators, leapSeconds) = (counts[0], counts[1], counts[2])
        (transitions, settings, characters) = (counts[3], counts[4], counts[5])
        guard 1...256 ~= settings, characters > 0,
            universalIndicators == 0 || universalIndicators == settings,
            standardIndicators == 0 || standardIndicators == settings
        else { throw .badCounts }
    }

    func length(timeBytes: Int) -> Int {
        transitions * (timeBytes + 1) + settings * 6 + characters + leapSeconds * (timeBytes + 4)
            + standardIndicators + universalIndicators
    }
}
