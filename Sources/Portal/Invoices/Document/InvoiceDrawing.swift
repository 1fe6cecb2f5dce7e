import Formats
import Staffing

/// Lays an invoice out: who bills whom for what, the sum first, then every line that it is made of.
struct InvoiceDrawing {
    let document: InvoiceDocument
    let say: any PaperWords

    private static let ownAccent = PDFInk(0x1F4E79)
    private static let ink = PDFInk.grey(0.12)
    private static let soft = PDFInk.grey(0.42)
    private static let margin = 54.0

    private let body = PDFStyle(9.5, ink: ink)
    private let quiet = PDFStyle(9, ink: soft)
    private let label = PDFStyle(7.5, .bold, ink: soft)

    private var language: FormatLanguage { say.formats }
    private var draft: InvoiceDraft { document.draft }
    private var accent: PDFInk { document.accent.map(PDFInk.init) ?? Self.ownAccent }

    func bytes(_ fonts: PDFFonts) throws(PDFFailure) -> [UInt8] {
        let (year, month, day) = draft.issued.civil.components
        var pages = PDFDocument(
            paper: .letter,
            information: PDFInformation(
                title: say.title(draft.number), author: document.agencyName,
                subject: document.clientName, language: language.rawValue,
                created: PDFDate(year: year, month: month, day: day)),
            fonts: fonts)
        pages.pageFoot = foot
        var flow = PDFFlow(pages, margin: Self.margin)
        head(&flow)
        parties(&flow)
        lines(&flow)
        totals(&flow)
        closing(&flow)
        return try flow.finished()
    }

    private var foot: @Sendable (inout PDFDocument, Int, Int) -> Void {
        let (say, words) = (say, document.agencyName + " · " + say.title(draft.number))
        return { canvas, number, count in
            let style = PDFStyle(8, ink: Self.soft)
            let (y, right) = (canvas.paper.height - 34, canvas.paper.width - Self.margin)
            canvas.rule(x: Self.margin, y: y - 14, width: right - Self.margin, thickness: 0.5, .grey(0.82))
            canvas.text(words, x: Self.margin, y: y, style)
            canvas.text(say.page(number, of: count), x: right, y: y, style, .trailing)
        }
    }

    private func head(_ flow: inout PDFFlow) {
        flow.document.box(x: 0, y: 0, width: flow.document.paper.width, height: 6, accent)
        flow.columns([3, 2]) { flow, column in
            if column == 0 {
                flow.text(document.agencyName, PDFStyle(16, .bold, ink: accent))
            } else {
                flow.text(
                    say.invoice, PDFStyle(26, ink: Self.ink, leading: 28), .trailing, as: .heading1)
                flow.text(draft.number, PDFStyle(11, .bold, ink: Self.ink), .trailing)
            }
        }
        flow.space(26)
    }

    private func parties(_ flow: inout PDFFlow) {
        let site = [document.worksiteName, document.worksiteAddress].filter { !$0.isEmpty }
        let period = say.days(draft.week.civil, through: draft.week.adding(days: 6).civil)
        let fields: [[(String, String)]] = [
            [(say.billTo, document.clientName), (say.worksite, site.joined(separator: "\n"))],
            [(say.issued, date(draft.issued)), (say.period, period)],
            [(say.due, date(draft.due)), (say.number, draft.number)],
        ]
        flow.columns([2.6, 1.3, 1.1, 1.3], gap: 14) { flow, column in
            guard column < 3 else {
                flow.text(say.amountDue.uppercased(), label, .trailing)
                flow.space(2)
                flow.text(draft.total.text(language), PDFStyle(16, .bold, ink: accent), .trailing)
                return
            }
            for (name, value) in fields[column] {
                flow.text(name.uppercased(), label)
                flow.space(2)
                flow.text(value, body)
                flow.space(12)
            }
        }
        flow.space(14)
    }

    private func lines(_ flow: inout PDFFlow) {
        var table = PDFTable(
            [
                .init(say.worker, share: 2.6, namesRow: true), .init(say.job, share: 1.6),
                .init(say.purchaseOrder, share: 1.5), .init(say.hoursType, share: 1.1),
                .init(say.hours, share: 0.95, .trailing), .init(say.rate, share: 1.35, .trailing),
                .init(say.amount(in: document.currency.rawValue), share: 1.55, .trailing),
            ],
            rows: document.lines.enumerated().map {
                .init(cells($1), ground: $0 % 2 == 1 ? .grey(0.97) : nil)
            },
            body: PDFStyle(9, ink: Self.ink), header: PDFStyle(8, .bold, ink: .white),
            headerGround: accent, line: .grey(0.9))
        table.paddingX = 5
        table.paddingY = 2.6
        table.tail = 120
        flow.table(table)
        flow.space(10)
    }

    private func cells(_ line: InvoiceDocument.Line) -> [String] {
        [
            line.worker, line.job, line.purchaseOrder, say.name(of: line.priced.type),
            hundredths(line.priced.minutes), plain(rate: line.priced), plain(line.priced.amount),
        ]
    }

    /// The sum again, from which hours it came, beside the lines that add up to it.
    private func totals(_ flow: inout PDFFlow) {
        var rows: [PDFTable.Row] = HourType.allCases.compactMap { type in
            let minutes = document.lines.filter { $0.priced.type == type }.reduce(0) {
                $0 + $1.priced.minutes
            }
            return minutes == 0 ? nil : .init([say.hours(of: type), hundredths(minutes)])
        }
        rows.append(.init([say.subtotal, plain(draft.total)], ruled: .grey(0.8)))
        let due = PDFStyle(12, .bold, ink: accent)
        rows.append(.init([say.amountDue, draft.total.text(language)], style: due, ruled: accent))
        flow.columns([1, 1], gap: 0) { flow, column in
            guard column == 1 else { return }
            var table = PDFTable(
                [.init("", share: 1, namesRow: true), .init("", share: 1, .trailing)], rows: rows, body: body,
                header: label, line: nil)
            table.showsHeader = false
            table.paddingX = 5
            flow.table(table)
        }
        flow.space(22)
    }

    private func closing(_ flow: inout PDFFlow) {
        flow.keepTogether(4 * quiet.leading)
        flow.text(say.payBy(date(draft.due), number: draft.number), quiet)
        flow.space(4)
        flow.text(say.restsOnApprovals, quiet)
    }

    private func date(_ day: Day) -> String { day.civil.text(.short, language) }

    private func hundredths(_ minutes: Int) -> String {
        HoursStyle.hundredths.text(minutes: Int64(minutes), language: language)
    }

    private func plain(_ amount: Money) -> String {
        MoneyStyle(language, sign: .none)
            .text(minorUnits: amount.minorUnits, currency: document.currency.rawValue)
    }

    private func plain(rate line: InvoiceLine) -> String {
        let rate = plain(Money(minorUnits: line.rate.minorUnits, document.currency))
        return line.type.factor(language).map { "\(rate) \($0)" } ?? rate
    }
}

extension PDFInk {
    fileprivate init(_ color: Color) {
        self.init(UInt32(color.red) << 16 | UInt32(color.green) << 8 | UInt32(color.blue))
    }
}
