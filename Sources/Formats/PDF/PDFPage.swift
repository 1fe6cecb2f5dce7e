/// The content stream of one page (ISO 32000-1, 7.8.2), and who owns its marked pieces.
struct PDFPage: Sendable {
    private(set) var content = PDFSyntax()
    /// The structure element of each marked content number.
    private(set) var owners: [Int] = []
    private var ink: PDFInk?

    /// Shows codes with their baseline's left end at a place counted from the lower left corner.
    mutating func show(
        _ codes: [UInt16], at place: (x: Double, y: Double), _ style: PDFStyle, tag: String?, owner: Int?
    ) {
        use(style.ink)
        if let tag, let owner {
            content.write("/\(tag)<</MCID \(owners.count)>>BDC\n")
            owners.append(owner)
        } else {
            content.write("/Artifact BMC\n")
        }
        content.write("BT/F\(style.face.rawValue) ")
        content.operation(style.size, name: "Tf")
        content.operation(place.x, place.y, name: "Td")
        content.write("<")
        for code in codes { content.write(hex: code) }
        content.write(">Tj ET EMC\n")
    }

    mutating func fill(_ box: (x: Double, y: Double, width: Double, height: Double), _ ink: PDFInk) {
        content.write("/Artifact BMC\n")
        use(ink)
        content.operation(box.x, box.y, box.width, box.height, name: "re f EMC")
    }

    private mutating func use(_ ink: PDFInk) {
        guard ink != self.ink else { return }
        self.ink = ink
        switch ink {
        case .grey(let level): content.operation(level, name: "g")
        case .colour(let red, let green, let blue): content.operation(red, green, blue, name: "rg")
        }
    }
}
