import HTTP
import Mail
import Markup
import Staffing

/// The mails of the last month: to whom, how each stands, why, and when it is tried next.
struct MailPage {
    let visit: Visit
    let hasServer: Bool
    let wanted: SearchWords
    let state: MailState?
    let counts: [MailState: Int]
    let page: ListPage
    let entries: [MailEntry]

    private var words: any StaffWords { visit.words }

    var html: Markup {
        """
        \(result)
        <div class="page-head"><div><h1>\(words.mailTitle)</h1>\
        <p class="muted">\(words.mailExplanation)</p></div></div>
        \(hasServer ? nil : Notice(.warn, words.noMailServer, content: noServer).html)
        \(counts.isEmpty ? nil : facts)
        \(counts.isEmpty ? nil : filters)
        \(entries.isEmpty ? (hasServer ? empty : nil) : table)
        \(page.links(address, visit.staffSay))
        """
    }

    private var address: Address {
        Routes.mail.address.filtered("q", wanted.text).filtered("state", state?.rawValue ?? "")
    }

    private var result: Markup? {
        switch visit.query["done"].flatMap(MailSlice.Done.init) {
        case .changed: Notice(.ok, words.mailChanged).html
        case .settled: Notice(.warn, words.mailSettledAlready).html
        case .onItsWay: Notice(.warn, words.mailOnItsWay).html
        case nil: nil
        }
    }

    private var noServer: Markup { "<p>\(words.noMailServerExplanation)</p>" }

    private var facts: Markup {
        let figures = [MailState.waiting, .failed, .sent].map { state in
            "<div><dt>\(words.mailState(state))</dt><dd>\(counts[state] ?? 0)</dd></div>" as Markup
        }
        return "<dl class=\"facts facts-large panel\">\(figures)</dl>"
    }

    private var filters: Markup {
        let options = MailState.allCases.map { choice in
            """
            <option value="\(choice.rawValue)"\(if: choice == state, " selected")>\
            \(words.mailState(choice))</option>
            """ as Markup
        }
        return """
            <form class="filters" method="get" action="\(Routes.mail.address)" role="search">
            <div class="field"><label for="q">\(words.mailRecipient)</label>\
            <input class="input" id="q" name="q" type="search" value="\(wanted.text)"></div>
            <div class="field"><label for="state">\(words.listState)</label>\
            <select class="input" id="state" name="state"><option value="">\(words.all)</option>\
            \(options)</select></div>
            <button class="button">\(words.listFilter)</button></form>
            """
    }

    private var empty: Markup {
        let isAny = counts.isEmpty
        return """
            <section class="empty"><h2>\(isAny ? words.noMails : words.nothingFound)</h2>\
            <p>\(isAny ? words.noMailsExplanation : words.searchOtherwise)</p></section>
            """
    }

    private var table: Markup {
        """
        <div class="table"><table><caption class="hidden-visually">\(words.mailTitle)</caption>
        <thead><tr><th scope="col">\(words.mailRecipient)</th><th scope="col">\(words.mailWritten)</th>\
        <th scope="col">\(words.listState)</th>\
        <th scope="col"><span class="hidden-visually">\(words.mailActions)</span></th></tr></thead>
        <tbody>\(entries.map(line))</tbody></table></div>
        """
    }

    private func line(_ entry: MailEntry) -> Markup {
        """
        <tr><th scope="row">\(entry.recipient)\
        \(entry.addressee.map { "<span class=\"sub code\">\($0.realm)</span>" as Markup })</th>\
        <td class="tabular" data-label="\(words.mailWritten)">\(stamp(entry.written))</td>\
        <td data-label="\(words.listState)"><span class="\(tone(entry))">\
        \(words.mailState(MailState(entry)))</span>\(explanation(entry))</td>\
        <td>\(entry.isWaiting ? actions(entry) : nil)</td></tr>
        """
    }

    private func tone(_ entry: MailEntry) -> StaticString {
        switch MailState(entry) {
        case .waiting: entry.trouble == nil ? "shape info waiting" : "shape warn"
        case .failed: "shape bad"
        case .sent: "shape ok"
        case .ended: "shape"
        }
    }

    private func explanation(_ entry: MailEntry) -> Markup {
        var lines: [String] = []
        if let trouble = entry.trouble { lines.append(visit.staffSay.mailTrouble(trouble)) }
        lines.append(words.mailStanding(entry.standing, attempts: entry.attempts, at: moment(entry)))
        return "\(lines.map { "<span class=\"sub\">\($0)</span>" as Markup })"
    }

    private func moment(_ entry: MailEntry) -> String { stamp(entry.standing.moment) }

    private func stamp(_ seconds: Int64) -> String {
        LocalClock(nil).stamp(Moment(microseconds: seconds * 1_000_000))
    }

    private func actions(_ entry: MailEntry) -> Markup {
        let key = MailKey(entry.id)
        return """
            <div class="actions"><form method="post" action="\(Routes.mailAttempt(key))">\
            \(visit.frame.csrfField)<button class="button small-button">\(words.mailTryNow)</button></form>\
            <form method="post" action="\(Routes.mailWithdrawal(key))">\(visit.frame.csrfField)\
            <button class="button small-button">\(words.mailGiveUp)</button></form></div>
            """
    }
}
