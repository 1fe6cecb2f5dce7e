/// What a document has used of one face so far: each different sign gets the next code.
///
/// A code stands for a sign, not for a glyph, so characters that share a glyph, or have none, still
/// come back exactly when text is copied. `CIDToGIDMap` leads from codes to glyphs.
struct PDFFontUse: Sendable {
    /// Code 0 is `.notdef`; codes are two bytes.
    static let mostSigns = 65_535

    let font: TrueTypeFont
    private var codes: [FontSign: UInt16] = [:]
    private(set) var signs: [FontSign] = []
    private(set) var glyphs: [UInt16] = []
    private(set) var isOverfull = false

    init(_ font: TrueTypeFont) { self.font = font }

    var isUsed: Bool { !signs.isEmpty }

    /// The codes of one line, and its width in thousandths of the size.
    mutating func encode(_ text: String) -> (codes: [UInt16], thousandths: Int) {
        var found: [(FontSign, UInt16)] = []
        var width = 0
        font.signs(in: text) { sign, glyph in
            found.append((sign, glyph))
            width += font.advance(of: glyph)
        }
        return (found.map { code(for: $0.0, $0.1) }, width)
    }

    private mutating func code(for sign: FontSign, _ glyph: UInt16) -> UInt16 {
        if let code = codes[sign] { return code }
        guard signs.count < Self.mostSigns else {
            isOverfull = true
            return 0
        }
        signs.append(sign)
        glyphs.append(glyph)
        let code = UInt16(signs.count)
        codes[sign] = code
        return code
    }
}
