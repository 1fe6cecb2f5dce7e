import HTTP
import Markup
import Staffing

/// A client's access log, a page at a time.
struct ClientLogPage {
    let visit: Visit
    let view: ClientLogView
    private let page: ListPage

    init(visit: Visit, view: ClientLogView) throws(Problem) {
        self.visit = visit
        self.view = view
        page = try ListPage(visit.query["page"], total: view.lines.count)
    }

    private var say: any Sentences { visit.say }

    var response: Response {
        Page(say.accessLog, visit.frame, place: Routes.people.address, content: content).response()
    }

    private var content: Markup {
        let file = view.filter.narrowed(Routes.accessLogFile.address)
        return """
            <div class="page-head"><div><a class="back" href="\(Routes.people.address)">\(say.people)</a>
            <h1>\(say.accessLog)</h1><p class="muted">\(say.logExplanation(zone: view.zone))</p></div>\
            <a class="button" href="\(file)">\(say.logExport)</a></div>
            \(filters)
            \(view.isCut ? Notice(.info, say.logCut(view.lines.count, visit.frame.agencyName)).html : nil)
            \(view.lines.isEmpty ? empty : table)
            \(page.links(view.filter.narrowed(Routes.accessLog.address), say))
            """
    }

    private var filters: Markup {
        let people = view.people.map { option($0.id.pathText, $0.name, isChosen: isChosen(.contact($0.id))) }
        let agency = option(
            LogFilter.Who.agencyText, visit.frame.agencyName, isChosen: isChosen(.agency))
        let kinds = LogDeed.Kind.allCases.map {
            option($0.rawValue, say.log($0), isChosen: view.filter.kind == $0)
        }
        return """
            <form class="filters" method="get" action="\(Routes.accessLog.address)" role="search">
            <div class="field"><label for="person">\(say.personColumn)</label>\
            <select class="input" id="person" name="person"><option value="">\(say.logEverybody)</option>\
            \(agency)\(people)</select></div>
            <div class="field"><label for="kind">\(say.logKind)</label>\
            <select class="input" id="kind" name="kind"><option value="">\(say.logEverything)</option>\
            \(kinds)</select></div>
            \(date("from", say.logFrom, view.filter.from))
            \(date("through", say.logThrough, view.filter.through))
            <button class="button">\(say.filter)</button></form>
            """
    }

    private func isChosen(_ who: LogFilter.Who) -> Bool { view.filter.who == who }

    private func option(_ value: String, _ label: String, isChosen: Bool) -> Markup {
        "<option value=\"\(value)\"\(if: isChosen, " selected")>\(label)</option>"
    }

    private func date(_ id: StaticString, _ label: String, _ day: Day?) -> Markup {
        """
        <div class="field"><label for="\(id)">\(label)</label>\
        <input class="input" id="\(id)" name="\(id)" type="date" value="\(day?.iso ?? "")"></div>
        """
    }

    private var empty: Markup {
        "<section class=\"empty\"><h2>\(say.logEmpty)</h2><p>\(say.logEmptyHint)</p></section>"
    }

    private var table: Markup {
        """
        <div class="table"><table><caption class="hidden-visually">\(say.accessLog)</caption>
        <thead><tr><th scope="col">\(say.logTime)</th><th scope="col">\(say.personColumn)</th>\
        <th scope="col">\(say.logWhat)</th><th scope="col">\(say.logNetwork)</th></tr></thead>
        <tbody>\(page.rows(of: view.lines).map(row))</tbody></table></div>
        """
    }

    private func row(_ line: LogLine) -> Markup {
        let name = line.name.isEmpty ? say.logNobody : line.name
        return """
            <tr><td class="tabular" data-label="\(say.logTime)"><time datetime="\(view.clock.iso(line.at))">\
            \(view.clock.stamp(line.at))</time></td><th scope="row">\(name)\
            \(if: line.isAgency, "<span class=\"sub\">\(visit.frame.agencyName)</span>")</th>\
            <td data-label="\(say.logWhat)">\(line.words(say))\
            \(line.subject.map { "<span class=\"sub\">\($0)</span>" as Markup })\
            \(line.page.map { "<span class=\"sub code\">\($0)</span>" as Markup })</td>\
            <td class="code" data-label="\(say.logNetwork)">\(line.network ?? "–")</td></tr>
            """
    }
}
