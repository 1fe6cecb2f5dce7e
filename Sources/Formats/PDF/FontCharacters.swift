/// Which glyph shows which character: the `cmap` table in its formats 4 and 12.
struct FontCharacters: Sendable {
    /// A CJK font maps some 70,000 characters; more than this is no text font.
    static let mostCharacters = 200_000
    static let mostEncodings = 64

    private var glyphs: [UInt32: UInt16] = [:]

    subscript(_ scalar: Unicode.Scalar) -> UInt16? { glyphs[scalar.value] }

    init(_ table: FontReader, glyphCount: Int) throws(FontFailure) {
        let count = try table.unsigned16(at: 2)
        guard count <= Self.mostEncodings else { throw .malformed(.cmap) }
        var found: (rank: Int, format: Int, reader: FontReader)?
        for entry in 0..<count {
            let platform = try table.unsigned16(at: 4 + 8 * entry)
            let encoding = try table.unsigned16(at: 6 + 8 * entry)
            guard platform == 0 || platform == 3 && (encoding == 1 || encoding == 10) else { continue }
            let reader = try table.part(from: try table.unsigned32(at: 8 + 8 * entry))
            let format = try reader.unsigned16(at: 0)
            // The full repertoire before the Basic Multilingual Plane; the first of equals.
            guard let rank = [12: 2, 4: 1][format], rank > found?.rank ?? 0 else { continue }
            found = (rank, format, reader)
        }
        guard let found else { throw .malformed(.cmap) }
        if found.format == 12 {
            try readGroups(found.reader, glyphCount)
        } else {
            try readSegments(found.reader, glyphCount)
        }
    }

    /// Format 4: parallel arrays of segments; a glyph is the character plus a delta, or looked up.
    private mutating func readSegments(_ table: FontReader, _ glyphCount: Int) throws(FontFailure) {
        let segments = try table.unsigned16(at: 6) / 2
        let ends = 14
        let starts = ends + 2 * segments + 2
        let deltas = starts + 2 * segments
        let offsets = deltas + 2 * segments
        var previous = -1
        for segment in 0..<segments {
            let first = try table.unsigned16(at: starts + 2 * segment)
            let last = try table.unsigned16(at: ends + 2 * segment)
            let delta = try table.unsigned16(at: deltas + 2 * segment)
            let place = offsets + 2 * segment
            let offset = try table.unsigned16(at: place)
            // Segments in order also bound the work: no character is visited twice.
            guard previous < first, first <= last else { throw .malformed(.cmap) }
            previous = last
            for character in first...last where character != 0xFFFF {
                var glyph = character
                if offset != 0 {
                    glyph = try table.unsigned16(at: place + offset + 2 * (character - first))
                    if glyph == 0 { continue }
                }
                try map(character, to: (glyph + delta) & 0xFFFF, glyphCount)
            }
        }
    }

    /// Format 12: groups of consecutive characters with consecutive glyphs.
    private mutating func readGroups(_ table: FontReader, _ glyphCount: Int) throws(FontFailure) {
        let groups = try table.unsigned32(at: 12)
        guard groups <= Self.mostCharacters else {
            throw .tooManyCharacters(limit: Self.mostCharacters)
        }
        var previous = -1
        for group in 0..<groups {
            let first = try table.unsigned32(at: 16 + 12 * group)
            let last = try table.unsigned32(at: 20 + 12 * group)
            let glyph = try table.unsigned32(at: 24 + 12 * group)
            guard previous < first, first <= last, last <= 0x10FFFF else { throw .malformed(.cmap) }
            previous = last
            guard last - first < Self.mostCharacters else {
                throw .tooManyCharacters(limit: Self.mostCharacters)
            }
            for step in 0...last - first {
                try map(first + step, to: glyph + step, glyphCount)
            }
        }
    }

    private mutating func map(
        _ character: Int, to glyph: Int, _ glyphCount: Int
    ) throws(FontFailure) {
        guard glyph != 0 else { return }
        guard glyph < glyphCount else { throw .malformed(.cmap) }
        guard glyphs.count < Self.mostCharacters else {
            throw .tooManyCharacters(limit: Self.mostCharacters)
        }
        glyphs[UInt32(character)] = UInt16(glyph)
    }
}
