import Formats
import Testing

/// An invoice as an agency would send it, to prove the primitives on something real.
struct PDFInvoiceSample {
    let lineCount: Int

    private let accent = PDFInk(0x1F4E79)
    private let soft = PDFInk.grey(0.42)
    private var body: PDFStyle { PDFStyle(9.5) }
    private var quiet: PDFStyle { PDFStyle(9, ink: soft) }
    private var label: PDFStyle { PDFStyle(7.5, .bold, ink: soft) }

    private static let workers = [
        "Łukasz Żółciński", "Nguyễn Thị Hồng Ánh", "Zoë Brontë-Ångström", "Δημήτρης Παπαδόπουλος",
        "Екатерина Щербакова", "Jürgen Weiß", "Maria del Carmen Núñez", "Søren Kjærgård",
    ]
    private static let roles = ["Forklift operator", "Order picker", "Shift lead", "Inventory clerk"]

    var rows: [[String]] {
        (0..<lineCount).map { line in
            let (hours, rate) = (3200 + line * 25 % 800, 2850 + line * 35 % 1400)
            return [
                "Jan \(line % 28 + 1)", Self.workers[line % Self.workers.count],
                Self.roles[line % Self.roles.count], decimal(hours), decimal(rate),
                decimal(hours * rate / 100),
            ]
        }
    }

    func decimal(_ hundredths: Int) -> String {
        let whole = String(hundredths / 100)
        let grouped = whole.count > 3 ? "\(whole.dropLast(3)),\(whole.suffix(3))" : whole
        return grouped + ".\(hundredths / 10 % 10)\(hundredths % 10)"
    }

    func bytes(paper: PDFPaper = .letter) throws -> [UInt8] {
        var document = PDFDocument(
            paper: paper, information: PDFSamples.information("Invoice 2026-0142"),
            fonts: try #require(PDFSamples.fonts))
        let foot = PDFStyle(8, ink: soft)
        document.pageFoot = { canvas, number, count in
            let (y, right) = (canvas.paper.height - 34, canvas.paper.width - 54)
            canvas.rule(x: 54, y: y - 14, width: right - 54, thickness: 0.5, .grey(0.82))
            canvas.text("Northwind Staffing · Invoice 2026-0142", x: 54, y: y, foot)
            canvas.text("Page \(number) of \(count)", x: right, y: y, foot, .trailing)
        }
        var flow = PDFFlow(document)
        head(&flow)
        parties(&flow)
        lines(&flow)
        totals(&flow)
        flow.space(22)
        flow.text(
            "Please pay within 30 days and name the invoice number. Each line rests on a timesheet that "
                + "your supervisor approved; the portal shows who approved it, and when.", quiet)
        return try flow.finished()
    }

    private func head(_ flow: inout PDFFlow) {
        flow.document.box(x: 0, y: 0, width: flow.document.paper.width, height: 6, accent)
        flow.columns([3, 2]) { flow, column in
            if column == 0 {
                flow.text("Northwind Staffing", PDFStyle(15, .bold, ink: accent))
                flow.space(2)
                flow.text(
                    "2200 Harbor Avenue, Suite 410\nSeattle, WA 98126\nbilling@northwind.example", quiet)
            } else {
                flow.text("Invoice", PDFStyle(26, ink: .grey(0.15), leading: 28), .trailing, as: .heading1)
                flow.text("2026-0142", PDFStyle(11, .bold, ink: .grey(0.15)), .trailing)
            }
        }
        flow.space(26)
    }

    private func parties(_ flow: inout PDFFlow) {
        let fields = [
            ("BILL TO", "Café Żubr Logistics Inc.\nAttn. Accounts Payable\n17 Dock Street\nTacoma, WA 98402"),
            ("INVOICE DATE", "January 31, 2026"), ("DUE DATE", "March 2, 2026"),
            ("AMOUNT DUE", "$\(decimal(total))"),
        ]
        flow.columns([2.4, 1.2, 1.1, 1.1], gap: 16) { flow, column in
            flow.text(fields[column].0, label)
            flow.space(2)
            flow.text(fields[column].1, column == 3 ? PDFStyle(11, .bold) : body)
        }
        flow.space(24)
    }

    private var amounts: [Int] {
        (0..<lineCount).map { (3200 + $0 * 25 % 800) * (2850 + $0 * 35 % 1400) / 100 }
    }
    private var total: Int { amounts.reduce(0, +) * 1101 / 1000 }

    private func lines(_ flow: inout PDFFlow) {
        var table = PDFTable(
            [
                .init("Week of", share: 1.1), .init("Worker", share: 3), .init("Role", share: 2.2),
                .init("Hours", share: 1.1, .trailing), .init("Rate", share: 1.1, .trailing),
                .init("Amount", share: 1.5, .trailing),
            ],
            rows: rows.enumerated().map { .init($1, ground: $0 % 2 == 1 ? .grey(0.97) : nil) },
            body: PDFStyle(9), header: PDFStyle(8, .bold, ink: .white), headerGround: accent,
            line: .grey(0.9))
        table.paddingY = 2.2
        table.tail = 110
        flow.table(table)
        flow.space(10)
    }

    private func totals(_ flow: inout PDFFlow) {
        let net = amounts.reduce(0, +)
        flow.columns([3, 2], gap: 0) { flow, column in
            guard column == 1 else { return }
            var table = PDFTable(
                [.init("", share: 1, namesRow: true), .init("", share: 1, .trailing)],
                rows: [
                    .init(["Subtotal", decimal(net)]), .init(["Sales tax 10.1 %", decimal(total - net)]),
                    .init(
                        ["Amount due", "$\(decimal(total))"], style: PDFStyle(12, .bold, ink: accent),
                        ruled: accent),
                ], body: PDFStyle(9.5), header: label, line: nil)
            table.showsHeader = false
            flow.table(table)
        }
    }
}
