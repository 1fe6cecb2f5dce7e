/// A used face as objects: Type0 over CIDFontType2 with Identity-H (ISO 32000-1, 9.7).
extension PDFFontUse {
    /// Writes the six objects of the face; answers the Type0 font's number.
    func write(to file: inout PDFFile) -> PDFFile.Number {
        let (composite, descendant) = (file.reserve(), file.reserve())
        let (descriptor, program) = (file.reserve(), file.reserve())
        let (unicode, map) = (file.reserve(), file.reserve())
        let subset = font.subset(glyphs)
        let name = "\(tag)+\(font.name)"
        file.write(
            composite,
            "<</Type/Font/Subtype/Type0/BaseFont/\(name)/Encoding/Identity-H"
                + "/DescendantFonts[\(descendant)]/ToUnicode \(unicode)>>")
        file.write(
            descendant,
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/\(name)"
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + "/FontDescriptor \(descriptor)/DW \(font.advance(of: 0))/W[1[\(widths)]]"
                + "/CIDToGIDMap \(map)>>")
        file.write(descriptor, description(name, program))
        file.write(program, stream: subset.bytes, entries: "/Length1 \(subset.bytes.count)")
        file.write(unicode, stream: unicodeMap.bytes)
        file.write(map, stream: glyphMap(subset))
        return composite
    }

    private var widths: String {
        glyphs.map { String(font.advance(of: $0)) }.joined(separator: " ")
    }

    /// Six capitals that differ from subset to subset (9.6.4).
    private var tag: String {
        let print = glyphs.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }.pdfFingerprint
        return String(decoding: print.suffix(6).map { 0x41 + $0 % 26 }, as: UTF8.self)
    }

    /// 9.8. Flag 32: the characters of ordinary text.
    private func description(_ name: String, _ program: PDFFile.Number) -> String {
        let metrics = font.metrics
        let box = metrics.box.map { String($0) }.joined(separator: " ")
        return "<</Type/FontDescriptor/FontName/\(name)/Flags 32/FontBBox[\(box)]"
            + "/ItalicAngle \(metrics.italicAngle)/Ascent \(metrics.ascent)/Descent \(metrics.descent)"
            + "/CapHeight \(metrics.capitalHeight)/StemV \(metrics.weight / 5)/FontFile2 \(program)>>"
    }

    /// Two bytes a code, 0 first: the glyph's place in the subset (9.7.4.2).
    private func glyphMap(_ subset: FontSubset) -> [UInt8] {
        let places = Dictionary(uniqueKeysWithValues: zip(subset.glyphs, 0..<subset.glyphs.count))
        return ([0] + glyphs).flatMap { glyph in
            let place = places[glyph] ?? 0
            return [UInt8(truncatingIfNeeded: place >> 8), UInt8(truncatingIfNeeded: place)]
        }
    }

    /// 9.10.3: what each code means, so that search, copy and screen readers find the text.
    private var unicodeMap: PDFSyntax {
        var map = PDFSyntax(
            """
            /CIDInit/ProcSet findresource begin 12 dict begin begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def/CMapType 2 def
            1 begincodespacerange<0000><FFFF>endcodespacerange

            """)
        // A block holds at most a hundred (Adobe Technical Note 5014).
        for start in stride(from: 0, to: signs.count, by: 100) {
            let block = start..<min(start + 100, signs.count)
            map.write("\(block.count) beginbfchar\n")
            for place in block {
                map.write("<")
                map.write(hex: UInt16(place + 1))
                map.write("><")
                for scalar in signs[place].scalars {
                    for unit in String(Character(scalar)).utf16 { map.write(hex: unit) }
                }
                map.write(">\n")
            }
            map.write("endbfchar\n")
        }
        map.write("endcmap CMapName currentdict/CMap defineresource pop end end")
        return map
    }
}
