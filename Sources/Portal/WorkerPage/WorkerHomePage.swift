import HTTP
import Markup
import Staffing
import Tenancy

/// The weeks of one worker at one client: what is open, what came back, and what became of the rest.
struct WorkerHomePage {
    let worker: Worker
    let key: TokenKey
    let client: String
    let rows: [Row]
    let visit: Visit

    struct Row {
        let week: WorkerWeek
        let worksite: String
        let minutes: Int?
    }

    init(worker: Worker, key: TokenKey, _ tenant: isolated Tenant, _ visit: Visit) {
        let state = tenant.state
        self.worker = worker
        self.key = key
        self.visit = visit
        client = state.client.name
        rows = state.weeks(of: worker.id, on: tenant.today).map { week in
            Row(
                week: week, worksite: state.worksites[week.assignment.worksite]?.name ?? "",
                minutes: week.sheet.flatMap { state.timesheets[$0]?.hours.total })
        }
    }

    private var say: any Sentences { visit.say }
    private var words: any WorkerPageWords { say.ofWorkerPage }

    var response: Response {
        let content: Markup = """
            \(notice)
            <div class="page-head"><div><h1>\(words.title)</h1>
            <p class="muted">\(words.hello(worker.name, at: client))</p></div></div>
            \(rows.isEmpty ? empty : "<ul class=\"weeks\">\(rows.map(line))</ul>")
            """
        return Page(words.title, visit.frame, layout: .narrow, content: content).response()
    }

    private var notice: Markup? {
        switch visit.query["done"] {
        case "sent": Notice(.ok, words.sent).html
        case "none": Notice(.ok, words.saidNothingWorked).html
        case _: nil
        }
    }

    private var empty: Markup {
        """
        <section class="empty"><h2>\(words.nothing)</h2><p>\(words.nothingExplanation)</p></section>
        """
    }

    private func line(_ row: Row) -> Markup {
        let address = row.week.key.address(Routes.ownHours(key))
        let state = words.state(row.week.standing, due: say.ofTimesheets.day(row.week.due))
        return """
            <li class="panel week-line"><div><h2><a href="\(address)">\
            \(say.ofTimesheets.week(row.week.week))</a></h2>
            <p class="muted">\(words.job(row.week.assignment.title, at: row.worksite))</p>
            <p><span class="shape \(row.week.standing.tone)">\(state)</span>\
            \(row.minutes.map { " · \(say.ofTimesheets.hours($0))" as Markup })</p></div>
            <a class="button\(if: row.week.standing.isAsked, " primary")" href="\(address)">\(action(row))\
            <span class="hidden-visually"> \(say.ofTimesheets.week(row.week.week))</span></a></li>

            """
    }

    private func action(_ row: Row) -> String {
        switch row.week.standing {
        case .expected, .late, .idle: words.fillIn
        case .sentBack, .submitted: words.correct
        case .approved: words.look
        }
    }
}

extension WorkerWeek.Standing {
    var tone: StaticString {
        switch self {
        case .expected: "info waiting"
        case .late, .sentBack: "warn"
        case .idle, .submitted: "info"
        case .approved: "ok"
        }
    }

    /// Whether it waits for the worker.
    var isAsked: Bool {
        switch self {
        case .expected, .late, .sentBack: true
        case .idle, .submitted, .approved: false
        }
    }
}

/// A link that opens nothing: never made, ended, or another company's. All look the same.
struct WorkerGonePage {
    let visit: Visit
    let retryAfterSeconds: Int?

    var response: Response {
        let words = visit.say.ofWorkerPage
        let text = retryAfterSeconds == nil ? words.linkGoneExplanation : words.tooManyTries
        let content: Markup = """
            <section class="panel stack"><h1>\(words.linkGone)</h1><p>\(text)</p></section>
            """
        return Page(words.linkGone, visit.frame, layout: .center, isError: true, content: content)
            .response(
                retryAfterSeconds == nil ? .notFound : .tooManyRequests, retryAfterSeconds: retryAfterSeconds)
    }
}
