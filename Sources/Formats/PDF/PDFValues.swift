/// A sheet of paper in points (1/72 inch).
package struct PDFPaper: Sendable, Hashable {
    package let width: Double
    package let height: Double

    package static let letter = PDFPaper(width: 612, height: 792)
    package static let a4 = PDFPaper(width: 595.28, height: 841.89)

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
}

/// A colour in DeviceRGB or DeviceGray (ISO 32000-1, 8.6.4).
package enum PDFInk: Sendable, Hashable {
    /// 0 is black, 1 is white.
    case grey(Double)
    case colour(red: Double, green: Double, blue: Double)

    package static let black = PDFInk.grey(0)
    package static let white = PDFInk.grey(1)

    /// A colour as style sheets write it: `PDFInk(0x1F4E79)`.
    package init(_ hex: UInt32) {
        self = .colour(
            red: Double(hex >> 16 & 0xFF) / 255, green: Double(hex >> 8 & 0xFF) / 255,
            blue: Double(hex & 0xFF) / 255)
    }
}

/// The two faces of a document. Give the same font twice where there is no bold.
package struct PDFFonts: Sendable {
    package let regular: TrueTypeFont
    package let bold: TrueTypeFont

    package init(regular: TrueTypeFont, bold: TrueTypeFont) {
        self.regular = regular
        self.bold = bold
    }

    subscript(_ face: PDFFace) -> TrueTypeFont {
        switch face {
        case .regular: regular
        case .bold: bold
        }
    }
}

package enum PDFFace: Int, CaseIterable, Sendable, Hashable {
    case regular, bold
}

/// How text looks. Sizes are points.
package struct PDFStyle: Sendable, Hashable {
    package let size: Double
    package let face: PDFFace
    package let ink: PDFInk
    /// From one baseline to the next.
    package let leading: Double

    /// Without a leading, lines stand 1.35 times their size apart.
    package init(_ size: Double, _ face: PDFFace = .regular, ink: PDFInk = .black, leading: Double? = nil) {
        precondition(size > 0 && (leading ?? size) > 0, "Text has a size, and its lines a distance.")
        self.size = size
        self.face = face
        self.ink = ink
        self.leading = leading ?? size * 1.35
    }
}

package enum PDFAlignment: Sendable, Hashable {
    case leading, centre, trailing
}

/// A moment as people at the document's place read it (ISO 32000-1, 7.9.4).
package struct PDFDate: Sendable, Hashable {
    private let numbers: [Int]
    private let offsetMinutes: Int

    package init(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
        offsetMinutes: Int = 0
    ) {
        numbers = [year, month, day, hour, minute, second]
        self.offsetMinutes = offsetMinutes
    }

    /// `D:20260131093000-05'00`
    var text: String {
        "D:" + padded(numbers[0], 4) + numbers[1...].map { padded($0, 2) }.joined() + zone("'")
    }

    /// `2026-01-31T09:30:00-05:00`, as XMP wants it.
    var iso: String {
        let fields = [padded(numbers[0], 4)] + numbers[1...].map { padded($0, 2) }
        return fields[..<3].joined(separator: "-") + "T" + fields[3...].joined(separator: ":") + zone(":")
    }

    private func zone(_ separator: String) -> String {
        let minutes = abs(offsetMinutes)
        return (offsetMinutes < 0 ? "-" : "+") + padded(minutes / 60, 2) + separator + padded(minutes % 60, 2)
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// What a reader's properties window says about a document (ISO 32000-1, 14.3).
package struct PDFInformation: Sendable {
    package var title: String
    package var author: String
    package var subject: String
    /// A BCP 47 tag such as `fr-CA`: how a screen reader pronounces the text.
    package var language: String
    package var created: PDFDate?
    /// Bytes that identify the content, such as its digest. Without them the writer hashes the file.
    package var identity: [UInt8]?

    package init(
        title: String, author: String = "", subject: String = "", language: String,
        created: PDFDate? = nil, identity: [UInt8]? = nil
    ) {
        self.title = title
        self.author = author
        self.subject = subject
        self.language = language
        self.created = created
        self.identity = identity
    }
}

/// A file inside a document (ISO 32000-1, 7.11.4).
package struct PDFAttachment: Sendable {
    package let name: String
    /// As people read it beside the name.
    package let title: String
    package let bytes: [UInt8]

    package init(name: String, title: String, bytes: [UInt8]) {
        self.name = name
        self.title = title
        self.bytes = bytes
    }
}

/// Why no document came out.
package enum PDFFailure: Error, Hashable, Sendable {
    case tooManyPages(limit: Int)
    /// More different characters in one face than its codes can name.
    case tooManyCharacters(limit: Int)
}
