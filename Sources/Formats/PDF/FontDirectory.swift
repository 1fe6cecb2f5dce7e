/// The table directory at the head of a TrueType file (OpenType 1.9, "Organization of an OpenType Font").
struct FontDirectory: Sendable {
    static let mostBytes = 32 << 20
    static let mostTables = 64

    let bytes: [UInt8]
    private var places: [FontTable: Range<Int>] = [:]

    init(_ bytes: [UInt8]) throws(FontFailure) {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge(limit: Self.mostBytes) }
        guard bytes.count >= 12 else { throw .notTrueType }
        self.bytes = bytes
        let whole = FontReader(bytes: bytes, range: 0..<bytes.count, table: .head)
        let version = try whole.unsigned32(at: 0)
        guard version == 0x0001_0000 || version == 0x7472_7565 else { throw .notTrueType }
        let count = try whole.unsigned16(at: 4)
        guard count <= Self.mostTables else { throw .tooManyTables(limit: Self.mostTables) }
        for entry in 0..<count {
            let start = 12 + 16 * entry
            guard start + 16 <= bytes.count else { throw .notTrueType }
            let offset = try whole.unsigned32(at: start + 8)
            let length = try whole.unsigned32(at: start + 12)
            // Tables that nobody reads here count too: a file cut short is not to be trusted.
            guard offset <= bytes.count, length <= bytes.count - offset else { throw .cutShort }
            let tag = String(decoding: bytes[start..<start + 4], as: UTF8.self)
            guard let table = FontTable(rawValue: tag) else { continue }
            places[table] = offset..<offset + length
        }
    }

    func reader(_ table: FontTable) throws(FontFailure) -> FontReader {
        guard let range = places[table] else { throw .missing(table) }
        return FontReader(bytes: bytes, range: range, table: table)
    }

    func has(_ table: FontTable) -> Bool { places[table] != nil }
}
