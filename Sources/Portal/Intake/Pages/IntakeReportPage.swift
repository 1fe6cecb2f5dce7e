import Crypto
import Formats
import HTTP
import Markup
import Staffing

/// What an import would do, or what is left of it to look at: figures first, then refused rows, then changes.
struct IntakeReportPage {
    let visit: Visit
    let id: TenantID
    let order: IntakeOrder
    let report: IntakeReport
    let state: TenantState
    /// Set when the import was just performed.
    var done: IntakeDone?

    /// A page of more rows helps nobody; the figures count all.
    static let mostRows = 200

    init(
        _ visit: Visit, _ id: TenantID, _ order: IntakeOrder, _ report: IntakeReport, _ state: TenantState
    ) {
        self.visit = visit
        self.id = id
        self.order = order
        self.report = report
        self.state = state
    }

    private var say: any AgencySentences { visit.staffSay }

    var response: Response {
        Page(title, visit.frame, place: Routes.tenants.address, content: content).response()
    }

    private var title: String { done == nil ? say.dryRun : say.importResult }

    private var content: Markup {
        let counts = report.counts
        return """
            \(done.map(doneNotice))
            <div class="page-head"><div><a class="back" href="\(Routes.imports(id))">\(say.importHours)</a>
              <h1>\(title)</h1><p class="muted">\(state.client.name) · \(week)\
            \(done == nil ? " · " + say.nothingWritten : "")</p></div></div>
            \(refusedNotice(counts))
            <section class="panel"><dl class="facts facts-large">\(figures(counts))</dl></section>
            \(done == nil ? confirmation(counts) : again)
            \(IntakeTables(report: report, state: state, say: say).html)
            """
    }

    private var week: String {
        let last = order.week.adding(days: 6)
        return say.importedWeek(
            order.week.civil.text(.short, .englishUS), last.civil.text(.short, .englishUS))
    }

    private func doneNotice(_ done: IntakeDone) -> Markup {
        let sentence = say.imported(
            new: done.new, changed: done.changed, unchanged: done.unchanged, refused: done.refused)
        return Notice(.ok, say.importResult, content: "<p>\(sentence)</p>").html
    }

    private func refusedNotice(_ counts: IntakeCounts) -> Markup? {
        guard counts.refused + counts.refusedSheets > 0 else { return nil }
        return """
            <section class="notice warn"><p class="notice-title">\(refusedTitle(counts))</p>
              <p>\(say.refusedRowsExplanation)</p>
              <p><a class="button" \
              href="\(order.address(Routes.refusedRows(id)))">\(say.refusedRowsFile)</a></p>
            </section>
            """
    }

    private func refusedTitle(_ counts: IntakeCounts) -> String {
        counts.refused > 0 ? say.rowsRefused(counts.refused) : say.sheetsRefused(counts.refusedSheets)
    }

    private func figures(_ counts: IntakeCounts) -> [Markup] {
        let words = say.importFigures
        let dryRun: [(String, Int)] = [
            (words.newSheets, counts.newSheets), (words.changed, counts.changedSheets),
            (words.unchanged, counts.unchangedSheets), (words.sheetsRefused, counts.refusedSheets),
        ]
        let all: [(String, Int)] = [
            (words.rows, counts.rows), (words.taken, counts.accepted), (words.flagged, counts.flagged),
            (words.refused, counts.refused), (words.ignored, counts.ignored),
            (words.missing, counts.missingSheets),
        ]
        let numbers = ((done == nil ? dryRun : []) + all).map { word, number in
            "<div><dt>\(word)</dt><dd>\(number)</dd></div>" as Markup
        }
        return numbers + [
            "<div><dt>\(words.hours)</dt><dd>\(hoursText(counts.minutes, .englishUS)) h</dd></div>"
        ]
    }

    private func confirmation(_ counts: IntakeCounts) -> Markup {
        let sheets = counts.newSheets + counts.changedSheets
        guard sheets > 0 else { return "<p>\(say.nothingToImport)</p>\(again)" }
        return """
            <form class="actions" method="post" action="\(Routes.imports(id))">\(visit.frame.csrfField)
              <input type="hidden" name="file" value="\(order.file.hex)">
              <input type="hidden" name="mapping" value="\(order.mapping.hex)">
              <input type="hidden" name="week" value="\(order.week.iso)">
              <button class="button primary">\(say.importSheets(sheets, hours: sheetHours))</button>
              <a class="button quiet" href="\(Routes.imports(id))">\(say.importAnother)</a>
            </form>
            """
    }

    /// The hours of the sheets that are new or change.
    private var sheetHours: String {
        var minutes = 0
        for (sheet, outcome) in zip(report.intake.sheets, report.outcomes) {
            switch outcome {
            case .new, .changed: minutes += sheet.minutes
            case .unchanged, .refused: break
            }
        }
        return hoursText(minutes, .englishUS)
    }

    private var again: Markup {
        "<p><a class=\"button\" href=\"\(Routes.imports(id))\">\(say.importAnother)</a></p>"
    }
}
