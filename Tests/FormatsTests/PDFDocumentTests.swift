import Formats
import Foundation
import Testing

@Suite("PDF documents")
struct PDFDocumentTests {
    private static let scripts = [
        "Zażółć gęślą jaźń (ŁÓDŹ)", "Tiếng Việt: Nguyễn Thị Hồng Ánh", "Съешь же ещё этих мягких булок",
        "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία", "Straße, naïve, Ærøskøbing, œuvre", "€ 1,234.50 – “quoted” … ½",
        #"Back\slash (and) <angle> & ampersand"#,
    ]

    @Test("qpdf finds no fault", .enabled(if: PDFTool.allThere), arguments: [1, 60])
    func isSound(lines: Int) throws {
        let result = try PDFTool.qpdf.run(
            ["--check", "FILE"], on: PDFInvoiceSample(lineCount: lines).bytes())
        #expect(result.status == 0, "\(result.output)")
        #expect(!result.output.contains("WARNING"), "\(result.output)")
    }

    @Test("files inside a document come out of it as they went in", .enabled(if: PDFTool.allThere))
    func keepsAttachments() throws {
        var pages = PDFDocument(
            paper: .letter, information: PDFSamples.information("Attached"),
            fonts: try #require(PDFSamples.fonts))
        let inside = Array("{\"Größe\":\"(8 h)\"}\n".utf8)
        pages.attachments = [
            PDFAttachment(name: "hours (Łódź).json", title: "Signed", bytes: inside),
            PDFAttachment(name: "a.txt", title: "Another", bytes: [0x61]),
        ]
        let pdf = try pages.finished()
        #expect(try PDFTool.qpdf.run(["--check", "FILE"], on: pdf).status == 0)
        let list = try PDFTool.pdfdetach.run(["-list", "FILE"], on: pdf).output
        #expect(list.contains("2 embedded files") && list.contains("2: hours (Łódź).json"), "\(list)")
        let out = try PDFTool.pdfdetach.run(["-save", "2", "-o", "/dev/stdout", "FILE"], on: pdf).output
        #expect(out == String(decoding: inside, as: UTF8.self))
    }

    @Test("text in any script comes back as it was written", .enabled(if: PDFTool.allThere))
    func keepsText() throws {
        for face in PDFFace.allCases {
            let pdf = try PDFSamples.page(Self.scripts, face: face)
            let text = try PDFTool.pdftotext.run(["-layout", "FILE", "-"], on: pdf).output
            #expect(text.split(whereSeparator: \.isNewline).map(String.init) == Self.scripts)
        }
    }

    @Test(
        "a character without a glyph is a box to the eye and itself to a copy", .enabled(if: PDFTool.allThere)
    )
    func keepsMissingCharacters() throws {
        #expect(PDFSamples.fonts?.regular.glyph(for: "漢") == nil)
        let text = try PDFTool.pdftotext.run(["FILE", "-"], on: PDFSamples.page(["漢字 and 😀 here"])).output
        #expect(text.hasPrefix("漢字 and 😀 here"))
    }

    @Test(
        "a base with its marks is one letter, and copies in the spelling it had",
        .enabled(if: PDFTool.allThere))
    func drawsDecomposedLetters() throws {
        let font = try #require(PDFSamples.fonts).regular
        let decomposed = "Nguye\u{302}\u{303}n Cafe\u{301}"
        #expect(font.thousandths(of: decomposed) == font.thousandths(of: "Nguyễn Café"))
        let text = try PDFTool.pdftotext.run(["FILE", "-"], on: PDFSamples.page([decomposed])).output
        #expect(text.unicodeScalars.starts(with: decomposed.unicodeScalars))
    }

    @Test("narrow and no-break spaces are spaces, never boxes")
    func drawsSpaces() throws {
        let font = try #require(PDFSamples.fonts).regular
        #expect(font.glyph(for: "\u{3000}") == nil)
        #expect(font.thousandths(of: "\u{3000}") == font.thousandths(of: " "))
        #expect((1..<300).contains(font.thousandths(of: "\u{202F}")))
        #expect(font.thousandths(of: "\u{A0}") == font.thousandths(of: " "))
        #expect(font.thousandths(of: "\u{200B}\u{AD}\r") == 0)
    }

    @Test("every line of a long invoice is printed once, with its numbers", .enabled(if: PDFTool.allThere))
    func printsEveryLine() throws {
        let sample = PDFInvoiceSample(lineCount: 60)
        let text = try PDFTool.pdftotext.run(["-layout", "FILE", "-"], on: sample.bytes()).output
        let printed = text.split(whereSeparator: \.isNewline).map(Self.fields)
        for row in sample.rows { #expect(printed.count { $0 == row } == 1, "\(row)") }
        #expect(printed.count { $0 == ["Week of", "Worker", "Role", "Hours", "Rate", "Amount"] } == 2)
        #expect(text.contains("Page 1 of 2") && text.contains("Page 2 of 2"))
    }

    private static func fields(_ line: Substring) -> [String] {
        line.split(separator: /\s{2,}/).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    @Test("fonts are embedded, subset and mapped to Unicode", .enabled(if: PDFTool.allThere))
    func embedsFonts() throws {
        let output = try PDFTool.pdffonts.run(["FILE"], on: PDFInvoiceSample(lineCount: 3).bytes()).output
        let fonts = output.split(separator: "\n").dropFirst(2)
        #expect(fonts.count == 2)
        for font in fonts {
            #expect(
                font.contains(/^[A-Z]{6}\+LiberationSans(-Bold)? .*CID TrueType .*Identity-H .*yes yes yes/))
        }
    }

    @Test("a screen reader finds headings, paragraphs and tables", .enabled(if: PDFTool.allThere))
    func isTagged() throws {
        let pdf = try PDFInvoiceSample(lineCount: 60).bytes()
        let tree = try PDFTool.pdfinfo.run(["-struct-text", "FILE"], on: pdf).output
        #expect(tree.hasPrefix("Document\n"))
        #expect(tree.contains("  H1 (block)\n    \"Invoice\""))
        #expect(tree.matches(of: /\n *TR\b/).count == 64, "\(tree.prefix(3000))")
        #expect(tree.matches(of: /\n *TH\b/).count == 6 + 3)
        #expect(tree.contains("\"Nguyễn Thị Hồng Ánh\""))
        #expect(!tree.contains("Page 1 of 2"), "the foot of a page is no content")
    }

    @Test(
        "the properties say title, author, date and that the file is tagged", .enabled(if: PDFTool.allThere))
    func describesItself() throws {
        let output = try PDFTool.pdfinfo.run(
            ["-isodates", "FILE"], on: PDFInvoiceSample(lineCount: 3).bytes()
        ).output
        for expected in [
            /Title: +Invoice 2026-0142/, /Author: +Northwind Staffing/,
            /CreationDate: +2026-01-31T09:30:00-05/,
            /Tagged: +yes/, /Pages: +1\n/, /Page size: +612 x 792 pts \(letter\)/, /PDF version: +1.7/,
            /Metadata Stream: +yes/,
        ] { #expect(output.contains(expected), "\(output)") }
    }

    @Test("every page can be drawn without a complaint", .enabled(if: PDFTool.allThere))
    func renders() throws {
        for paper in [PDFPaper.letter, .a4] {
            let pdf = try PDFInvoiceSample(lineCount: 60).bytes(paper: paper)
            let result = try PDFTool.pdftoppm.run(["-r", "20", "FILE", "/dev/null"], on: pdf)
            #expect(!result.output.contains("Error"), "\(result.output)")
        }
    }

    @Test("the same calls give the same bytes, and other content another identity")
    func isDeterministic() throws {
        let first = try PDFInvoiceSample(lineCount: 20).bytes()
        #expect(try first == PDFInvoiceSample(lineCount: 20).bytes())
        let other = try PDFInvoiceSample(lineCount: 21).bytes()
        #expect(first.suffix(120) != other.suffix(120))
    }

    @Test("an invoice of one page stays below 60 KB")
    func isSmall() throws {
        #expect(try PDFInvoiceSample(lineCount: 20).bytes().count < 60_000)
    }

    @Test("more pages than the limit are refused")
    func refusesTooManyPages() throws {
        var flow = PDFFlow(
            PDFDocument(
                paper: .a4, information: PDFSamples.information("Long"), fonts: try #require(PDFSamples.fonts)
            ))
        for _ in 0...PDFDocument.mostPages { flow.breakPage() }
        #expect(throws: PDFFailure.tooManyPages(limit: PDFDocument.mostPages)) { try flow.finished() }
    }
}
