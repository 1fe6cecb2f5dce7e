/// Big-endian bytes under construction.
struct FontBytes {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func append(_ slice: ArraySlice<UInt8>) { bytes += slice }

    mutating func append16(_ value: Int) {
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
        bytes.append(UInt8(truncatingIfNeeded: value))
    }

    mutating func append32(_ value: Int) {
        append16(value >> 16)
        append16(value)
    }

    mutating func align() {
        while bytes.count % 4 != 0 { bytes.append(0) }
    }

    func read16(at place: Int) -> Int { Int(bytes[place]) << 8 | Int(bytes[place + 1]) }

    mutating func write16(_ value: Int, at place: Int) {
        bytes[place] = UInt8(truncatingIfNeeded: value >> 8)
        bytes[place + 1] = UInt8(truncatingIfNeeded: value)
    }

    /// The sum of all 32-bit words, a short last one filled with zeros.
    var checksum: UInt32 {
        var sum: UInt32 = 0
        for (place, byte) in bytes.enumerated() {
            sum &+= UInt32(byte) << UInt32(24 - 8 * (place % 4))
        }
        return sum
    }
}

/// A TrueType file put together from tables, in the order given: directory, checksums, adjustment.
struct FontFile {
    private(set) var bytes: [UInt8]

    init(tables: [(FontTable, FontBytes)]) {
        var directory = FontBytes()
        directory.append32(0x0001_0000)
        directory.append16(tables.count)
        let power = tables.count < 2 ? 0 : Int.bitWidth - 1 - tables.count.leadingZeroBitCount
        directory.append16(16 << power)
        directory.append16(power)
        directory.append16(tables.count * 16 - (16 << power))
        var body = FontBytes()
        var headStart = 0
        let bodyStart = 12 + 16 * tables.count
        for (table, content) in tables {
            if table == .head { headStart = bodyStart + body.count }
            directory.append(Array(table.rawValue.utf8)[...])
            directory.append32(Int(content.checksum))
            directory.append32(bodyStart + body.count)
            directory.append32(content.count)
            body.append(content.bytes[...])
            body.align()
        }
        var file = directory
        file.append(body.bytes[...])
        // OpenType 1.9, "head": with the adjustment in place the whole file sums to this number.
        let adjustment = Int(0xB1B0_AFBA &- file.checksum)
        file.write16(adjustment >> 16, at: headStart + 8)
        file.write16(adjustment & 0xFFFF, at: headStart + 10)
        bytes = file.bytes
    }
}
