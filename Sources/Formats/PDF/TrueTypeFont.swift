/// A TrueType font, read once and checked whole: measures text and makes subsets for embedding.
///
/// Bytes may come from anywhere. Whatever a later step relies on is established here, so a font
/// that was made can be measured and subset without failing.
package struct TrueTypeFont: Sendable {
    /// The PostScript name, such as `LiberationSans-Bold`.
    package let name: String
    package let metrics: FontMetrics
    let directory: FontDirectory
    let characters: FontCharacters
    let outlines: FontOutlines
    private let horizontal: [Horizontal]

    /// One entry of `hmtx`, in font units.
    struct Horizontal {
        let advance: Int
        let bearing: Int
    }

    package init(_ bytes: [UInt8]) throws(FontFailure) {
        let directory = try FontDirectory(bytes)
        let maximum = try directory.reader(.maxp)
        let count = try maximum.unsigned16(at: 4)
        // Version 1.0 with all its fields; version 0.5 belongs to CFF outlines.
        guard maximum.count >= 32, count > 0 else { throw .malformed(.maxp) }
        let head = try directory.reader(.head)
        guard head.count >= 54 else { throw .truncated(.head) }
        let format = try head.signed16(at: 50)
        guard format == 0 || format == 1 else { throw .malformed(.head) }
        metrics = try FontMetrics(directory)
        characters = try FontCharacters(try directory.reader(.cmap), glyphCount: count)
        outlines = try FontOutlines(
            locations: try directory.reader(.loca), glyphs: try directory.reader(.glyf),
            count: count, long: format == 1)
        horizontal = try Self.readHorizontal(directory, count)
        name = try Self.readName(directory)
        self.directory = directory
    }

    package var glyphCount: Int { outlines.count }

    /// The glyph of a character, or nil when the font has none.
    package func glyph(for scalar: Unicode.Scalar) -> UInt16? { characters[scalar] }

    /// How far the pen moves, in thousandths of the size, rounded as the PDF will state it.
    package func advance(of glyph: UInt16) -> Int {
        (horizontal(of: glyph).advance * 2000 + metrics.unitsPerEm) / (2 * metrics.unitsPerEm)
    }

    /// Glyphs past the last entry of `hmtx` share its advance.
    func horizontal(of glyph: UInt16) -> Horizontal {
        Int(glyph) < horizontal.count ? horizontal[Int(glyph)] : Horizontal(advance: 0, bearing: 0)
    }

    private static func readHorizontal(
        _ directory: FontDirectory, _ count: Int
    ) throws(FontFailure) -> [Horizontal] {
        let long = try directory.reader(.hhea).unsigned16(at: 34)
        guard directory.has(.hmtx), (1...count).contains(long) else { throw .malformed(.hhea) }
        let table = try directory.reader(.hmtx)
        var all: [Horizontal] = []
        all.reserveCapacity(count)
        for glyph in 0..<count {
            let own = glyph < long
            all.append(
                Horizontal(
                    advance: try table.unsigned16(at: 4 * min(glyph, long - 1)),
                    bearing: try table.signed16(at: own ? 4 * glyph + 2 : 4 * long + 2 * (glyph - long))))
        }
        return all
    }

    private static let mostNames = 512
    private static let longestName = 63

    /// Name 6 of the `name` table, cut down to what a PDF name and a PostScript name both allow.
    private static func readName(_ directory: FontDirectory) throws(FontFailure) -> String {
        guard directory.has(.name) else { return "Font" }
        let table = try directory.reader(.name)
        let storage = try table.unsigned16(at: 4)
        for entry in 0..<min(mostNames, try table.unsigned16(at: 2)) {
            let record = try table.part(from: 6 + 12 * entry, count: 12)
            guard try record.unsigned16(at: 6) == 6 else { continue }
            let place = storage + (try record.unsigned16(at: 10))
            let text = try table.part(from: place, count: try record.unsigned16(at: 8))
            // UTF-16 and the old one-byte forms alike: the letters of a PostScript name are ASCII.
            let letters = table.bytes[text.range].filter { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || byte == 0x2D
            }
            guard !letters.isEmpty else { continue }
            return String(decoding: letters.prefix(longestName), as: UTF8.self)
        }
        return "Font"
    }
}

extension TrueTypeFont: CustomStringConvertible {
    package var description: String { "\(name), \(glyphCount) glyphs" }
}
