import Formats
import Markup
import Staffing

/// What a run or a payment did, said once above the page.
struct InvoicingNotice {
    let result: InvoicingResult
    let board: InvoicingBoard
    let say: any BillingWords

    var html: Markup? {
        if let id = result.paid {
            return board.ledger.invoices.first { $0.id == id && $0.status != .open }.map {
                Notice(.ok, say.paymentRecorded($0.number)).html
            }
        }
        guard let issued = result.issued, issued >= 0 else { return nil }
        let total = Money(minorUnits: result.total, board.nothing.currency).text(.englishUS)
        return Notice(tone, say.done(issued, total), content: details(issued)).html
    }

    private var tone: Notice.Tone { result.isStopped || !result.leftOut.isEmpty ? .warn : .ok }

    private func details(_ issued: Int) -> Markup? {
        var sentences = result.leftOut.map { bundle in
            say.leftOut(board.name(of: bundle.worksite), week: bundle.week.spelled(.englishUS))
        }
        if result.isStopped { sentences.append(say.stopped(after: issued)) }
        if result.remaining > 0 { sentences.append(say.remaining(result.remaining)) }
        guard !sentences.isEmpty else { return nil }
        return "<ul>\(sentences.map { "<li>\($0)</li>" as Markup })</ul>"
    }
}
