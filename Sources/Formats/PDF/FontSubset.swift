/// A font file that holds only some glyphs, renumbered from 0 without gaps.
package struct FontSubset: Sendable {
    package let bytes: [UInt8]
    /// The glyphs of the original in their new order: `.notdef` first, components last.
    package let glyphs: [UInt16]
}

extension TrueTypeFont {
    /// A valid TrueType file with the six tables that ISO 32000-1, 9.9 asks of an embedded CIDFontType2.
    ///
    /// Composite glyphs bring their components along. Hints are left out. The glyph at place n of the
    /// result is `glyphs[n]`; numbers that the font does not have are passed over.
    package func subset(_ wanted: [UInt16]) -> FontSubset {
        let glyphs = outlines.closure(of: wanted)
        let places = Dictionary(uniqueKeysWithValues: zip(glyphs, 0..<glyphs.count))
        var outlineBytes = FontBytes()
        var starts: [Int] = [0]
        for glyph in glyphs {
            write(outlines[glyph], places, to: &outlineBytes)
            outlineBytes.align()
            starts.append(outlineBytes.count)
        }
        let isLong = outlineBytes.count > 0xFFFF * 2
        var locations = FontBytes()
        for start in starts {
            if isLong { locations.append32(start) } else { locations.append16(start / 2) }
        }
        var widths = FontBytes()
        for glyph in glyphs {
            widths.append16(horizontal(of: glyph).advance)
            widths.append16(horizontal(of: glyph).bearing)
        }
        let file = FontFile(tables: [
            (.glyf, outlineBytes), (.head, header(isLong)), (.hhea, horizontalHeader(glyphs.count)),
            (.hmtx, widths), (.loca, locations), (.maxp, maximums(glyphs.count)),
        ])
        return FontSubset(bytes: file.bytes, glyphs: glyphs)
    }

    private func write(_ outline: FontOutline, _ places: [UInt16: Int], to bytes: inout FontBytes) {
        switch outline {
        case .empty: break
        case .simple(let header, let points):
            bytes.append(directory.bytes[header])
            bytes.append16(0)
            bytes.append(directory.bytes[points])
        case .composite(let range, let components):
            let start = bytes.count
            bytes.append(directory.bytes[range])
            for component in components {
                let place = start + component.offset
                let flags = ComponentFlags(rawValue: bytes.read16(at: place)).subtracting(.instructions)
                bytes.write16(flags.rawValue, at: place)
                bytes.write16(places[component.glyph] ?? 0, at: place + 2)
            }
        }
    }

    private func header(_ isLong: Bool) -> FontBytes {
        var bytes = copy(.head, count: 54)
        bytes.write16(0, at: 8)
        bytes.write16(0, at: 10)
        bytes.write16(isLong ? 1 : 0, at: 50)
        return bytes
    }

    private func horizontalHeader(_ count: Int) -> FontBytes {
        var bytes = copy(.hhea, count: 36)
        bytes.write16(count, at: 34)
        return bytes
    }

    /// Storage, functions, stack and instruction sizes fall to nothing with the hints.
    private func maximums(_ count: Int) -> FontBytes {
        var bytes = copy(.maxp, count: 32)
        bytes.write16(count, at: 4)
        for place in stride(from: 16, through: 26, by: 2) { bytes.write16(0, at: place) }
        return bytes
    }

    /// The tables were read when the font was made, so they are there and long enough.
    private func copy(_ table: FontTable, count: Int) -> FontBytes {
        var bytes = FontBytes()
        if let part = try? directory.reader(table).part(from: 0, count: count) {
            bytes.append(directory.bytes[part.range])
        }
        return bytes
    }
}
