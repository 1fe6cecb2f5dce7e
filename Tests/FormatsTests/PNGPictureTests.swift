import Testing

@testable import Formats

/// Small pictures put together here, chunk by chunk.
enum SamplePicture {
    static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return number(data.count) + body + number(Int(PNGChecksum.of(body)))
    }

    static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    static func header(_ width: Int = 1, _ height: Int = 1, depth: UInt8 = 8, kind: UInt8 = 0) -> [UInt8] {
        chunk("IHDR", number(width) + number(height) + [depth, kind, 0, 0, 0])
    }

    static let mark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// One grey pixel, as zlib packs it.
    static let pixels = chunk(
        "IDAT", [0x78, 0x01, 0x01, 0x02, 0x00, 0xFD, 0xFF, 0x00, 0x80, 0x00, 0x82, 0x00, 0x81])
    static let end = chunk("IEND", [])
    static let gray = mark + header() + pixels + end
}

@Suite("A PNG picture")
struct PNGPictureTests {
    private typealias Sample = SamplePicture

    @Test("is taken with its pixels, and what else was said in it is left out")
    func plain() throws {
        let picture = try PNGPicture(Sample.gray)
        #expect(picture.width == 1 && picture.height == 1 && picture.bytes == Sample.gray)
        let words = Sample.chunk("tEXt", Array("Comment\0<script>".utf8))
        let more = Sample.mark + Sample.header() + words + Sample.pixels + words + Sample.end
        #expect(try PNGPicture(more).bytes == Sample.gray)
        #expect(PNGChecksum.of(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test("that is none, or of which any byte is missing or otherwise, is refused")
    func damaged() {
        for text in ["", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>"] {
            #expect(throws: PNGPicture.Refused.notAPicture) { try PNGPicture(Array(text.utf8)) }
        }
        for count in 8..<Sample.gray.count {
            #expect(throws: PNGPicture.Refused.damaged) { try PNGPicture(Array(Sample.gray.prefix(count))) }
        }
        for place in 8..<Sample.gray.count {
            var other = Sample.gray
            other[place] ^= 0x10
            #expect(throws: PNGPicture.Refused.self, "byte \(place)") { try PNGPicture(other) }
        }
        #expect(throws: PNGPicture.Refused.damaged) { try PNGPicture(Sample.gray + Array("PK".utf8)) }
    }

    @Test("whose parts are out of order, doubled, missing or unheard of is refused")
    func order() {
        let (mark, header, pixels, end) = (Sample.mark, Sample.header(), Sample.pixels, Sample.end)
        let palette = Sample.chunk("PLTE", [0, 0, 0])
        for file in [
            mark + header + end, mark + pixels + header + end, mark + header + header + pixels + end,
            mark + header + pixels + palette + end, mark + header + pixels + palette + pixels + end,
            mark + header + Sample.chunk("EVIL", []) + pixels + end,
            mark + Sample.header(0, 1) + pixels + end, mark + Sample.header(depth: 3) + pixels + end,
            mark + Sample.header(kind: 5) + pixels + end,
            mark + Sample.chunk("IHDR", [0, 0, 0, 1]) + pixels + end,
        ] {
            #expect(throws: PNGPicture.Refused.damaged) { try PNGPicture(file) }
        }
    }

    @Test("is no wider and no longer than its limits")
    func limits() {
        let wide = Sample.mark + Sample.header(1_025, 1) + Sample.pixels + Sample.end
        #expect(throws: PNGPicture.Refused.tooWide(1_025)) { try PNGPicture(wide) }
        let long = Sample.mark + Array(repeating: 0, count: PNGPicture.longestFile)
        #expect(throws: PNGPicture.Refused.tooLarge) { try PNGPicture(long) }
    }
}
