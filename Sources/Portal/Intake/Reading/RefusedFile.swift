import Formats
import Staffing

/// The rows that were not taken, as a file to correct and import again.
///
/// A sheet is taken whole, so a corrected row alone would replace the days that were taken before. The
/// worker's
/// other rows therefore come along, without a reason.
struct RefusedFile {
    let report: IntakeReport
    let say: any AgencySentences

    static let reasonHeader = "Refused because"

    var bytes: [UInt8] {
        let intake = report.intake
        let reasons = intake.lines.map(reason)
        let concerned = Set(zip(intake.lines, reasons).compactMap { $1 == nil ? nil : $0.worker })
        let names = intake.header.map(\.asHeader)
        let place = names.firstIndex(of: Self.reasonHeader.asHeader) ?? names.count
        var writer = CSVWriter(delimiter: intake.delimiter, marksEncoding: true)
        writer.row(cells(intake.header, Self.reasonHeader, at: place))
        for (line, reason) in zip(intake.lines, reasons) {
            let isSibling = line.verdict.isAccepted && line.worker.map(concerned.contains) ?? false
            guard reason != nil || isSibling else { continue }
            writer.row(cells(line.fields, reason ?? "", at: place))
        }
        return writer.bytes
    }

    private func reason(_ line: IntakeLine) -> String? {
        switch line.verdict {
        case .refused(let refusal): say.explain(refusal)
        case .ignored: nil
        case .accepted:
            line.sheets.lazy.compactMap { report.refusal(of: $0) }.first.map { say.whyNotReceived($0) }
        }
    }

    private func cells(_ fields: [String], _ reason: String, at place: Int) -> [String] {
        var cells = fields
        while cells.count <= place { cells.append("") }
        cells[place] = reason
        return cells
    }
}
