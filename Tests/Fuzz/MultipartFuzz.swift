import HTTP

/// A form with files: the first line is its Content-Type, the rest its body.
enum MultipartFuzz {
    @Sendable static func check(_ bytes: [UInt8]) {
        let line = bytes.prefix { $0 != 0x0A }
        let type = String(decoding: line, as: UTF8.self)
        guard let boundary = Multipart.boundary(of: type) else { return }
        let body = Array(bytes.dropFirst(line.count + 1))
        guard let form = try? Multipart(body: body, boundary: boundary) else { return }
        let mark = Array("\r\n--\(boundary)".utf8)
        var end = 0
        for part in form.parts {
            Fuzz.demand(
                part.body.startIndex >= end && part.body.endIndex + mark.count <= body.count,
                "a part reaches beyond its own bytes")
            Fuzz.demand(
                body[part.body.endIndex..<(part.body.endIndex + mark.count)].elementsEqual(mark),
                "a part ends where no boundary stands")
            end = part.body.endIndex
        }
        checkAgain(form, boundary)
    }

    /// Written as a browser would, it is read as the same form.
    private static func checkAgain(_ form: Multipart, _ boundary: String) {
        var body: [UInt8] = []
        for part in form.parts {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\(quoted(part.name))".utf8)
            if let name = part.fileName { body += Array("; filename=\(quoted(name))".utf8) }
            if let type = part.mediaType { body += Array("\r\nContent-Type: \(type)".utf8) }
            body += Array("\r\n\r\n".utf8) + part.body + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--\r\n".utf8)
        do throws(FormRefusal) {
            let again = try Multipart(body: body, boundary: boundary)
            Fuzz.demand(again.parts.elementsEqual(form.parts, by: isSame), "it is another form when written")
        } catch {
            // Quotes take more room when written, and a part's head may be too long for the limit then.
            Fuzz.demand(error == .malformedPart && body.count > 900, "not read again: \(error)")
        }
    }

    /// Between quotes a browser's `%22` is a quotation mark, so a name that has it as text is a plain word.
    private static func quoted(_ text: String) -> String {
        if !text.isEmpty, text.utf8.allSatisfy(isTokenByte) { return text }
        // Byte by byte: as characters, a quotation mark with an accent on it is another character.
        let escaped = text.utf8.flatMap { byte -> [UInt8] in
            byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") ? [UInt8(ascii: "\\"), byte] : [byte]
        }
        return "\"" + String(decoding: escaped, as: UTF8.self) + "\""
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        "!#$%&'*+-.^_`|~".utf8.contains(byte) || (0x30...0x39).contains(byte)
            || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
    }

    private static func isSame(_ one: Multipart.Part, _ other: Multipart.Part) -> Bool {
        one.name == other.name && one.fileName == other.fileName && one.mediaType == other.mediaType
            && one.body.elementsEqual(other.body)
    }
}
