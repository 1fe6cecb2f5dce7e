import HTTP
import Testing

@Suite("Forms with files")
struct MultipartTests {
    private static let name = "Content-Disposition: form-data; name=\"a\"\r\n\r\n"

    private func read(_ text: String, _ limits: MultipartLimits = .standard) throws(FormRefusal) -> Multipart
    {
        try Multipart(body: Array(text.utf8), boundary: "B", limits: limits)
    }

    @Test("fields and files come out as they were sent")
    func reads() throws {
        let form = try read(
            "--B\r\n\(Self.name)1\r\n--x\r\n--B\r\n"
                + "content-disposition: form-data; name=\"f\"; filename=\"C:\\a %22\u{e9}\\\".csv\"\r\n"
                + "Content-Type: Text/CSV; charset=x\r\n\r\nr\r\n\r\n--B--\r\n")
        #expect(form["a"]?.text == "1\r\n--x" && form["a"]?.fileName == nil)
        #expect(form["f"]?.fileName == "C:\\a \"\u{e9}\".csv")
        #expect(form["f"]?.mediaType == "text/csv")
        #expect(form["f"]?.body == Array("r\r\n".utf8)[...])
        #expect(form.all("a").count == 1 && form["b"] == nil)
    }

    @Test("an empty form and an empty part are forms")
    func empties() throws {
        #expect(try read("--B--").parts.isEmpty)
        #expect(try read("--B\r\n\(Self.name)\r\n--B--").parts.map(\.text) == [""])
    }

    @Test(
        "what strays from the boundaries is refused",
        arguments: [
            "", "x", "preamble\r\n--B--", "--C--", "--B", "--B \r\n\(name)1\r\n--B--",
            "--B\r\n\(name)1\r\n--BX--",
            "--B\r\n\(name)1\r\n--B--rest",
        ])
    func boundaries(text: String) {
        #expect(throws: FormRefusal.malformedBoundary) { try read(text) }
    }

    @Test(
        "a part without a plain name is refused",
        arguments: [
            "\r\n1", "X: y\r\n\r\n1", "Content-Disposition: attachment; name=\"a\"\r\n\r\n1",
            "Content-Disposition: form-data\r\n\r\n1", "Content-Disposition: form-data; name=\"a\r\n\r\n1",
            "Content-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1",
            "Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''b\r\n\r\n1", "\(name.dropLast(4))",
            "Content-Transfer-Encoding: base64\r\n\(name)1",
            "Content-Disposition: form-data; name=a\0b\r\n\r\n1",
            "X: " + String(repeating: "a", count: 2_000) + "\r\n\(name)1",
        ])
    func parts(part: String) {
        #expect(throws: FormRefusal.malformedPart) { try read("--B\r\n\(part)\r\n--B--") }
    }

    @Test("limits are refusals")
    func limits() {
        var limits = MultipartLimits.standard
        (limits.parts, limits.nameBytes, limits.fileNameBytes) = (1, 1, 2)
        let one = "--B\r\n\(Self.name)1\r\n"
        #expect(throws: FormRefusal.tooManyParts) { try read(one + one + "--B--", limits) }
        #expect(throws: FormRefusal.cutShort) { try read(one) }
        let named = one.replacing("\"a\"", with: "\"ab\"") + "--B--"
        #expect(throws: FormRefusal.nameTooLong) { try read(named, limits) }
        let filed = one.replacing("\"a\"", with: "\"a\"; filename=\"abc\"") + "--B--"
        #expect(throws: FormRefusal.fileNameTooLong) { try read(filed, limits) }
    }

    @Test("a boundary is read from the content type, and must be one")
    func boundaryParameter() {
        #expect(Multipart.boundary(of: "multipart/form-data; boundary=----WebKit1") == "----WebKit1")
        #expect(Multipart.boundary(of: "multipart/form-data; charset=x; Boundary=\"a=b\"") == "a=b")
        for type in ["multipart/form-data", "m/f; boundary=", "m/f; boundary=\"a b\"", "m/f; boundary=a; x"] {
            #expect(Multipart.boundary(of: type) == nil)
        }
        let long = String(repeating: "a", count: 71)
        #expect(Multipart.boundary(of: "m/f; boundary=\(long)") == nil)
    }
}
