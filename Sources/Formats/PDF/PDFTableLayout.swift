extension PDFFlow {
    /// Draws a table in the flow's width, over as many pages as it takes.
    ///
    /// The header is read aloud once; its repetitions are artifacts. A row that fits on a page is not
    /// cut; a taller one goes on at the top of the next page. Missing cells are empty.
    package mutating func table(_ table: PDFTable) {
        document.begin(.table)
        if table.showsHeader {
            let first = table.rows.first.map { height(of: cells($0, table), table, $0.style ?? table.body) }
            keepTogether(headerHeight(table) + (first ?? 0))
            header(table)
        }
        for (index, row) in table.rows.enumerated() {
            draw(row, table, tail: index == table.rows.count - 1 ? table.tail : 0)
        }
        document.end()
    }

    private mutating func header(_ table: PDFTable) {
        let titles = lines(table.columns.map(\.title), table, table.header)
        let tall = height(of: titles, table, table.header)
        if let ground = table.headerGround {
            document.box(x: left, y: y, width: width, height: tall, ground)
        }
        document.begin(.row)
        for (index, frame) in frames(table).enumerated() {
            document.begin(.columnHeader)
            draw(titles[index], table.header, table.columns[index].alignment, frame, top: y + table.paddingY)
            document.end()
        }
        document.end()
        advance(to: y + tall)
    }

    private mutating func draw(_ row: PDFTable.Row, _ table: PDFTable, tail: Double) {
        let style = row.style ?? table.body
        let cells = cells(row, table)
        let tall = height(of: cells, table, style)
        if tall + tail > room, tall + headerHeight(table) <= roomOnFreshPage { turnPage(table) }
        let owners = cells.indices.map { table.columns[$0].namesRow ? PDFRole.rowHeader : .cell }
        let count = cells.map(\.count).max() ?? 0
        var start = 0
        repeat {
            // What goes on overleaf is a row of its own to a screen reader.
            if start > 0 { turnPage(table) }
            document.begin(.row)
            let fitting = Int(max(1, (room - 2 * table.paddingY) / style.leading))
            let part = start..<min(count, start + fitting)
            let partHeight = Double(part.count) * style.leading + 2 * table.paddingY
            decorate(row, table, partHeight)
            for (index, frame) in frames(table).enumerated() {
                document.begin(owners[index])
                let shown = Array(cells[index].dropFirst(part.lowerBound).prefix(part.count))
                draw(shown, style, table.columns[index].alignment, frame, top: y + table.paddingY)
                document.end()
            }
            document.end()
            advance(to: y + partHeight)
            start = part.upperBound
        } while start < count
    }

    private mutating func decorate(_ row: PDFTable.Row, _ table: PDFTable, _ height: Double) {
        if let ground = row.ground { document.box(x: left, y: y, width: width, height: height, ground) }
        if let line = row.ruled {
            document.rule(x: left, y: y, width: width, thickness: 0.75, line)
        }
        if let line = table.line {
            // Inside the row, or the ground of the next would hide it.
            document.rule(x: left, y: y + height - 0.25, width: width, thickness: 0.5, line)
        }
    }

    private mutating func turnPage(_ table: PDFTable) {
        breakPage()
        guard table.showsHeader else { return }
        document.beginArtifact()
        header(table)
        document.end()
    }

    private mutating func draw(
        _ lines: [PDFLine], _ style: PDFStyle, _ alignment: PDFAlignment, _ frame: PDFFrame, top: Double
    ) {
        for (index, line) in lines.enumerated() {
            let place = top + Double(index) * style.leading
            draw(line, style, alignment, x: frame.left, y: place, width: frame.width)
        }
    }

    private func headerHeight(_ table: PDFTable) -> Double {
        guard table.showsHeader else { return 0 }
        return height(of: lines(table.columns.map(\.title), table, table.header), table, table.header)
    }

    private func cells(_ row: PDFTable.Row, _ table: PDFTable) -> [[PDFLine]] {
        let texts = table.columns.indices.map { $0 < row.cells.count ? row.cells[$0] : "" }
        return lines(texts, table, row.style ?? table.body)
    }

    private func lines(_ texts: [String], _ table: PDFTable, _ style: PDFStyle) -> [[PDFLine]] {
        zip(texts, frames(table)).map { document.fonts.lines(of: $0, width: $1.width, style) }
    }

    private func height(of cells: [[PDFLine]], _ table: PDFTable, _ style: PDFStyle) -> Double {
        Double(cells.map(\.count).max() ?? 0) * style.leading + 2 * table.paddingY
    }

    /// Where the text of each column runs. A table without ground or lines at its sides still
    /// keeps its padding, so grounds and texts of all tables align.
    private func frames(_ table: PDFTable) -> [PDFFrame] {
        let unit = width / table.columns.reduce(0) { $0 + $1.share }
        var start = left
        return table.columns.map { column in
            defer { start += unit * column.share }
            return PDFFrame(
                left: start + table.paddingX, width: unit * column.share - 2 * table.paddingX)
        }
    }
}

/// A stretch of the line in which text runs.
struct PDFFrame {
    let left: Double
    let width: Double
}
