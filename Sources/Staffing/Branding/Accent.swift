/// A colour by its three parts, 0 to 255 each, as screens mix it (sRGB).
package struct Color: Hashable, Sendable {
    package let red, green, blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `#0b5cad` or `#05a`, with or without the sign. Nothing for names and for anything else.
    package init?(hex text: String) {
        let digits = (text.first == "#" ? text.dropFirst() : text[...]).utf8.map(Self.digit)
        guard digits.count == 3 || digits.count == 6, !digits.contains(nil) else { return nil }
        let known = digits.compactMap(\.self)
        let parts =
            known.count == 3
            ? known.map { $0 * 17 } : [0, 2, 4].map { known[$0] * 16 + known[$0 + 1] }
        self.init(parts[0], parts[1], parts[2])
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// Six digits, without a sign.
    package var hex: String {
        [red, green, blue].map { part in
            let text = String(part, radix: 16)
            return part < 16 ? "0" + text : text
        }.joined()
    }

    /// So many hundredths of the way to another colour.
    package func mixed(with other: Color, percent: Int) -> Color {
        func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8((Int(from) * (100 - percent) + Int(to) * percent + 50) / 100)
        }
        return Color(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }

    /// WCAG 2.2: from 1 for the same brightness to 21 for black and white.
    package func contrast(with other: Color) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    private var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    private static let linearParts: [Double] = (0...255).map { part in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }

    private static func linear(_ part: UInt8) -> Double { linearParts[Int(part)] }

    /// To the power of 2.4, the twelfth power's fifth root by Newton's method: no mathematics library is
    /// needed for 256 values.
    private static func power(_ base: Double) -> Double {
        let target = (1...12).reduce(1.0) { product, _ in product * base }
        var root = max(base, 0.001)
        for _ in 0..<200 {
            let fourth = root * root * root * root
            root -= (fourth * root - target) / (5 * fourth)
        }
        return root
    }
}

/// A client's accent as it is shown: as dark as it must be on light pages, as light as it must be on dark
/// ones, so that words in it and words on it can be read.
package struct Accent: Hashable, Sendable {
    package let chosen: Color
    package let light: Color
    package let dark: Color

    /// WCAG 2.2, level AA, for text.
    package static let leastContrast = 4.5

    /// The surfaces of both themes, and what is written on the accent.
    private static let lightPages = [Color(255, 255, 255), Color(246, 247, 249)]
    private static let darkPages = [Color(28, 32, 39), Color(20, 23, 28)]
    private static let onLight = Color(255, 255, 255)
    private static let onDark = Color(16, 20, 26)
    /// Small fields are tinted with this much of the accent, and hold words in it.
    private static let tint = 12

    package init(_ chosen: Color) {
        self.chosen = chosen
        light = Self.readable(chosen, on: Self.lightPages, under: Self.onLight, towards: Color(0, 0, 0))
        dark = Self.readable(chosen, on: Self.darkPages, under: Self.onDark, towards: Color(255, 255, 255))
    }

    private static func readable(
        _ chosen: Color, on pages: [Color], under words: Color, towards end: Color
    ) -> Color {
        let steps = (0...100).lazy.map { chosen.mixed(with: end, percent: $0) }
        return steps.first { color in
            pages.allSatisfy { page in
                color.contrast(with: page) >= leastContrast
                    && color.contrast(with: page.mixed(with: color, percent: tint)) >= leastContrast
            } && color.contrast(with: words) >= leastContrast
        } ?? end
    }
}
