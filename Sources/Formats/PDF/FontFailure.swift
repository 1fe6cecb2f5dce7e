/// The tables of a TrueType font that this reader knows (OpenType 1.9, "Font Tables").
package enum FontTable: String, CaseIterable, Sendable {
    case head, hhea, hmtx, maxp, cmap, loca, glyf, post, name
    case windowsMetrics = "OS/2"
}

/// Why a font's bytes were refused.
package enum FontFailure: Error, Hashable, Sendable {
    case tooLarge(limit: Int)
    /// Neither `00 01 00 00` nor `true` stands first: a CFF font, a collection, or no font at all.
    case notTrueType
    case tooManyTables(limit: Int)
    /// The directory promises tables beyond the end of the file.
    case cutShort
    case missing(FontTable)
    /// A table, or something in it, reaches past its end.
    case truncated(FontTable)
    /// What the table says cannot be: no glyphs, offsets that run backwards, a component without a glyph.
    case malformed(FontTable)
    case tooManyCharacters(limit: Int)
    /// A composite glyph that holds itself, or composites nested deeper than any honest font has them.
    case nestedTooDeep(glyph: Int, limit: Int)
}
