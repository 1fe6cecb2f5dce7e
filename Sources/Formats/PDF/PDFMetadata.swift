/// The document's description once more, as XMP (ISO 32000-1, 14.3.2).
struct PDFMetadata {
    let bytes: [UInt8]

    init(_ information: PDFInformation) {
        let date = information.created.map {
            "<xmp:CreateDate>\($0.iso)</xmp:CreateDate><xmp:ModifyDate>\($0.iso)</xmp:ModifyDate>\n"
        }
        let (title, author) = (Self.escaped(information.title), Self.escaped(information.author))
        let language = Self.escaped(information.language)
        let text = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
             xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(title)</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>\(author)</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>\(language)</rdf:li></rdf:Bag></dc:language>
            \(date ?? "")</rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """
        bytes = Array(text.utf8)
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars where scalar.value >= 0x20 {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
