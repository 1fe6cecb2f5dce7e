/// Rows under columns. Laid out by `PDFFlow.table`, which repeats the header on each page.
package struct PDFTable: Sendable {
    package struct Column: Sendable {
        package let title: String
        package let share: Double
        package let alignment: PDFAlignment
        /// Whether its cells name their row, as the words before a total do.
        package let namesRow: Bool

        package init(
            _ title: String, share: Double, _ alignment: PDFAlignment = .leading, namesRow: Bool = false
        ) {
            self.title = title
            self.share = share
            self.alignment = alignment
            self.namesRow = namesRow
        }
    }

    package struct Row: Sendable {
        package let cells: [String]
        /// Nil: as the table says.
        package let style: PDFStyle?
        package let ground: PDFInk?
        package let ruled: PDFInk?

        /// A row may have its own text style, a coloured ground and a line above it.
        package init(
            _ cells: [String], style: PDFStyle? = nil, ground: PDFInk? = nil, ruled: PDFInk? = nil
        ) {
            self.cells = cells
            self.style = style
            self.ground = ground
            self.ruled = ruled
        }
    }

    package var columns: [Column]
    package var rows: [Row]
    package var body: PDFStyle
    package var header: PDFStyle
    /// The ground of the header row, and the lines between rows; nil for none.
    package var headerGround: PDFInk?
    package var line: PDFInk?
    /// Empty space around the text of a cell.
    package var paddingX = 6.0
    package var paddingY = 3.0
    /// Whether the columns' titles are shown.
    package var showsHeader = true
    /// Room kept below the last row, so that totals do not stand alone on a page.
    package var tail = 0.0

    package init(
        _ columns: [Column], rows: [Row], body: PDFStyle, header: PDFStyle, headerGround: PDFInk? = nil,
        line: PDFInk? = .grey(0.88)
    ) {
        self.columns = columns
        self.rows = rows
        self.body = body
        self.header = header
        self.headerGround = headerGround
        self.line = line
    }
}
