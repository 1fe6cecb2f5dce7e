import Crypto
import Formats
import Staffing

/// The receipt on letter paper, with the signed file inside.
struct ReceiptDrawing {
    let receipt: DecisionReceipt
    let file: ReceiptFile
    let say: any Sentences

    private static let accent = PDFInk(0x1F4E79)
    private static let ink = PDFInk.grey(0.12)
    private static let soft = PDFInk.grey(0.42)
    private static let margin = 54.0

    private let body = PDFStyle(10, ink: ink)
    private let quiet = PDFStyle(8.5, ink: soft)
    private let label = PDFStyle(7.5, .bold, ink: soft)

    private var words: any ReceiptWords { say.ofReceipts }
    private var rules: any TimesheetRuleWords { say.ofTimesheetRules }
    private var sheet: Timesheet { receipt.sheet }

    func bytes(_ fonts: PDFFonts) throws(PDFFailure) -> [UInt8] {
        let (year, month, day) = receipt.clock.day(receipt.decision.at).civil.components
        let title = words.title(isApproval: receipt.isApproval)
        var pages = PDFDocument(
            paper: .letter,
            information: PDFInformation(
                title: "\(title): \(receipt.worker)", author: receipt.agency, subject: receipt.client,
                language: say.formats.rawValue, created: PDFDate(year: year, month: month, day: day)),
            fonts: fonts)
        pages.attachments = [
            PDFAttachment(name: receipt.fileName + ".json", title: words.fileTitle, bytes: file.bytes)
        ]
        var flow = PDFFlow(pages, margin: Self.margin)
        head(&flow, title)
        parties(&flow)
        days(&flow)
        history(&flow)
        closing(&flow)
        return try flow.finished()
    }

    private func head(_ flow: inout PDFFlow, _ title: String) {
        flow.document.box(x: 0, y: 0, width: flow.document.paper.width, height: 6, Self.accent)
        flow.text(receipt.agency, PDFStyle(11, .bold, ink: Self.accent))
        flow.space(10)
        flow.text(title, PDFStyle(22, ink: Self.ink, leading: 26), as: .heading1)
        flow.space(8)
        flow.text(
            words.statement(
                receipt.decision, by: receipt.decider(say), sheet.hours.total, worker: receipt.worker,
                week: sheet.week),
            PDFStyle(12, .bold, ink: Self.ink))
        if let said = receipt.decision.what.words {
            flow.space(4)
            flow.text("“\(said)”", body)
        }
        flow.space(16)
    }

    private func parties(_ flow: inout PDFFlow) {
        let fields: [[(String, String)]] = [
            [(words.client, receipt.client), (say.worksite, receipt.worksite.name)],
            [(words.worker, receipt.worker), (rules.purchaseOrder, receipt.purchaseOrder)],
            [
                (
                    words.decided,
                    receipt.clock.stamp(receipt.decision.at) + "\n" + receipt.decision.at.isoExact
                ),
                (words.content, receipt.content),
            ],
        ]
        flow.columns([1, 1, 1.3], gap: 14) { flow, column in
            for (name, value) in fields[column] where !value.isEmpty {
                flow.text(name.uppercased(), label)
                flow.space(2)
                flow.text(value, body)
                flow.space(10)
            }
        }
        flow.space(8)
    }

    private func days(_ flow: inout PDFFlow) {
        var rows = sheet.days.map { worked in
            PDFTable.Row([
                worked.day.civil.text(.weekday, say.formats), receipt.times(worked, say) ?? "",
                receipt.split(worked.hours, say),
            ])
        }
        rows.append(
            .init(
                [rules.total, "", receipt.split(sheet.hours, say)],
                style: PDFStyle(10, .bold, ink: Self.ink), ruled: .grey(0.6)))
        var table = PDFTable(
            [
                .init(rules.day, share: 1.2, namesRow: true), .init(rules.punches, share: 2.6),
                .init(say.ofTimesheets.hours, share: 1.8, .trailing),
            ],
            rows: rows, body: body, header: PDFStyle(8, .bold, ink: .white), headerGround: Self.accent,
            line: .grey(0.9))
        table.paddingX = 5
        table.paddingY = 3
        flow.table(table)
        flow.space(16)
    }

    private func history(_ flow: inout PDFFlow) {
        flow.keepTogether(3 * body.leading)
        flow.text(rules.history, PDFStyle(12, .bold, ink: Self.ink), as: .heading2)
        flow.space(4)
        for entry in receipt.history.reversed() {
            let said = entry.what.words.map { ": “\($0)”" } ?? ""
            flow.text(
                receipt.clock.stamp(entry.at) + " · " + entry.author(agency: receipt.agency, say) + " "
                    + rules.did(entry.what) + said, body)
        }
        flow.space(14)
    }

    private func closing(_ flow: inout PDFFlow) {
        flow.keepTogether(8 * quiet.leading)
        flow.text(words.checking, PDFStyle(12, .bold, ink: Self.ink), as: .heading2)
        flow.space(4)
        flow.text(words.insideThePaper(receipt.fileName + ".json"), quiet)
        flow.space(3)
        flow.text(words.names, quiet)
        flow.space(6)
        flow.text(words.signature.uppercased(), label)
        flow.space(2)
        flow.text(Base64URL.encode(file.signed.signature), quiet)
    }
}
