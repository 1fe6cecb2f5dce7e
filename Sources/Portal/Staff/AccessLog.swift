import Access
import Formats
import HTTP
import Markup
import Staffing
import Tenancy

/// Who looked at what, the newest first.
enum AccessLog {
    static let rows = 100
    static let mostRows = 5_000

    static func show(_ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        let limit = try limit(visit.query["limit"])
        let wanted = SearchWords(visit.query["q"])
        let place = (visit.query["client"] ?? "").trimmed
        let isUnknown = !place.isEmpty && place != "agency" && realm(place, visit) == nil
        var records: [AccessRecord] = []
        if !isUnknown {
            let trail = visit.services.trail
            await trail.drain()
            records = await trail.newest(in: realm(place, visit), limit: limit + 1) {
                wanted.matches($0.name)
            }
        }
        let shown = Array(records.prefix(limit))
        let page = AccessLogPage(
            visit: visit, wanted: wanted, place: place, isUnknown: isUnknown,
            records: shown, names: await names(of: shown, visit),
            next: records.count > limit && limit < mostRows ? min(limit + rows, mostRows) : nil)
        return Page(
            visit.staffSay.accessLog, visit.frame, place: Routes.accessLog.address, content: page.html
        )
        .response()
    }

    /// At a sign-in no name is looked up. Of clients that rest now they stay unknown: none is woken for it.
    private static func names(of records: [AccessRecord], _ visit: Visit) async -> [Account: String] {
        let nameless = records.filter { $0.name.isEmpty && $0.person != .nobody }
        var names: [Account: String] = [:]
        for account in Set(nameless.map { Account(realm: $0.realm, person: $0.person) }) {
            switch (account.realm, account.person) {
            case (.tenant(let id), .contact(let contact)):
                guard let tenant = visit.services.tenants.awake(id) else { continue }
                names[account] = await tenant.run { $0.contact(contact)?.name }
            case (_, .staff(let staff)): names[account] = visit.services.world.staff[staff]?.name
            default: continue
            }
        }
        return names
    }

    /// `agency` can be nobody's short name.
    private static func realm(_ text: String, _ visit: Visit) -> Realm? {
        if text == "agency" { return .agency }
        guard let id = TenantID(text), visit.services.tenants.isRegistered(id) else { return nil }
        return .tenant(id)
    }

    private static func limit(_ text: String?) throws(Problem) -> Int {
        guard let text else { return rows }
        guard let limit = plainNumber(text, digits: 4), (1...mostRows).contains(limit) else { throw .missing }
        return limit
    }
}

struct AccessLogPage {
    let visit: Visit
    let wanted: SearchWords
    /// What somebody typed as a client's short name.
    let place: String
    let isUnknown: Bool
    let records: [AccessRecord]
    let names: [Account: String]
    /// How many to show next, where there are more.
    let next: Int?

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }

    var html: Markup {
        """
        <div class="page-head"><div><h1>\(say.accessLog)</h1>\
        <p class="muted">\(words.accessLogExplanation)</p></div></div>
        \(filters)
        \(isUnknown ? Notice(.warn, words.noSuchClient).html : nil)
        \(records.isEmpty ? (isUnknown ? nil : empty) : table)
        \(next.map(more))
        """
    }

    private var filters: Markup {
        """
        <form class="filters" method="get" action="\(Routes.accessLog.address)" role="search">
        <div class="field"><label for="q">\(words.person)</label>\
        <input class="input" id="q" name="q" type="search" value="\(wanted.text)"></div>
        <div class="field"><label for="client">\(words.accessLogPlace)</label>\
        <input class="input" id="client" name="client" value="\(place)"></div>
        <button class="button">\(words.listFilter)</button></form>
        """
    }

    private var empty: Markup {
        "<section class=\"empty\"><h2>\(words.nothingFound)</h2><p>\(words.searchOtherwise)</p></section>"
    }

    private var table: Markup {
        """
        <div class="table"><table><caption class="hidden-visually">\(say.accessLog)</caption>
        <thead><tr><th scope="col">\(words.accessTime)</th><th scope="col">\(words.person)</th>\
        <th scope="col">\(words.accessedRecords)</th><th scope="col">\(words.accessedPage)</th>\
        <th scope="col" class="number">\(words.accessOutcome)</th>\
        <th scope="col">\(words.network)</th></tr></thead>
        <tbody>\(records.map(line))</tbody></table></div>
        """
    }

    private func line(_ record: AccessRecord) -> Markup {
        let realm =
            switch record.realm {
            case .agency: words.agencyItself
            case .tenant(let id): id.slug
            }
        return """
            <tr><td class="tabular muted" data-label="\(words.accessTime)">\
            <time datetime="\(record.at.isoUTC)">\
            \(record.at.textUTC)</time></td><th scope="row">\(name(record))\
            \(if: record.person.isStaff, "<span class=\"sub\">\(visit.frame.agencyName)</span>")</th>\
            <td data-label="\(words.accessedRecords)">\(realm)</td>\
            <td class="code" data-label="\(words.accessedPage)">\(record.method) \(record.path)\
            \(visit.staffSay.log(record.occasion).map { "<span class=\"sub\">\($0)</span>" as Markup })</td>\
            <td class="number" data-label="\(words.accessOutcome)">\(record.status)</td>\
            <td class="code" data-label="\(words.network)">\(record.network)</td></tr>
            """
    }

    private func name(_ record: AccessRecord) -> String {
        if !record.name.isEmpty { return record.name }
        return names[Account(realm: record.realm, person: record.person)] ?? visit.staffSay.logNobody
    }

    private func more(_ limit: Int) -> Markup {
        let address = Routes.accessLog.address.filtered("q", wanted.text).filtered("client", place)
            .with("limit", limit)
        return """
            <nav class="pages" aria-label="\(visit.staffSay.pages)"><span>\(words.newestFirst)</span>\
            <a class="button small-button" href="\(address)" rel="next">\(words.showMore)</a></nav>
            """
    }
}

extension Viewer.Person {
    fileprivate var isStaff: Bool {
        switch self {
        case .staff: true
        case .contact, .worker, .system, .nobody: false
        }
    }
}

extension Moment {
    /// `Nov 21, 2026, 14:22:07`
    var textUTC: String {
        "\(CivilDate(localSeconds: seconds).text(.short, .englishUS)), \(clockUTC)"
    }

    /// RFC 3339.
    fileprivate var isoUTC: String { "\(CivilDate(localSeconds: seconds).iso)T\(clockUTC)Z" }

    private var clockUTC: String {
        let second = Int(seconds - CivilDate(localSeconds: seconds).localSeconds)
        return [second / 3600, second / 60 % 60, second % 60]
            .map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    }
}
