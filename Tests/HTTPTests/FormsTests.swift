import HTTP
import Testing

@Suite("Forms")
struct FormsTests {
    @Test("a form's fields are decoded once, in order")
    func urlencoded() throws {
        let form = try Form(urlencoded: Array("a=1+2&b=%C3%A9%26&&a=3&c&=d".utf8))
        #expect(form.fields.map(\.name) == ["a", "b", "a", "c", ""])
        #expect(
            form["a"] == "1 2" && form["b"] == "\u{e9}&" && form["c"]?.isEmpty == true && form["x"] == nil)
        #expect(form.all("a") == ["1 2", "3"])
    }

    @Test("a form over its limits, or with broken bytes, is refused")
    func refusals() {
        let limits = FormLimits(size: 10, fields: 2)
        #expect(throws: FormRefusal.tooLarge) {
            try Form(urlencoded: Array("a=123456789".utf8), limits: limits)
        }
        #expect(throws: FormRefusal.tooManyFields) {
            try Form(urlencoded: Array("a&b&c".utf8), limits: limits)
        }
        let long = Array(String(repeating: "a", count: 257).utf8)
        #expect(throws: FormRefusal.nameTooLong) { try Form(urlencoded: long) }
        for text in ["a=%", "a=%f", "a=%gg", "a=%00", "a=%c0%af", "%ff=a"] {
            #expect(throws: FormRefusal.malformedEncoding) { try Form(urlencoded: Array(text.utf8)) }
        }
    }

    @Test(
        "percent encoding keeps nothing but the unreserved, and comes back", arguments: ["a b/\u{e9}?&%", ""])
    func percent(text: String) throws {
        let encoded = PercentEncoding.encode(text)
        #expect(encoded.utf8.allSatisfy { !" /?&".utf8.contains($0) })
        #expect(try PercentEncoding.decode(Array(encoded.utf8)[...]) == text)
    }

    @Test("a request reads its body only as what it says it is")
    func mediaTypes() throws {
        let type = "Application/X-WWW-Form-URLencoded; charset=utf-8"
        let form = Request(head: try RequestHead(.post, "/", headers: [(.contentType, type)]), body: [97])
        #expect(try form.form()["a"]?.isEmpty == true)
        #expect(throws: FormRefusal.wrongMediaType) { try form.multipart() }
        let text = Request(head: try RequestHead(.post, "/", headers: [(.contentType, "text/plain")]))
        #expect(throws: FormRefusal.wrongMediaType) { try text.form() }
    }

    @Test("a file's kind is known by its ending, and otherwise unknown")
    func endings() {
        #expect(MediaType.forFile(named: "a.b.CSS") == .css)
        #expect(MediaType.forFile(named: "a.exe") == .unknown)
        #expect(MediaType.forFile(named: "css") == .unknown)
    }

    @Test(
        "a language is chosen by weight, then by place, then by kinship",
        arguments: [
            ("fr-CA,fr;q=0.9,en;q=0.8", "fr-CA"), ("en;q=0.5, fr-fr", "fr-CA"), ("de, en-ca;q=0.1", "en-CA"),
            ("*", "en-US"), ("en-us;q=0, fr;q=0.001", "fr-CA"), ("de", nil), ("", nil),
            ("fr;q=2,\u{0},;;", nil),
        ])
    func languages(header: String, chosen: String?) {
        #expect(AcceptLanguage(header).choose(from: ["en-US", "en-CA", "fr-CA"]) == chosen)
    }

    @Test(
        "what is packed goes only to who can unpack it",
        arguments: [
            ("gzip, deflate, br", true), ("GZIP;q=0.5", true), ("x-gzip", true), ("*", true),
            ("br", false), ("gzip;q=0", false), ("gzip;q=0.000, *", false), ("*;q=0", false),
            ("identity", false), ("gzip;q=9", false), ("", false), (nil, false),
        ] as [(String?, Bool)])
    func encodings(header: String?, isTaken: Bool) {
        #expect(AcceptEncoding(header).takesGzip == isTaken)
    }
}
