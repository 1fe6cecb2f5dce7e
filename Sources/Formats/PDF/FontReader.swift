/// Big-endian numbers of one font table. Every read is checked, so hostile bytes end in a refusal.
struct FontReader {
    let bytes: [UInt8]
    let range: Range<Int>
    let table: FontTable

    var count: Int { range.count }

    func byte(at offset: Int) throws(FontFailure) -> Int {
        guard offset >= 0, offset < range.count else { throw .truncated(table) }
        return Int(bytes[range.lowerBound + offset])
    }

    func unsigned16(at offset: Int) throws(FontFailure) -> Int {
        guard offset >= 0, offset <= range.count - 2 else { throw .truncated(table) }
        let place = range.lowerBound + offset
        return Int(bytes[place]) << 8 | Int(bytes[place + 1])
    }

    func signed16(at offset: Int) throws(FontFailure) -> Int {
        Int(Int16(truncatingIfNeeded: try unsigned16(at: offset)))
    }

    func unsigned32(at offset: Int) throws(FontFailure) -> Int {
        try unsigned16(at: offset) << 16 | unsigned16(at: offset + 2)
    }

    func signed32(at offset: Int) throws(FontFailure) -> Int {
        Int(Int32(truncatingIfNeeded: try unsigned32(at: offset)))
    }

    /// The rest of the table from `offset` on, as a reader of its own.
    func part(from offset: Int, count: Int? = nil) throws(FontFailure) -> FontReader {
        guard offset >= 0, offset <= range.count else { throw .truncated(table) }
        let length = count ?? range.count - offset
        guard length >= 0, length <= range.count - offset else { throw .truncated(table) }
        let start = range.lowerBound + offset
        return FontReader(bytes: bytes, range: start..<start + length, table: table)
    }
}
