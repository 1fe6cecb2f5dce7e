import HTTP
import Markup
import Staffing

/// The third tab of the timesheets.
struct ExpectedListPage {
    static let state = "expected"
    static let address = Routes.timesheets.address.with("state", state)

    let listing: ExpectedListing
    let visit: Visit

    private var say: any Sentences { visit.say }
    private var words: any TimesheetWords { say.ofTimesheets }
    private var expected: any ExpectedWords { say.ofExpected }

    var response: Response {
        Page(say.timesheets, visit.frame, place: Routes.timesheets.address, content: content).response()
    }

    /// The tab itself, for the other lists and this one.
    static func tab(late: Int, isHere: Bool, _ say: any Sentences) -> Markup {
        let count: Markup? = late == 0 ? nil : " <span class=\"count\">\(late)</span>"
        return """
            <a href="\(address)"\(if: isHere, " aria-current=\"page\"")>\(say.ofExpected.tab)\(count)</a>
            """
    }

    private var content: Markup {
        let early = listing.total - listing.late
        return """
            <div class="page-head">
              <div><h1>\(say.timesheets)</h1><p class="muted">\(expected.explanation)</p></div>
              <nav class="tabs" aria-label="\(say.timesheets)">\
            <a href="\(Routes.timesheets.address)">\(words.waiting)</a>\
            <a href="\(TimesheetFilter.done)">\(words.done)</a>\
            \(Self.tab(late: listing.late, isHere: true, say))</nav>
            </div>
            \(filters)
            \(listing.rows.isEmpty ? empty : table(expected.count(late: listing.late, early: early)))
            \(listing.idle.isEmpty ? nil : idle)
            \(pages)
            """
    }

    private var filters: Markup {
        SiteNarrowingForm(
            narrowing: listing.narrowing, worksites: listing.worksites, action: Routes.timesheets.address,
            label: words.search, kept: "<input type=\"hidden\" name=\"state\" value=\"\(Self.state)\">",
            say: say
        ).html
    }

    private var empty: Markup {
        guard !listing.narrowing.isNarrow else {
            return """
                <section class="empty"><h2>\(words.nothingFound)</h2><p>\(words.tryOtherName)</p>\
                <a class="button" href="\(Self.address)">\(words.clearFilter)</a></section>
                """
        }
        return """
            <section class="empty"><h2>\(expected.nothingExpected)</h2>\
            <p>\(expected.nothingExpectedExplanation)</p></section>
            """
    }

    private func table(_ caption: String) -> Markup {
        """
        <div class="table"><table><caption>\(caption)</caption>
        \(head)<tbody>\(listing.rows.map(line))</tbody></table></div>
        """
    }

    private var head: Markup {
        """
        <thead><tr><th scope="col">\(words.worker)</th><th scope="col">\(say.ofWorkerPage.week)</th>\
        <th scope="col">\(words.worksite)</th><th scope="col">\(expected.standing)</th></tr></thead>
        """
    }

    private func line(_ row: ExpectedListing.Row) -> Markup {
        let due = words.day(row.sheet.due)
        let state: Markup =
            row.isLate
            ? "<span class=\"shape warn\">\(expected.lateSince(due))</span>"
            : "<span class=\"shape info waiting\">\(expected.dueBy(due))</span>"
        return """
            <tr><th scope="row">\(row.worker)<span class="sub">\(row.sheet.assignment.title)</span></th>\
            <td data-label="\(say.ofWorkerPage.week)">\(words.week(row.sheet.week))</td>\
            <td data-label="\(words.worksite)">\(row.worksite)</td>\
            <td data-label="\(expected.standing)">\(state)</td></tr>

            """
    }

    private var idle: Markup {
        let lines = listing.idle.map { row in
            """
            <tr><th scope="row">\(row.worker)</th>\
            <td data-label="\(say.ofWorkerPage.week)">\(words.week(row.idle.key.week))</td>\
            <td data-label="\(words.worksite)">\(row.worksite)</td>\
            <td data-label="\(expected.standing)"><span class="shape">\
            \(expected.idle(row.idle.kind, row.idle.reason))</span></td></tr>

            """ as Markup
        }
        return """
            <div class="table"><table><caption>\(expected.noHours)</caption>\(head)<tbody>\(lines)</tbody>\
            </table></div>
            """
    }

    private var pages: Markup? {
        PageLinks(page: listing.page, of: listing.total, by: SiteNarrowing.rowsPerPage, say) {
            listing.narrowing.narrowed(Self.address, page: $0)
        }?.html
    }
}
