import Markup
import Staffing

/// What happened to a timesheet, newest first, and a place to add a comment.
struct TimesheetHistory {
    let detail: TimesheetDetail
    let draft: Draft
    let visit: Visit

    private var rules: any TimesheetRuleWords { visit.say.ofTimesheetRules }

    var html: Markup {
        """
        <section class="panel stack" aria-labelledby="history">
          <h2 id="history">\(rules.history)</h2>
          <ol class="history">\(detail.sheet.history.reversed().map(entry))</ol>
          \(form)
        </section>
        """
    }

    private func entry(_ entry: TimesheetEntry) -> Markup {
        """
        <li><b>\(entry.author(agency: visit.frame.agencyName, visit.say))</b> \(rules.did(entry.what))\
        <time datetime="\(detail.clock.iso(entry.at))">\(detail.clock.stamp(entry.at))</time>\
        \(entry.what.words.map { "<blockquote>\($0)</blockquote>" as Markup })</li>

        """
    }

    private var form: Markup {
        """
        <form class="stack" method="post" action="\(Routes.timesheetComments(detail.sheet.id))" data-guard>
          \(visit.frame.csrfField)
          <div class="field"><label for="comment">\(rules.comment)</label>\(draft.errors.note(for: "comment"))
            <textarea class="input" id="comment" name="words" rows="2" \
        maxlength="\(TimesheetRules.longestWords)"\(draft.errors.mark("comment"))>\
        \(draft.words)</textarea></div>
          <div class="actions"><button class="button">\(rules.addComment)</button></div>
        </form>
        """
    }
}

extension TimesheetEntry.What {
    /// What somebody wrote, if anything.
    var words: String? {
        switch self {
        case .rejected(_, let words): words.isEmpty ? nil : words
        case .commented(let words): words
        case .received, .changed, .approved, .approvalWithdrawn, .invoiced: nil
        }
    }
}
