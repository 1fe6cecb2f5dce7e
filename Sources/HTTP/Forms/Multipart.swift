/// How much a form with files may hold.
package struct MultipartLimits: Sendable {
    package var parts = 100
    package var nameBytes = 256
    package var fileNameBytes = 255
    /// All header lines of one part.
    package var partHeaders = 1_024

    package static let standard = MultipartLimits()
    package init() {}
}

/// A submitted form with files (RFC 7578), read in place: the parts are slices of the body.
///
/// Strict: nothing stands before the first boundary or behind the last, a part names itself, and its
/// headers are `Content-Disposition` and `Content-Type` only, which is all that browsers send.
package struct Multipart: Sendable {
    package struct Part: Sendable {
        package let name: String
        /// As the client named it; for showing, never for opening. Empty if no file was chosen, nil if the
        /// part is an ordinary field.
        package let fileName: String?
        /// What the client claims, lower case and without parameters.
        package let mediaType: String?
        package let body: ArraySlice<UInt8>

        /// The body as text; nil unless it is valid UTF-8.
        package var text: String? { String(validating: body, as: UTF8.self) }
    }

    package let parts: [Part]

    package init(
        body: [UInt8], boundary: String, limits: MultipartLimits = .standard
    ) throws(FormRefusal) {
        guard Multipart.isBoundary(boundary) else { throw .malformedBoundary }
        let opening = Array("--\(boundary)\r\n".utf8)
        let delimiter = Array("\r\n--\(boundary)".utf8)
        guard body.starts(with: opening) || body.starts(with: opening.dropLast(2) + [0x2D, 0x2D]) else {
            throw .malformedBoundary
        }
        var parts: [Part] = []
        var position = opening.count - 2
        while !body[position...].starts(with: "--".utf8) {
            guard body[position...].starts(with: "\r\n".utf8) else { throw .malformedBoundary }
            guard parts.count < limits.parts else { throw .tooManyParts }
            guard let end = body.firstIndex(of: delimiter, from: position) else { throw .cutShort }
            // The part's own bytes begin behind the boundary's line end, which an empty header block shares.
            guard end >= position + 2 else { throw .malformedPart }
            parts.append(try Part(body[(position + 2)..<end], limits))
            position = end + delimiter.count
        }
        let rest = body[(position + 2)...]
        guard rest.isEmpty || rest.elementsEqual("\r\n".utf8) else { throw .malformedBoundary }
        self.parts = parts
    }

    /// The first part under a name.
    package subscript(name: String) -> Part? { parts.first { $0.name == name } }

    package func all(_ name: String) -> [Part] { parts.filter { $0.name == name } }

    /// The fields without files, as a form without files would hold them.
    package var texts: Form {
        var form = Form()
        for part in parts where part.fileName == nil {
            if let text = part.text { form.append(part.name, text) }
        }
        return form
    }

    /// The boundary that a `Content-Type` names, with or without quotes.
    package static func boundary(of contentType: String) -> String? {
        let bytes = [UInt8](contentType.utf8)[...]
        guard let semicolon = bytes.firstIndex(of: Ascii.semicolon) else { return nil }
        let parameters = try? HeaderParameters(bytes[semicolon...])
        return parameters?["boundary"].flatMap { isBoundary($0) ? $0 : nil }
    }

    private static func isBoundary(_ text: String) -> Bool {
        (1...70).contains(text.utf8.count) && ByteSet.boundary.containsAll(text.utf8)
    }
}

extension Multipart.Part {
    fileprivate init(_ bytes: ArraySlice<UInt8>, _ limits: MultipartLimits) throws(FormRefusal) {
        var disposition: HeaderParameters?
        var type: String?
        var position = bytes.startIndex
        while true {
            let window = bytes[position..<min(bytes.endIndex, bytes.startIndex + limits.partHeaders)]
            guard let feed = window.firstIndex(of: Ascii.lineFeed), feed > position,
                window[feed - 1] == Ascii.carriageReturn
            else { throw .malformedPart }
            let line = window[position..<(feed - 1)]
            position = feed + 1
            if line.isEmpty { break }
            guard let colon = line.firstIndex(of: Ascii.colon), line.allSatisfy(Ascii.isFieldContent) else {
                throw .malformedPart
            }
            let value = line[(colon + 1)...].trimmed
            switch Ascii.lowered(line[..<colon]) {
            case "content-disposition" where disposition == nil:
                disposition = try Self.disposition(value)
            case "content-type" where type == nil:
                type = Ascii.lowered(value.prefix { $0 != Ascii.semicolon }.trimmed)
            default:
                throw .malformedPart
            }
        }
        guard let disposition, let name = disposition["name"] else { throw .malformedPart }
        guard name.utf8.count <= limits.nameBytes else { throw .nameTooLong }
        let fileName = disposition["filename"]
        guard fileName.map({ $0.utf8.count <= limits.fileNameBytes }) ?? true else { throw .fileNameTooLong }
        (self.name, self.fileName, mediaType, body) = (name, fileName, type, bytes[position...])
    }

    private static func disposition(_ value: ArraySlice<UInt8>) throws(FormRefusal) -> HeaderParameters {
        let kind = value.prefix { $0 != Ascii.semicolon }
        guard Ascii.lowered(kind.trimmed) == "form-data" else { throw .malformedPart }
        let parameters = try HeaderParameters(value[kind.endIndex...])
        guard parameters.names.allSatisfy({ $0 == "name" || $0 == "filename" }) else { throw .malformedPart }
        return parameters
    }
}

extension [UInt8] {
    /// Where a pattern begins, at or behind a place. Its first byte is rare in what is searched.
    fileprivate func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
        var place = start
        while place + pattern.count <= count {
            if self[place] == pattern[0], self[place..<(place + pattern.count)].elementsEqual(pattern) {
                return place
            }
            place += 1
        }
        return nil
    }
}
