import Formats
import Testing

@Suite("TrueType fonts")
struct PDFFontTests {
    @Test("a font tells its name, its measures and its glyphs")
    func reads() throws {
        let font = try TrueTypeFont(PDFSamples.bytes("Bold"))
        #expect(font.name == "LiberationSans-Bold")
        #expect(font.metrics.unitsPerEm == 2048)
        #expect(font.metrics.weight == 700)
        #expect(font.metrics.capitalHeight == 687)
        #expect(font.thousandths(of: "0123456789") == 5560)
        #expect(font.width(of: "000", size: 10) == 16.68)
    }

    @Test("a subset holds the glyphs asked for, their components, and right checksums")
    func subsets() throws {
        let bytes = try PDFSamples.bytes("Regular")
        let font = try TrueTypeFont(bytes)
        let wanted = "Żółć ệ".unicodeScalars.compactMap { font.glyph(for: $0) }
        let subset = font.subset(wanted + wanted)
        #expect(Array(subset.glyphs.prefix(wanted.count + 1)) == [0] + wanted)
        #expect(subset.glyphs.count > wanted.count + 1, "accented letters bring their parts")
        #expect(Set(subset.glyphs).count == subset.glyphs.count)
        #expect(subset.bytes.count < 6_000)
        #expect(checksum(subset.bytes[...]) == 0xB1B0_AFBA)
        for entry in 0..<6 {
            let place = 12 + 16 * entry
            let (sum, start, count) = (
                word(subset, place + 4), word(subset, place + 8), word(subset, place + 12)
            )
            guard entry != 1 else { continue }  // head: summed with an adjustment of 0.
            #expect(checksum(subset.bytes[Int(start)..<Int(start + count)]) == sum)
        }
    }

    @Test("a glyph number that the font does not have is passed over")
    func ignoresStrangers() throws {
        let font = try TrueTypeFont(PDFSamples.bytes("Regular"))
        #expect(font.subset([0xFFFF]).glyphs == [0])
    }

    private func word(_ subset: FontSubset, _ place: Int) -> UInt32 {
        subset.bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        zip(0..., bytes).reduce(0) { $0 &+ UInt32($1.1) << UInt32(24 - 8 * ($1.0 % 4)) }
    }

    @Test("bytes that are no TrueType font are refused")
    func refusesOthers() {
        #expect(throws: FontFailure.notTrueType) { try TrueTypeFont([]) }
        #expect(throws: FontFailure.notTrueType) {
            try TrueTypeFont(Array("OTTO, with outlines in CFF".utf8))
        }
        let empty: [UInt8] = [0, 1, 0, 0] + [UInt8](repeating: 0, count: 8)
        #expect(throws: FontFailure.missing(.maxp)) { try TrueTypeFont(empty) }
        let many: [UInt8] = [0, 1, 0, 0, 0xFF, 0xFF] + [UInt8](repeating: 0, count: 6)
        #expect(throws: FontFailure.tooManyTables(limit: 64)) { try TrueTypeFont(many) }
    }

    @Test("a font cut short anywhere is refused")
    func refusesTruncation() throws {
        let bytes = try PDFSamples.bytes("Regular")
        for count in stride(from: 0, to: bytes.count - 8, by: 7_919) {
            #expect(throws: FontFailure.self, "cut at \(count)") {
                try TrueTypeFont(Array(bytes.prefix(count)))
            }
        }
    }

    @Test("a glyph made of itself is refused")
    func refusesCircles() throws {
        var bytes = try PDFSamples.bytes("Regular")
        let font = try TrueTypeFont(bytes)
        let glyph = try #require(font.glyph(for: "é"))
        let loca = try #require(table("loca", bytes))
        let glyf = try #require(table("glyf", bytes))
        let place = loca + 4 * Int(glyph)
        let start = glyf + bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
        bytes[start + 12] = UInt8(glyph >> 8)
        bytes[start + 13] = UInt8(glyph & 0xFF)
        #expect(throws: FontFailure.nestedTooDeep(glyph: Int(glyph), limit: 8)) { try TrueTypeFont(bytes) }
    }

    private func table(_ name: String, _ bytes: [UInt8]) -> Int? {
        (0..<Int(bytes[5])).map { 12 + 16 * $0 }.first { bytes[$0..<$0 + 4].elementsEqual(name.utf8) }.map {
            bytes[$0 + 8..<$0 + 12].reduce(0) { $0 << 8 | Int($1) }
        }
    }

    /// Small fonts are mutated, so that most changes hit something that is read.
    @Test("mutated bytes are refused or read, and never crash", arguments: 0..<8)
    func survivesMutation(seed: UInt64) throws {
        let original = try PDFSamples.bytes("Regular")
        let tables = ["cmap", "loca", "glyf", "head", "hhea", "maxp", "hmtx", "name", "post", "OS/2"]
        let places = tables.compactMap { table($0, original) }
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random(below limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(limit))
        }
        var refused = 0
        for _ in 0..<12 {
            var bytes = original
            for _ in 0...random(below: 6) {
                let places = places + [0]
                let place = places[random(below: places.count)] + random(below: 300)
                bytes[min(place, bytes.count - 1)] =
                    [0, 0xFF, 0x80, UInt8(random(below: 256))][random(below: 4)]
            }
            guard let font = try? TrueTypeFont(bytes) else {
                refused += 1
                continue
            }
            #expect(font.thousandths(of: "Invoice ệ") >= 0)
            #expect(font.subset(Array(0..<200)).glyphs.first == 0)
        }
        #expect(refused > 0)
    }
}
