/// What a font says about itself as a whole, in thousandths of its size (the PDF unit for glyphs).
package struct FontMetrics: Sendable, Hashable {
    package let unitsPerEm: Int
    package let ascent: Int
    package let descent: Int
    package let capitalHeight: Int
    /// Degrees, counter-clockwise; an italic leans to negative.
    package let italicAngle: Int
    /// 400 regular, 700 bold.
    package let weight: Int
    /// Left, bottom, right, top of all glyphs laid over each other.
    package let box: [Int]

    init(_ directory: FontDirectory) throws(FontFailure) {
        let head = try directory.reader(.head)
        let hhea = try directory.reader(.hhea)
        let units = try head.unsigned16(at: 18)
        // The bounds of OpenType 1.9, "head".
        guard (16...16_384).contains(units) else { throw .malformed(.head) }
        unitsPerEm = units
        func thousandths(_ value: Int) -> Int { value * 1000 / units }
        var box: [Int] = []
        for offset in [36, 38, 40, 42] { box.append(thousandths(try head.signed16(at: offset))) }
        self.box = box
        ascent = thousandths(try hhea.signed16(at: 4))
        descent = thousandths(try hhea.signed16(at: 6))
        italicAngle =
            directory.has(.post) ? (try directory.reader(.post).signed32(at: 4)) >> 16 : 0
        guard directory.has(.windowsMetrics) else {
            weight = 400
            capitalHeight = ascent
            return
        }
        let windows = try directory.reader(.windowsMetrics)
        weight = try windows.unsigned16(at: 4)
        // sCapHeight came with version 2 of the table.
        let knowsCapitals = try windows.unsigned16(at: 0) >= 2
        capitalHeight = knowsCapitals ? thousandths(try windows.signed16(at: 88)) : ascent
    }
}
