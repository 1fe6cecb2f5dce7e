/// Where one glyph's bytes stand in the file, with its hints already set aside.
///
/// Hints move points to a screen's pixel grid. Paper and today's screens do without, and leaving
/// them out makes an embedded font a third smaller.
enum FontOutline: Sendable {
    case empty
    /// The header and contour ends, then flags and coordinates; the instructions stood between.
    case simple(header: Range<Int>, points: Range<Int>)
    /// Other glyphs, moved and scaled; the instructions stood behind.
    case composite(range: Range<Int>, components: [FontComponent])
}

/// A glyph used inside another.
struct FontComponent: Sendable {
    /// Where the component's flags stand, counted from the start of the composite glyph.
    let offset: Int
    let glyph: UInt16
}

extension FontOutline {
    /// One glyph of `glyf` (OpenType 1.9, "glyf - Glyph Data").
    init(_ glyph: FontReader, glyphCount: Int) throws(FontFailure) {
        guard glyph.count > 0 else {
            self = .empty
            return
        }
        let contours = try glyph.signed16(at: 0)
        guard contours < 0 else {
            let lengthPlace = 10 + 2 * contours
            let points = lengthPlace + 2 + (try glyph.unsigned16(at: lengthPlace))
            guard points <= glyph.count else { throw .truncated(.glyf) }
            let start = glyph.range.lowerBound
            self = .simple(
                header: start..<start + lengthPlace, points: start + points..<glyph.range.upperBound)
            return
        }
        self = try Self.readComposite(glyph, glyphCount)
    }

    private static func readComposite(
        _ glyph: FontReader, _ glyphCount: Int
    ) throws(FontFailure) -> FontOutline {
        var components: [FontComponent] = []
        var offset = 10
        var flags: ComponentFlags
        repeat {
            flags = ComponentFlags(rawValue: try glyph.unsigned16(at: offset))
            let index = try glyph.unsigned16(at: offset + 2)
            guard index < glyphCount else { throw .malformed(.glyf) }
            components.append(FontComponent(offset: offset, glyph: UInt16(index)))
            offset += 4 + flags.argumentBytes
        } while flags.contains(.moreFollow)
        guard offset <= glyph.count else { throw .truncated(.glyf) }
        let start = glyph.range.lowerBound
        return .composite(range: start..<start + offset, components: components)
    }
}

/// The flags before each component of a composite glyph.
struct ComponentFlags: OptionSet {
    let rawValue: Int
    static let wideArguments = ComponentFlags(rawValue: 0x0001)
    static let scale = ComponentFlags(rawValue: 0x0008)
    static let moreFollow = ComponentFlags(rawValue: 0x0020)
    static let twoScales = ComponentFlags(rawValue: 0x0040)
    static let matrix = ComponentFlags(rawValue: 0x0080)
    static let instructions = ComponentFlags(rawValue: 0x0100)

    var argumentBytes: Int {
        let arguments = contains(.wideArguments) ? 4 : 2
        if contains(.scale) { return arguments + 2 }
        if contains(.twoScales) { return arguments + 4 }
        return contains(.matrix) ? arguments + 8 : arguments
    }
}
