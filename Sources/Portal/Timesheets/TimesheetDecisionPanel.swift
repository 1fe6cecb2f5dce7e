import Crypto
import Markup
import Staffing

/// What an approver can do about a timesheet now, or why they cannot.
struct TimesheetDecisionPanel {
    let detail: TimesheetDetail
    let draft: Draft
    let visit: Visit

    private var words: any TimesheetWords { visit.say.ofTimesheets }
    private var rules: any TimesheetRuleWords { visit.say.ofTimesheetRules }
    private var id: TimesheetID { detail.sheet.id }

    var html: Markup {
        """
        <aside class="panel stack decision" aria-labelledby="decision">
          <h2 id="decision">\(detail.sheet.isWaiting ? rules.yourDecision : rules.decision)</h2>
          \(content)
        </aside>
        """
    }

    private var content: Markup {
        if detail.step == .ownHours { return "<p>\(rules.explain(.ownHours))</p>" }
        return switch detail.sheet.status {
        case .submitted, .begun: "\(second)\(detail.step.isPossible ? approval : nil)\(rejection)"
        case .approved: approved
        case .rejected: "<p>\(rules.waitsForAgency)</p>"
        }
    }

    /// That two people approve it, and whose turn it is.
    private var second: Markup? {
        let limits = visit.say.ofLimits
        switch (detail.standing, detail.step) {
        case (.waiting, .first(let limit)):
            let over = limit.exceeded(by: detail.size, visit, detail.currency)
            return "<p>\(limits.needsSecond(over))</p>"
        case (.begun(let name, let over, _), .whole):
            return "<p>\(limits.yoursCompletes(name, over: over))</p>"
        case (.begun, .secondPersonNeeded):
            return """
                <p>\(detail.standing.words(visit.say)).</p>
                <form class="stack" method="post" action="\(Routes.timesheetApprovalWithdrawal(id))">\
                \(visit.frame.csrfField)
                  <button class="button wide">\(rules.takeBack)</button>
                  <p class="small muted">\(limits.takeFirstBack)</p></form>
                """
        case (.begun, _): return "<p>\(detail.standing.words(visit.say)).</p>"
        case (_, _): return nil
        }
    }

    private var approval: Markup {
        """
        <form class="stack" method="post" action="\(Routes.timesheetApproval(id))">\(hidden)
          <button class="button primary wide">\(rules.approve(detail.sheet.hours.total))</button></form>
        """
    }

    /// What was on the screen, for the record and for telling what changed.
    private var hidden: Markup {
        """
        \(visit.frame.csrfField)\
        <input type="hidden" name="seen" value="\(Base32Crockford.encode(detail.sheet.fingerprint.short))">\
        <input type="hidden" name="minutes" value="\(detail.sheet.hours.total)">
        """
    }

    private var rejection: Markup {
        let isOpen = !draft.errors.isEmpty || !draft.words.isEmpty || draft.reason != nil
        return """
            <details class="reject"\(if: isOpen, " open")>
              <summary>\(words.sendBack)</summary>
              <form class="stack" id="reject" method="post" \
            action="\(Routes.timesheetRejection(id))" data-guard>
                \(hidden)
                <fieldset id="reason"><legend class="label">\(rules.whatIsWrong)</legend>\
            \(draft.errors.note(for: "reason"))
                  <div class="choices">\(RejectionReason.allCases.map(choice))</div></fieldset>
                <div class="field"><label for="why">\(rules.whatShouldChange)</label>\
            \(draft.errors.note(for: "why"))
                  <textarea class="input" id="why" name="words" rows="3" \
            maxlength="\(TimesheetRules.longestWords)"\(draft.errors.mark("why"))>\
            \(draft.words)</textarea></div>
                <button class="button danger wide">\(words.sendBack)</button>
              </form>
            </details>
            """
    }

    private func choice(_ reason: RejectionReason) -> Markup {
        """
        <label class="choice"><input type="radio" name="reason" value="\(reason.rawValue)" required\
        \(if: draft.reason == reason, " checked")> \(rules.name(reason))</label>
        """
    }

    private var approved: Markup {
        if detail.sheet.invoice != nil { return "<p>\(rules.invoicedAlready)</p>" }
        guard let end = detail.withdrawalEnd(at: visit.now) else { return "<p>\(rules.approvalStays)</p>" }
        return """
            <form class="stack" method="post" action="\(Routes.timesheetApprovalWithdrawal(id))">\
            \(visit.frame.csrfField)
              <button class="button wide">\(rules.takeBack)</button>
              <p class="small muted">\(rules.takeBackUntil(detail.clock.time(end)))</p></form>
            """
    }
}
