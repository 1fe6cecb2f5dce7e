import HTTP
import Markup
import Staffing
import Tenancy

/// Staff type in the hours of a week, or say that none come.
enum TenantHours {
    static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let key = try WorkedWeek(visit.query)
        let page = try await visit.inTenant(id) { tenant throws(Problem) in
            let desk = try HoursDesk(key, tenant, visit)
            return TenantHoursPage(visit: visit, id: id, desk: desk, entry: HoursEntry(of: desk))
        }
        return page.response
    }

    static func take(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let key = try WorkedWeek(visit.form)
        let entry = HoursEntry(visit.form, week: key.week)
        let submission = HoursSubmission(key: key, entry: entry, isAttested: nil, caller: visit.caller)
        return try await answer(visit, id, key, entry, done: "hours") { tenant throws(Problem) in
            try submission.submit(tenant, visit)
        }
    }

    static func sayNone(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let key = try WorkedWeek(visit.form)
        guard let kind = visit.form["kind"].flatMap(IdleWeek.Kind.init) else {
            let errors = FormErrors("kind", visit.staffSay.ofExpectedStaff.kindMissing)
            return try await answer(visit, id, key, nil, done: "none") { _ in errors }
        }
        let command = ExpectedCommand.sayIdle(
            key, kind, visit.form["reason"].flatMap(IdleWeek.Reason.init), words: visit.form["words"] ?? "")
        let caller = visit.caller
        return try await answer(visit, id, key, nil, done: "none") { tenant throws(Problem) in
            try tenant.errors(of: command, key.week, for: caller, visit.say)
        }
    }

    static func reopen(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let key = try WorkedWeek(visit.form)
        let caller = visit.caller
        return try await answer(visit, id, key, nil, done: "reopened") { tenant throws(Problem) in
            try tenant.errors(of: .reopen(key), key.week, for: caller, visit.say)
        }
    }

    /// Back to the list, or the form again with what stood against it.
    private static func answer(
        _ visit: Visit, _ id: TenantID, _ key: WorkedWeek, _ entry: HoursEntry?, done: String,
        _ body: @escaping @Sendable (isolated Tenant) throws(Problem) -> FormErrors
    ) async throws(Problem) -> Response {
        _ = try await visit.tenantName(id)
        let page = try await visit.inTenant(id) { tenant throws(Problem) -> TenantHoursPage? in
            let desk = try HoursDesk(key, tenant, visit)
            let errors = try body(tenant)
            guard !errors.isEmpty else { return nil }
            return TenantHoursPage(
                visit: visit, id: id, desk: desk, entry: entry ?? HoursEntry(of: desk), errors: errors)
        }
        if let page { return page.response }
        return Response(seeOther: Routes.tenantExpected(id).with("done", done).headerValue)
    }
}

extension HoursEntry {
    /// For staff: what the sheet says. What the worker has not sent is theirs.
    fileprivate init(of desk: HoursDesk) {
        self.init(desk.sheet, missed: desk.missedBefore, week: desk.key.week, desk.zone)
    }
}

struct TenantHoursPage: Sendable {
    let visit: Visit
    let id: TenantID
    let desk: HoursDesk
    let entry: HoursEntry
    var errors = FormErrors()

    private var say: any AgencySentences { visit.staffSay }
    private var words: any ExpectedStaffWords { say.ofExpectedStaff }

    var response: Response {
        let state = say.ofWorkerPage.state(desk.standing, due: say.ofTimesheets.day(desk.due))
        let content: Markup = """
            \(errors.summary(say))\(errors.isEmpty ? notice : nil)
            <div class="page-head"><div><a class="back" href="\(Routes.tenantExpected(id))">\
            \(desk.client) · \(words.title)</a><div class="title-line"><h1>\(desk.worker.name)</h1>\
            <span class="chip \(desk.standing.tone)">\(state)</span></div>
            <p class="muted">\(say.ofTimesheets.week(desk.key.week)) · \(desk.worksite.name) · \
            \(desk.assignment.title)</p></div></div>
            \(desk.isApproved ? nil : form)
            \(desk.sheet == nil ? none : nil)
            """
        return Page(
            desk.worker.name, visit.frame, place: Routes.tenants.address, layout: .narrow,
            isError: !errors.isEmpty, content: content
        ).response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var notice: Markup? {
        if let idle = desk.idle {
            let what = say.ofExpected.idle(idle.kind, idle.reason)
            let text = words.said(what, by: idle.name, at: desk.clock.stamp(idle.at))
            return Notice(.info, text, content: reopening(idle)).html
        }
        guard let sheet = desk.sheet else { return nil }
        let address = Routes.tenantTimesheets(id).with("sheet", sheet.id.pathText)
        let link: Markup = "<p><a href=\"\(address)\">\(words.openSheet)</a></p>"
        if desk.isApproved { return Notice(.info, say.ofWorkerPage.cannotChange, content: link).html }
        return Notice(.info, desk.sentBack(say) ?? words.sheetIsThere, content: link).html
    }

    private func reopening(_ idle: IdleWeek) -> Markup {
        """
        \(idle.words.isEmpty ? nil : "<blockquote>\(idle.words)</blockquote>")
        <form method="post" action="\(Routes.tenantHoursReopening(id))">\(visit.frame.csrfField)\(week)\
        <button class="button">\(words.reopen)</button></form>
        """
    }

    private var week: Markup {
        """
        <input type="hidden" name="assignment" value="\(desk.key.assignment.pathText)">\
        <input type="hidden" name="week" value="\(desk.key.week.iso)">
        """
    }

    private var form: Markup {
        """
        <form class="form" method="post" action="\(Routes.tenantHours(id))" data-guard>\
        \(visit.frame.csrfField)
        \(HoursFields(desk: desk, entry: entry, errors: errors, say: say).html)
        <div class="actions"><button class="button primary">\(words.takeHours)</button>\
        <a class="button quiet" href="\(Routes.tenantExpected(id))">\(visit.words.cancel)</a></div></form>
        """
    }

    /// Which of them fit, the rules say; all are offered.
    private var reasons: IdleWeekFields {
        IdleWeekFields(
            reasons: IdleWeek.Reason.allCases, chosen: visit.form["reason"],
            typed: visit.form["words"] ?? "", errors: errors, say: say)
    }

    private var none: Markup {
        let isOpen = ["reason", "words", "kind"].contains { errors.has($0) }
        let kinds: [(IdleWeek.Kind, String)] = [
            (.zeroAttested, words.zeroKind), (.notNeeded, words.notNeededKind),
        ]
        let choices = kinds.map { kind, label in
            """
            <label class="choice"><input type="radio" name="kind" value="\(kind.rawValue)"\
            \(if: visit.form["kind"] == kind.rawValue, " checked")>\(label)</label>
            """ as Markup
        }
        return """
            <details class="panel"\(if: isOpen, " open")><summary>\(words.noHours)</summary>
            <form class="form" method="post" action="\(Routes.tenantHoursNone(id))">\(visit.frame.csrfField)\
            \(week)<p class="hint">\(words.noHoursHint)</p>
            <fieldset class="field" id="kind"><legend>\(words.kind)</legend>\(errors.note(for: "kind"))\
            <div class="choices">\(choices)</div></fieldset>
            \(reasons.html)
            <div class="actions"><button class="button">\(words.noHours)</button></div></form></details>
            """
    }
}

extension HoursDesk {
    fileprivate var idle: IdleWeek? { if case .idle(let idle) = standing { idle } else { nil } }
}
