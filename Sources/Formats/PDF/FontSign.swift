/// One thing to draw: a character, or a base with its combining marks, as it stood in the text.
///
/// Up to three scalars of 21 bits are packed into one number, so a document of many thousand
/// characters counts them without an allocation each.
struct FontSign: Hashable, Sendable {
    private let packed: UInt64

    init(_ scalar: Unicode.Scalar) { packed = UInt64(scalar.value) }

    /// Nil for a cluster of more than three scalars.
    init?(_ cluster: Character) {
        guard cluster.unicodeScalars.count <= 3 else { return nil }
        packed = cluster.unicodeScalars.reduce(0) { $0 << 21 | UInt64($1.value) }
    }

    var scalars: [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        for shift in [42, 21, 0] {
            let value = UInt32(packed >> UInt64(shift) & 0x1F_FFFF)
            if value != 0 || shift == 0, let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return scalars
    }
}

extension TrueTypeFont {
    /// The signs of a text with their glyphs, `.notdef` where the font has none.
    ///
    /// A base with marks is drawn as one glyph where Unicode has a precomposed letter for it; other
    /// marks are drawn one after the other. Characters that are never visible are left out, line
    /// breaks and tabs become spaces. There is no shaping and no right-to-left order.
    func signs(in text: String, _ take: (FontSign, UInt16) -> Void) {
        for character in text {
            let scalars = character.unicodeScalars
            if let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex {
                takeAlone(first, take)
            } else if let sign = FontSign(character), let letter = Self.precomposed[character],
                let glyph = glyph(for: letter)
            {
                take(sign, glyph)
            } else {
                for scalar in scalars { takeAlone(scalar, take) }
            }
        }
    }

    private func takeAlone(_ scalar: Unicode.Scalar, _ take: (FontSign, UInt16) -> Void) {
        switch scalar.value {
        case 0x0D: return
        case 0..<0x20, 0x7F..<0xA0: take(FontSign(" "), glyph(for: " ") ?? 0)
        case 0x80... where scalar.properties.isDefaultIgnorableCodePoint: return
        default: take(FontSign(scalar), glyph(for: scalar) ?? stand(in: scalar) ?? 0)
        }
    }

    /// A plain space for the many widths of space, a hyphen for the one that does not break: fonts
    /// often lack them, formatted numbers often hold them, and a box would be wrong.
    private func stand(in scalar: Unicode.Scalar) -> UInt16? {
        switch scalar.value {
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: glyph(for: " ")
        case 0x2010, 0x2011: glyph(for: "-")
        case 0x2212: glyph(for: "\u{2013}")
        default: nil
        }
    }

    /// Letters with marks by any canonically equal spelling: Swift compares characters that way.
    private static let precomposed: [Character: Unicode.Scalar] = {
        var letters: [Character: Unicode.Scalar] = [:]
        for block: ClosedRange<UInt32> in [0xC0...0x24F, 0x370...0x4FF, 0x1E00...0x1FFF] {
            for value in block {
                guard let scalar = Unicode.Scalar(value) else { continue }
                if scalar.properties.canonicalCombiningClass != .notReordered { continue }
                letters[Character(scalar)] = scalar
            }
        }
        return letters
    }()

    /// The width of one line of text in thousandths of its size.
    package func thousandths(of text: String) -> Int {
        var sum = 0
        signs(in: text) { _, glyph in sum += advance(of: glyph) }
        return sum
    }

    /// The width of one line of text in points.
    package func width(of text: String, size: Double) -> Double {
        Double(thousandths(of: text)) * size / 1000
    }
}
