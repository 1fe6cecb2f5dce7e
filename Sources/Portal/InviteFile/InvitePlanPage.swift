import Crypto
import Formats
import HTTP
import Markup
import Staffing

/// What a file would do, or what is left of it: figures, then refused rows, then everybody with a sentence.
struct InvitePlanPage {
    let desk: InviteDesk
    let order: InviteOrder
    let plan: InvitePlan
    let stepUp: StepUp
    /// Set when it was just done.
    var done: InviteRun.Outcome?
    var isChangedMeanwhile = false
    private let names: NodeNames
    private let client: String
    private let counts: InviteCounts

    /// A page of more rows helps nobody; the figures count all, and the file of refused rows has them all.
    static let mostRows = 200

    init(desk: InviteDesk, order: InviteOrder, plan: InvitePlan, state: TenantState, stepUp: StepUp) {
        self.desk = desk
        self.order = order
        self.plan = plan
        self.stepUp = stepUp
        names = NodeNames(state)
        client = state.client.name
        counts = InviteCounts(plan)
    }

    private var say: any Sentences { desk.say }
    private var words: any InviteFileWords { desk.words }

    func response(_ status: Status = .ok) -> Response {
        Page(
            title, desk.visit.frame, place: desk.place, isError: status != .ok, content: content
        ).response(status)
    }

    private var title: String { done == nil ? words.checkTitle : words.doneTitle }

    private var content: Markup {
        """
        \(if: isChangedMeanwhile, Notice(.warn, words.changedMeanwhile).html)
        \(done.map(doneNotice))
        <div class="page-head"><div><a class="back" href="\(desk.form)">\(words.title)</a>
          <h1>\(title)</h1><p class="muted">\(client)\
        \(if: done == nil, " · \(words.nothingDone)")</p></div></div>
        \(refusedNotice)
        <section class="panel"><dl class="facts facts-large">\(figures)</dl></section>
        \(done == nil ? confirmation : after)
        \(table(words.refusedRows, refusedHead, refusedLines, refusedRow))
        \(table(words.peopleOfFile, peopleHead, plan.people.filter(\.isToBeDone), person))
        \(table(words.unchangedRows, peopleHead, unchangedLines, unchanged))
        """
    }

    private func doneNotice(_ done: InviteRun.Outcome) -> Markup {
        let more = [
            done.refused > 0 ? words.refusedMeanwhile(done.refused) : nil,
            done.unsent > 0 ? words.unsent(done.unsent) : nil,
        ].compactMap(\.self)
        return Notice(
            more.isEmpty ? .ok : .warn,
            words.done(invited: done.invited, extended: done.extended, linked: done.linked),
            content: "\(more.map { "<p>\($0)</p>" as Markup })"
        ).html
    }

    private var refusedNotice: Markup? {
        guard counts.refusedRows > 0 else { return nil }
        return """
            <section class="notice warn"><p class="notice-title">\(words.rowsRefused(counts.refusedRows))</p>
              <p>\(words.rowsRefusedHint)</p>
              <p><a class="button" href="\(order.address(desk.refused))">\(words.refusedFile)</a></p>
            </section>
            """
    }

    private var figures: [Markup] {
        let all: [(String, Int)] = [
            (words.invitedFigure, counts.invited), (words.extendedFigure, counts.extended),
            (words.linkedFigure, counts.linked), (words.unchangedRows, counts.unchangedRows),
            (words.refusedRows, counts.refusedRows), (words.rowsFigure, counts.rows),
        ]
        return all.filter { $1 > 0 }.map { "<div><dt>\($0)</dt><dd>\($1)</dd></div>" }
    }

    private var confirmation: Markup {
        guard !counts.isNothing else { return "<p>\(words.nothingToDo)</p>\(again)" }
        guard stepUp.isProved else { return stepUp.form(next: order.address(desk.check)) }
        let button = words.confirm(
            invited: counts.invited, extended: counts.extended, linked: counts.linked)
        return """
            <form class="actions" method="post" action="\(desk.invitations)">\(desk.visit.frame.csrfField)
              <input type="hidden" name="file" value="\(order.file.hex)">
              <input type="hidden" name="seen" value="\(plan.seen)">
              <button class="button primary">\(button)</button>
              <a class="button quiet" href="\(desk.form)">\(words.another)</a>
            </form>
            """
    }

