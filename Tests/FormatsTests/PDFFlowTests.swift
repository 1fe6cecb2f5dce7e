import Formats
import Testing

@Suite("PDF layout")
struct PDFFlowTests {
    private let style = PDFStyle(10)

    private func flow() throws -> PDFFlow {
        PDFFlow(
            PDFDocument(
                paper: .letter, information: PDFSamples.information("Layout"),
                fonts: try #require(PDFSamples.fonts)))
    }

    private func wrapped(_ text: String, _ width: Double) throws -> [String] {
        try #require(PDFSamples.fonts).lines(of: text, width: width, style).map(\.text)
    }

    @Test("text is cut at spaces and line breaks, and no line is too wide")
    func wraps() throws {
        let fonts = try #require(PDFSamples.fonts)
        let text = "Every hour on this invoice was approved by a person with a name."
        let lines = try wrapped(text, 90)
        #expect(lines.joined(separator: " ") == text)
        #expect(lines.allSatisfy { fonts.regular.width(of: $0, size: 10) <= 90 })
        #expect(lines.count > 3)
        #expect(try wrapped("one\ntwo\r\n\nthree", 90) == ["one", "two", "", "three"])
        #expect(try wrapped("", 90) == [""])
    }

    @Test("a word that is too wide is cut, a no-break space is not")
    func wrapsWords() throws {
        #expect(try wrapped("mmmmmmmmmm", 30).allSatisfy { $0.count == 3 || $0.count == 1 })
        #expect(try wrapped("12\u{A0}500 here", 40) == ["12\u{A0}500", "here"])
        #expect(try wrapped("ab", 1) == ["a", "b"])
    }

    @Test("the cursor turns the page only when something does not fit")
    func turnsPages() throws {
        var flow = try flow()
        flow.keepTogether(flow.room)
        #expect(flow.document.pageCount == 1)
        flow.space(100)
        flow.keepTogether(flow.room + 1)
        #expect(flow.document.pageCount == 2)
        flow.keepTogether(5_000)
        #expect(flow.document.pageCount == 2, "no page would hold it")
    }

    @Test("columns stand side by side and the cursor ends below the tallest")
    func setsColumns() throws {
        var flow = try flow()
        let (top, width) = (flow.y, flow.width)
        flow.columns([1, 1], gap: 20) { flow, column in
            #expect(flow.width == (width - 20) / 2)
            for _ in 0...column { flow.text("line", style) }
        }
        #expect(flow.y == top + 2 * style.leading)
        #expect(flow.width == width)
    }

    @Test("a row taller than a page goes on overleaf", .enabled(if: PDFTool.allThere))
    func splitsTallRows() throws {
        var flow = try flow()
        let words = (1...150).map { "word\($0)" }
        flow.table(
            PDFTable(
                [.init("Number", share: 1), .init("Words", share: 3)],
                rows: [.init(["1", words.joined(separator: "\n")]), .init(["2"])], body: style, header: style)
        )
        let pdf = try flow.finished()
        let text = try PDFTool.pdftotext.run(["FILE", "-"], on: pdf).output
        for word in words { #expect(text.contains("\(word)\n")) }
        #expect(text.ranges(of: "Number").count == 4, "once on each page")
        let tree = try PDFTool.pdfinfo.run(["-struct-text", "FILE"], on: pdf).output
        #expect(tree.ranges(of: "\"Number\"").count == 1, "the header is read aloud once")
    }

    @Test("strange numbers never reach the file", .enabled(if: PDFTool.allThere))
    func boundsNumbers() throws {
        var flow = try flow()
        flow.document.box(
            x: .nan, y: -.infinity, width: 1e300, height: -0.001, .colour(red: 2, green: 0, blue: 0))
        flow.document.text("here", x: 1e9, y: .nan, style, .trailing)
        #expect(try PDFTool.qpdf.run(["--check", "FILE"], on: flow.finished()).status == 0)
    }
}
