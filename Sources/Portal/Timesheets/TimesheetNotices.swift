import HTTP
import Markup
import Staffing

/// What the list says about what was just done. It tells what the records say, and repeats only numbers.
struct TimesheetNotices {
    let visit: Visit
    let state: TenantState

    private var words: any TimesheetWords { visit.say.ofTimesheets }
    private static let most = TimesheetRules.mostCommands

    var all: [Markup] {
        [standingIn, approved, troubles, withdrawn, sentBack, nothingSelected].compactMap { $0 }
    }

    /// Why sheets stand here that do not on other days.
    private var standingIn: Markup? {
        guard case .contact(let id) = visit.viewer.person else { return nil }
        let lines = DelegationLines(state, visit)
        let running = state.borrowing(by: id, on: visit.today).filter { $0.days.contains(visit.today) }
        let sentences = running.map(lines.line)
        guard let first = sentences.first else { return nil }
        let rest = sentences.dropFirst().map { "<p>\($0)</p>" as Markup }
        return Notice(.info, first, content: "\(rest)").html
    }

    /// Counted from the records, so that it stays true after an undo and cannot be made up by a link.
    private var approved: Markup? {
        guard let batch = ApprovedBatch(visit.query["batch"], state, visit), !batch.sheets.isEmpty else {
            return nil
        }
        let minutes = batch.sheets.reduce(0) { $0 + $1.hours.total }
        let isOpen = batch.mayBeWithdrawn(at: visit.now)
        let until = visit.clock(at: batch.sheets.first.flatMap { state.worksites[$0.worksite] })
            .time(batch.end)
        return """
            <section class="notice ok" role="status">
              <div class="notice-line"><p class="notice-title">\
            \(words.approvedNow(batch.sheets.count, minutes))</p>\(isOpen ? undo(batch) : nil)</div>
              \(if: isOpen, "<p class=\"small\">\(words.undoUntil(until))</p>")
            </section>
            """
    }

    private func undo(_ batch: ApprovedBatch) -> Markup {
        let address = TimesheetFilter(visit.query).narrowing.narrowed(
            Routes.timesheetApprovalsWithdrawal.address)
        return """
            <form method="post" action="\(address)">\(visit.frame.csrfField)\
            <input type="hidden" name="batch" value="\(String(batch.moment.microseconds))">\
            <button class="button small-button">\(words.undo)</button></form>
            """
    }

    private var troubles: Markup? {
        let sentences = [
            number("changed").map(words.changed), number("decided").map(words.alreadyDecided),
            number("refused").map(words.notApprovable),
        ].compactMap { $0 }
        guard let first = sentences.first else { return nil }
        return Notice(.warn, first, content: "\(sentences.dropFirst().map { "<p>\($0)</p>" as Markup })").html
    }

    private var withdrawn: Markup? {
        guard let count = visit.query.count("withdrawn", upTo: Self.most) else { return nil }
        let kept = number("kept").map(words.keptBecauseInvoiced)
        return Notice(.info, words.takenBack(count), content: kept.map { "<p>\($0)</p>" }).html
    }

    private var sentBack: Markup? {
        number("sent-back").map { Notice(.ok, words.sentBackNow($0)).html }
    }

    private var nothingSelected: Markup? {
        visit.query["chosen"] == "0" ? Notice(.warn, words.nothingSelected).html : nil
    }

    private func number(_ name: String) -> Int? {
        visit.query.count(name, upTo: Self.most).flatMap { $0 > 0 ? $0 : nil }
    }
}
