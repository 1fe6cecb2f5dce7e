import Formats
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
    @Test("objects and arrays nest, with commas only between")
    func nesting() {
        let note: String? = nil
        let bytes = JSONWriter.object { sheet in
            sheet.field("id", 17)
            sheet.field("open", true)
            sheet.field("note", note)
            sheet.field("rate", JSONDecimal(units: -1205, scale: 2))
            sheet.array("days") { days in
                days.object { $0.field("minutes", Int64.min) }
                days.object { _ in }
                days.array { $0.elements([1, 2]) }
                days.element("x")
            }
            sheet.object("empty") { _ in }
        }
        let parts = [
            #"{"id":17,"open":true,"note":null,"rate":-12.05,"#,
            #""days":[{"minutes":-9223372036854775808},{},[1,2],"x"],"empty":{}}"#,
        ]
        #expect(String(decoding: bytes, as: UTF8.self) == parts.joined())
    }

    @Test("text is escaped so that it may stand in JSON and in a page's script")
    func escapes() throws {
        let text = "a\"\\\u{8}\n\r\t\u{0}\u{1F}\u{7F}</script>\u{2028}\u{2029}–é😀"
        let bytes = JSONWriter.array { $0.element(text) }
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"["a\"\\\u0008\n\r\t\u0000\u001f\u007f\u003c/script>\u2028\u2029–é😀"]"#)
        #expect(try JSONReader.read(bytes) == .array([.string(text)]))
    }

    @Test("a builder that fails passes its error on")
    func failure() {
        #expect(throws: NumberRefusal.empty) {
            try JSONWriter.object { object throws(NumberRefusal) in
                object.field("a", 1)
                throw .empty
            }
        }
    }
}
