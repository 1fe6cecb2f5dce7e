/// All glyphs of a font, found through `loca` and checked once, so that later steps cannot fail.
struct FontOutlines: Sendable {
    /// Honest fonts nest accents two or three deep.
    static let deepestNesting = 8

    private let all: [FontOutline]

    var count: Int { all.count }
    subscript(_ glyph: UInt16) -> FontOutline { Int(glyph) < all.count ? all[Int(glyph)] : .empty }

    init(locations: FontReader, glyphs: FontReader, count: Int, long: Bool) throws(FontFailure) {
        var outlines: [FontOutline] = []
        outlines.reserveCapacity(count)
        var start = try Self.location(0, locations, long)
        for glyph in 0..<count {
            let end = try Self.location(glyph + 1, locations, long)
            guard start <= end else { throw .malformed(.loca) }
            outlines.append(
                try FontOutline(try glyphs.part(from: start, count: end - start), glyphCount: count))
            start = end
        }
        all = outlines
        try refuseDeepNesting()
    }

    private static func location(_ glyph: Int, _ table: FontReader, _ long: Bool) throws(FontFailure) -> Int {
        long ? try table.unsigned32(at: 4 * glyph) : try table.unsigned16(at: 2 * glyph) * 2
    }

    /// Raises each composite's depth over its components', round by round. Depths that are still
    /// rising after the deepest allowed round belong to a circle, or to something as unreasonable.
    private func refuseDeepNesting() throws(FontFailure) {
        var depths = [Int](repeating: 0, count: all.count)
        for round in 0...Self.deepestNesting {
            var rising: Int?
            for (glyph, outline) in all.enumerated() {
                guard case .composite(_, let components) = outline else { continue }
                let depth = 1 + components.reduce(0) { max($0, depths[Int($1.glyph)]) }
                guard depth > depths[glyph] else { continue }
                depths[glyph] = depth
                rising = glyph
            }
            guard let rising else { return }
            if round == Self.deepestNesting || depths[rising] > Self.deepestNesting {
                throw .nestedTooDeep(glyph: rising, limit: Self.deepestNesting)
            }
        }
    }

    /// The glyphs asked for and all that they are made of, each once: `.notdef` first, the asked in order.
    func closure(of glyphs: [UInt16]) -> [UInt16] {
        var seen: Set<UInt16> = []
        var found: [UInt16] = []
        for glyph in [0] + glyphs where Int(glyph) < all.count && seen.insert(glyph).inserted {
            found.append(glyph)
        }
        var next = 0
        while next < found.count {
            if case .composite(_, let components) = self[found[next]] {
                for component in components where seen.insert(component.glyph).inserted {
                    found.append(component.glyph)
                }
            }
            next += 1
        }
        return found
    }
}
