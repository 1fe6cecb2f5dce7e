/// A PDF 1.7 document under construction: pages of text, lines and boxes, tagged for screen readers.
///
/// Places are points from the upper left corner of the page, down and to the right. The same calls
/// give the same bytes. `PDFFlow` lays out paragraphs and tables on top of this.
package struct PDFDocument: Sendable {
    package static let mostPages = 2_000

    package let paper: PDFPaper
    package let information: PDFInformation
    package let fonts: PDFFonts
    /// Called for each page when the document is finished, with its number from 1 and their count.
    package var pageFoot: (@Sendable (_ canvas: inout PDFDocument, _ number: Int, _ count: Int) -> Void)?
    /// Files that travel inside it, which readers offer to save.
    package var attachments: [PDFAttachment] = []
    private(set) var pages: [PDFPage] = []
    private(set) var structure = PDFStructure()
    private(set) var uses: [PDFFontUse]
    private var target = 0
    private var isOverfull = false

    package init(paper: PDFPaper, information: PDFInformation, fonts: PDFFonts) {
        self.paper = paper
        self.information = information
        self.fonts = fonts
        uses = PDFFace.allCases.map { PDFFontUse(fonts[$0]) }
    }

    package var pageCount: Int { pages.count }

    /// Further drawing goes to a new page.
    package mutating func addPage() {
        guard pages.count < Self.mostPages else {
            isOverfull = true
            return
        }
        pages.append(PDFPage())
        target = pages.count - 1
    }

    /// One line of text with its baseline at `y`; `x` is its left end, middle or right end.
    package mutating func text(
        _ text: String, x: Double, y: Double, _ style: PDFStyle, _ alignment: PDFAlignment = .leading
    ) {
        if pages.isEmpty { addPage() }
        let (codes, thousandths) = uses[style.face.rawValue].encode(text)
        guard !codes.isEmpty else { return }
        let width = Double(thousandths) * style.size / 1000
        let left =
            switch alignment {
            case .leading: x
            case .centre: x - width / 2
            case .trailing: x - width
            }
        let owner = structure.mark(page: target, pages[target].owners.count)
        let tag = owner.map { structure.elements[$0].role.tag }
        pages[target].show(codes, at: (left, paper.height - y), style, tag: tag, owner: owner)
    }

    /// A filled box. Boxes and lines are decoration: no screen reader speaks of them.
    package mutating func box(x: Double, y: Double, width: Double, height: Double, _ ink: PDFInk) {
        if pages.isEmpty { addPage() }
        pages[target].fill((x, paper.height - y - height, width, height), ink)
    }

    /// A horizontal line, its middle at `y`.
    package mutating func rule(x: Double, y: Double, width: Double, thickness: Double, _ ink: PDFInk) {
        box(x: x, y: y - thickness / 2, width: width, height: thickness, ink)
    }

    /// Text drawn until the matching `end` belongs to a new element inside the one that is open.
    package mutating func begin(_ role: PDFRole) { structure.begin(role) }
    /// Text drawn until the matching `end` is repeated or decorative, and left out when read aloud.
    package mutating func beginArtifact() { structure.beginArtifact() }
    package mutating func end() { structure.end() }

    /// The file.
    package consuming func finished() throws(PDFFailure) -> [UInt8] {
        if pages.isEmpty { addPage() }
        drawFeet()
        guard !isOverfull else { throw .tooManyPages(limit: Self.mostPages) }
        guard !uses.contains(where: \.isOverfull) else {
            throw .tooManyCharacters(limit: PDFFontUse.mostSigns)
        }
        return PDFAssembly(self).bytes
    }

    private mutating func drawFeet() {
        guard let pageFoot else { return }
        structure.beginArtifact()
        for page in pages.indices {
            target = page
            pageFoot(&self, page + 1, pages.count)
        }
        structure.end()
    }
}
