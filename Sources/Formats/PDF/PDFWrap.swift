/// One line that a wrapped text was cut into.
package struct PDFLine: Sendable, Hashable {
    package let text: String
    /// Whether the text goes on behind it: such a line is drawn with a space, which copying needs.
    package let goesOn: Bool

    var drawn: String { goesOn ? text + " " : text }
}

extension PDFFonts {
    /// Cuts a text into lines no wider than `width` points: at line breaks, at spaces, and inside a
    /// word only when it alone is too wide. Spaces in a row become one; a no-break space holds.
    package func lines(of text: String, width: Double, _ style: PDFStyle) -> [PDFLine] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }.flatMap { paragraph in
            wrap(paragraph, width * 1000 / style.size, self[style.face])
        }
    }

    private func wrap(_ paragraph: Substring, _ room: Double, _ font: TrueTypeFont) -> [PDFLine] {
        let space = font.thousandths(of: " ")
        var lines: [PDFLine] = []
        var line = ""
        var used = 0
        for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
            let width = font.thousandths(of: String(word))
            if !line.isEmpty, Double(used + space + width) <= room {
                line += " " + word
                used += space + width
                continue
            }
            if !line.isEmpty { lines.append(PDFLine(text: line, goesOn: true)) }
            line = ""
            used = 0
            for character in word {
                let step = font.thousandths(of: String(character))
                if Double(used + step) > room, !line.isEmpty {
                    lines.append(PDFLine(text: line, goesOn: false))
                    line = ""
                    used = 0
                }
                line.append(character)
                used += step
            }
        }
        return lines + [PDFLine(text: line, goesOn: false)]
    }
}