    private var after: Markup {
        """
        <div class="actions"><a class="button primary" href="\(desk.people)">\(say.toPeople)</a>
          <a class="button" href="\(desk.form)">\(words.another)</a></div>
        """
    }

    private var again: Markup { "<p><a class=\"button\" href=\"\(desk.form)\">\(words.another)</a></p>" }
}

extension InvitePlanPage {
    /// The first rows of a kind under their heading; nothing at all when there are none.
    private func table<Row>(
        _ caption: String, _ head: Markup, _ rows: [Row], _ row: (Row) -> Markup
    ) -> Markup? {
        guard !rows.isEmpty else { return nil }
        let shown = rows.prefix(Self.mostRows)
        let note = shown.count < rows.count ? words.firstOf(shown.count, rows.count) : String(rows.count)
        return """
            <div class="table"><table><caption>\(caption) <span class="muted">· \(note)</span></caption>
            <thead><tr>\(head)</tr></thead><tbody>\(shown.map(row))</tbody></table></div>
            """
    }

    private var refusedHead: Markup {
        """
        <th scope="col" class="number">\(words.line)</th><th scope="col">\(say.personColumn)</th>\
        <th scope="col">\(words.column)</th><th scope="col">\(words.whatToDo)</th>
        """
    }

    private var refusedLines: [(InviteLine, InviteFault)] {
        plan.lines.compactMap { line in
            if case .refused(let fault) = line.outcome { (line, fault) } else { nil }
        }
    }

    private func refusedRow(_ line: InviteLine, _ fault: InviteFault) -> Markup {
        """
        <tr><td class="number muted" data-label="\(words.line)">\(line.row.line)</td>\
        <th scope="row">\(line.name)<span class="sub">\(line.row[.email])</span></th>\
        <td data-label="\(words.column)"><span class="shape bad">\(fault.column.rawValue)</span></td>\
        <td data-label="\(words.whatToDo)">\(words.explain(fault))</td></tr>
        """
    }

    private var peopleHead: Markup {
        """
        <th scope="col">\(say.personColumn)</th><th scope="col">\(words.whatHappens)</th>\
        <th scope="col">\(words.ability)</th>
        """
    }

    private func person(_ person: InvitedPerson) -> Markup {
        let deed: Markup =
            if person.known == nil {
                "<span class=\"shape ok\">\(words.isInvited)</span>"
            } else if person.asks.isEmpty {
                "<span class=\"shape info\">\(words.isLinked)</span>"
            } else {
                "<span class=\"shape info\">\(words.isExtended)</span>"
            }
        let sentences = person.asks.map { "<p>\(sentence($0))</p>" as Markup }
        return row(
            person.known?.name ?? person.name, person.address.text, deed,
            person.asks.isEmpty ? "<p>\(words.newLinkWhy)</p>" : "\(sentences)")
    }

    private var unchangedLines: [(InviteLine, GrantAsk)] {
        plan.lines.compactMap { line in
            if case .unchanged(let ask) = line.outcome { (line, ask) } else { nil }
        }
    }

    private func unchanged(_ line: InviteLine, _ ask: GrantAsk) -> Markup {
        row(
            line.name, line.row[.email], "<span class=\"shape\">\(words.isUnchanged)</span>",
            "\(sentence(ask))")
    }

    private func row(_ name: String, _ email: String, _ deed: Markup, _ abilities: Markup) -> Markup {
        """
        <tr><th scope="row">\(name)<span class="sub">\(email)</span></th>\
        <td data-label="\(words.whatHappens)">\(deed)</td>\
        <td data-label="\(words.ability)">\(abilities)</td></tr>
        """
    }

    /// In the words of the form for one person.
    private func sentence(_ ask: GrantAsk) -> String {
        let ability = say.ability(ask.role, at: names[ask.node], in: desk.visit.roles)
        let today = desk.visit.today
        let from = ask.days.from == today ? say.sentenceToday : ask.days.from.civil.text(.short, .englishUS)
        let until = ask.days.through?.civil.text(.short, .englishUS) ?? say.furtherNotice
        return "\(say.sentenceCan) \(ability) \(say.sentenceFrom) \(from), \(say.sentenceUntil) \(until)"
    }
}
