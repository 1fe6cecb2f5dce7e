/// A cursor that runs down the pages of a document: paragraphs, columns and tables, one below the other.
package struct PDFFlow: Sendable {
    package var document: PDFDocument
    /// The distance of text from each edge of the paper.
    package let margin: Double
    /// What stays free above the lower edge for the foot of the page.
    package let footHeight: Double
    /// The left edge and width in which text now runs.
    package private(set) var left: Double
    package private(set) var width: Double
    /// Where the next block begins, in points from the top of the page.
    package private(set) var y: Double

    package init(_ document: PDFDocument, margin: Double = 54, footHeight: Double = 60) {
        self.document = document
        self.margin = margin
        self.footHeight = footHeight
        left = margin
        width = document.paper.width - 2 * margin
        y = margin
        if document.pageCount == 0 { self.document.addPage() }
    }

    /// Points left on this page.
    package var room: Double { document.paper.height - footHeight - y }
    package var roomOnFreshPage: Double { document.paper.height - footHeight - margin }

    package mutating func space(_ points: Double) { y += points }

    package mutating func breakPage() {
        document.addPage()
        y = margin
    }

    /// Begins a new page unless `height` still fits on this one, or is more than any page holds.
    package mutating func keepTogether(_ height: Double) {
        if height > room, y > margin, height <= roomOnFreshPage { breakPage() }
    }

    /// A wrapped text as one element. An empty text takes one line's height.
    package mutating func text(
        _ text: String, _ style: PDFStyle, _ alignment: PDFAlignment = .leading, as role: PDFRole = .paragraph
    ) {
        document.begin(role)
        for line in document.fonts.lines(of: text, width: width, style) {
            if style.leading > room, y > margin { breakPage() }
            draw(line, style, alignment, x: left, y: y, width: width)
            y += style.leading
        }
        document.end()
    }

    /// Encloses what the body draws in one element.
    package mutating func tagged(_ role: PDFRole, _ body: (inout PDFFlow) -> Void) {
        document.begin(role)
        body(&self)
        document.end()
    }

    /// A line over the whole width.
    package mutating func rule(_ thickness: Double = 0.5, _ ink: PDFInk = .grey(0.8)) {
        document.rule(x: left, y: y, width: width, thickness: thickness, ink)
    }

    /// Blocks side by side: the body is called for each, and the cursor ends below the tallest.
    /// The widths are shares of what the gaps leave. Blocks must fit on the page: call `keepTogether` before.
    package mutating func columns(
        _ shares: [Double], gap: Double = 24, _ body: (_ flow: inout PDFFlow, _ index: Int) -> Void
    ) {
        let (outerLeft, outerWidth, top) = (left, width, y)
        let unit = (outerWidth - gap * Double(shares.count - 1)) / shares.reduce(0, +)
        var bottom = top
        for (index, share) in shares.enumerated() {
            width = unit * share
            y = top
            body(&self, index)
            bottom = max(bottom, y)
            left += width + gap
        }
        (left, width, y) = (outerLeft, outerWidth, bottom)
    }

    /// One line within a frame that begins at `y`. The letters stand in the middle of the leading.
    mutating func draw(
        _ line: PDFLine, _ style: PDFStyle, _ alignment: PDFAlignment, x: Double, y: Double, width: Double
    ) {
        let capitals = Double(document.fonts[style.face].metrics.capitalHeight) * style.size / 1000
        let baseline = y + (style.leading + capitals) / 2
        switch alignment {
        case .leading: document.text(line.drawn, x: x, y: baseline, style)
        // The space that copying needs must not move what is set from the right.
        case .centre: document.text(line.text, x: x + width / 2, y: baseline, style, .centre)
        case .trailing: document.text(line.text, x: x + width, y: baseline, style, .trailing)
        }
    }

    mutating func advance(to place: Double) { y = place }

    package consuming func finished() throws(PDFFailure) -> [UInt8] { try document.finished() }
}
