import Formats
import Markup
import Staffing

/// The rows and sheets of an import that deserve a look, each kind in a table of its own.
struct IntakeTables {
    let report: IntakeReport
    let state: TenantState
    let say: any AgencySentences

    var html: Markup {
        let refused = report.intake.lines.filter(\.verdict.isRefused)
        let flagged = report.intake.lines.filter(\.verdict.isFlagged)
        let changes = zip(report.intake.sheets, report.outcomes).filter { isOfInterest($1) }
        return """
            \(table(say.rowsToLookAt, rowHead, refused + flagged, row))
            \(table(say.sheetsThatChange, sheetHead, changes.map { ($0, $1) }, sheet))
            \(table(say.sheetsMissing, missingHead, report.intake.missing, missing))
            """
    }

    /// The first rows of a kind under their heading; nothing at all when there are none.
    private func table<Row>(
        _ caption: String, _ head: Markup, _ rows: [Row], _ row: (Row) -> Markup
    ) -> Markup? {
        guard !rows.isEmpty else { return nil }
        let shown = rows.prefix(IntakeReportPage.mostRows)
        let note = shown.count < rows.count ? say.firstOf(shown.count, rows.count) : String(rows.count)
        return """
            <div class="table"><table><caption>\(caption) <span class="muted">· \(note)</span></caption>
            <thead><tr>\(head)</tr></thead><tbody>\(shown.map(row))</tbody></table></div>
            """
    }

    private var rowHead: Markup {
        let words = say.importColumns
        return """
            <th scope="col" class="number">\(words.line)</th><th scope="col">\(words.worker)</th>\
            <th scope="col">\(words.verdict)</th><th scope="col">\(words.why)</th>
            """
    }

    private func row(_ line: IntakeLine) -> Markup {
        let words = say.importColumns
        let name = line.worker.flatMap { state.workers[$0]?.name }
        let result: Markup =
            line.verdict.isRefused
            ? "<span class=\"shape bad\">\(words.refused)</span>"
            : "<span class=\"shape warn\">\(words.flagged)</span>"
        return """
            <tr><td class="number muted" data-label="\(words.line)">\(line.line)</td>\
            <th scope="row">\(name ?? line.employee)<span \
            class="sub">\(name == nil ? "" : line.employee)</span></th>\
            <td data-label="\(words.verdict)">\(result)</td>\
            <td data-label="\(words.why)">\(why(line.verdict))</td></tr>
            """
    }

    private func why(_ verdict: RowVerdict) -> String {
        switch verdict {
        case .accepted(let flags): flags.map { say.explain($0) }.joined(separator: " ")
        case .refused(let refusal): say.explain(refusal)
        case .ignored(let reason): say.explain(reason)
        }
    }

    private func isOfInterest(_ outcome: SheetOutcome) -> Bool {
        switch outcome {
        case .changed, .refused: true
        case .new, .unchanged: false
        }
    }

    private var sheetHead: Markup {
        let words = say.importColumns
        return """
            <th scope="col">\(words.worker)</th><th scope="col">\(words.worksite)</th>\
            <th scope="col" class="number">\(words.hours)</th><th scope="col">\(words.verdict)</th>\
            <th scope="col">\(words.why)</th>
            """
    }

    private func sheet(_ sheet: IntakeSheet, _ outcome: SheetOutcome) -> Markup {
        let words = say.importColumns
        let hours = hoursText(sheet.minutes, .englishUS)
        return """
            <tr>\(workerCell(sheet.assignment))<td \
            data-label="\(words.worksite)">\(code(sheet.assignment))</td>\
            <td class="number" data-label="\(words.hours)">\(hours) h</td>\
            <td data-label="\(words.verdict)">\(shape(outcome))</td>\
            <td data-label="\(words.why)">\(why(outcome, hours))</td></tr>
            """
    }

    private func shape(_ outcome: SheetOutcome) -> Markup {
        switch outcome {
        case .refused: "<span class=\"shape bad\">\(say.importFigures.sheetsRefused)</span>"
        case .changed: "<span class=\"shape info\">\(say.importColumns.changes)</span>"
        case .new: "<span class=\"shape ok\">\(say.importFigures.newSheets)</span>"
        case .unchanged: "<span class=\"shape\">\(say.importFigures.unchanged)</span>"
        }
    }

    private func why(_ outcome: SheetOutcome, _ hours: String) -> String {
        switch outcome {
        case .new, .unchanged: ""
        case .changed(let before): say.changesHours(from: hoursText(before, .englishUS), to: hours)
        case .refused(let reason): say.whyNotReceived(reason)
        }
    }

    private var missingHead: Markup {
        let words = say.importColumns
        return "<th scope=\"col\">\(words.worker)</th><th scope=\"col\">\(words.worksite)</th>"
    }

    private func missing(_ id: AssignmentID) -> Markup {
        """
        <tr>\(workerCell(id))<td data-label="\(say.importColumns.worksite)">\(code(id))</td></tr>
        """
    }

    private func workerCell(_ id: AssignmentID) -> Markup {
        let worker = state.assignments[id].flatMap { state.workers[$0.worker] }
        return "<th scope=\"row\">\(worker?.name)<span class=\"sub\">\(worker?.number)</span></th>"
    }

    private func code(_ id: AssignmentID) -> String {
        state.assignments[id].map { state.code(of: $0.worksite) } ?? ""
    }
}
