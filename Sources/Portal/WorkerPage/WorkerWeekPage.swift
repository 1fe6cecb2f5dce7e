import HTTP
import Markup
import Staffing

/// One week of a worker: what came back and why, the hours, and the box that says that they are right.
struct WorkerWeekPage {
    let visit: Visit
    let key: TokenKey
    let desk: HoursDesk
    let entry: HoursEntry
    var errors = FormErrors()

    private var say: any Sentences { visit.say }
    private var words: any WorkerPageWords { say.ofWorkerPage }

    func response() -> Response {
        let title = say.ofTimesheets.week(desk.key.week)
        let state = words.state(desk.standing, due: say.ofTimesheets.day(desk.due))
        let content: Markup = """
            \(errors.summary(say))\(errors.isEmpty ? notices : [])
            <div class="page-head"><div><a class="back" href="\(Routes.ownHours(key))">\(words.back)</a>
            <div class="title-line"><h1>\(title)</h1>\
            <span class="chip \(desk.standing.tone)">\(state)</span></div>
            <p class="muted">\(desk.worker.name) · \
            \(words.job(desk.assignment.title, at: desk.worksite.name))</p></div></div>
            \(desk.isApproved ? approved : form)
            \(desk.sheet == nil ? nothingWorked : nil)
            """
        return Page(title, visit.frame, layout: .narrow, isError: !errors.isEmpty, content: content)
            .response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var notices: [Markup] {
        var all: [Markup] = []
        if visit.query["done"] == "saved" {
            all.append(Notice(.ok, words.saved).html)
        } else if desk.draft != nil {
            all.append(Notice(.info, words.draftKept).html)
        }
        if let back = desk.sentBack(say) { all.append(Notice(.warn, back).html) }
        return all
    }

    private var form: Markup {
        """
        <form class="form" method="post" action="\(Routes.ownHours(key))" data-guard>
        \(HoursFields(desk: desk, entry: entry, errors: errors, say: say).html)
        <div class="field">\(errors.note(for: "attested"))
        <label class="check"><input type="checkbox" id="attested" name="attested" value="yes"\
        \(errors.mark("attested"))><span>\(attestation)</span></label></div>
        <div class="actions"><button class="button primary">\
        \(desk.sheet == nil ? words.send : words.sendAgain)</button>\
        \(mayKeepDraft ? saving : nil)</div></form>
        """
    }

    private var attestation: String {
        desk.hasMeals || desk.hasRests ? words.attestationBreaks : words.attestation
    }

    /// What has been sent is changed by sending it again; a draft beside it would say two things at once.
    private var mayKeepDraft: Bool {
        if case .submitted = desk.standing { false } else { true }
    }

    private var saving: Markup {
        "<button class=\"button\" formaction=\"\(Routes.ownHoursDraft(key))\">\(words.saveForLater)</button>"
    }

    private var approved: Markup {
        let lines = (desk.sheet?.days ?? []).map { worked in
            """
            <tr><th scope="row">\(say.ofTimesheets.day(worked.day))</th>\
            <td class="tabular">\(desk.times(worked))</td>\
            <td class="number">\(say.ofTimesheets.hours(worked.hours.total))</td></tr>
            """ as Markup
        }
        return """
            <p>\(words.cannotChange)</p>
            <div class="table"><table><caption class="hidden-visually">\(words.total)</caption>
            <thead><tr><th scope="col">\(say.ofTimesheetRules.day)</th>\
            <th scope="col">\(say.ofTimesheetRules.punches)</th>\
            <th scope="col" class="number">\(words.total)</th></tr></thead>
            <tbody>\(lines)</tbody></table></div>
            """
    }

    private var reasons: IdleWeekFields {
        IdleWeekFields(
            reasons: IdleWeek.Reason.all(for: .zeroAttested), chosen: visit.form["reason"],
            typed: visit.form["words"] ?? "", errors: errors, say: say)
    }

    private var nothingWorked: Markup {
        let isOpen = ["reason", "words", "nothing"].contains { errors.has($0) }
        return """
            <details class="panel"\(if: isOpen, " open")><summary>\(words.nothingWorked)</summary>
            <form class="form" method="post" action="\(Routes.ownHoursNone(key))">
            <p class="hint">\(words.nothingWorkedHint)</p>
            <input type="hidden" name="assignment" value="\(desk.key.assignment.pathText)">\
            <input type="hidden" name="week" value="\(desk.key.week.iso)">
            \(reasons.html)
            <div class="field">\(errors.note(for: "nothing"))
            <label class="check"><input type="checkbox" id="nothing" name="nothing" value="yes"\
            \(errors.mark("nothing"))><span>\(words.nothingWorkedAttestation)</span></label></div>
            <div class="actions"><button class="button">\(words.sayNothingWorked)</button></div></form>
            </details>
            """
    }
}

extension HoursDesk {
    /// Why the hours came back, in the words of whoever sent them.
    func sentBack(_ say: any Sentences) -> String? {
        guard case .sentBack = standing, let sheet else { return nil }
        for entry in sheet.history.reversed() {
            if case .rejected(let reason, let words) = entry.what {
                return say.ofWorkerPage.sentBack(say.ofTimesheetRules.name(reason), words: words)
            }
        }
        return nil
    }

    func times(_ worked: WorkedDay) -> String {
        worked.punches.sorted { $0.start < $1.start }
            .map { clock.time($0.start) + "–" + clock.time($0.end) }.joined(separator: ", ")
    }
}
