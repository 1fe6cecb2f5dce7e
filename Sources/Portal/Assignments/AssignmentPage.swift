import HTTP
import Markup
import Staffing

/// The list of assignments, current ones or ended ones.
struct AssignmentPage {
    let listing: AssignmentListing
    let currency: Currency
    let visit: Visit

    private var say: any Sentences { visit.say }
    private var words: any AssignmentWords { visit.say.ofAssignments }
    private var filter: AssignmentFilter { listing.filter }

    var response: Response {
        Page(say.assignments, visit.frame, place: Routes.assignments.address, content: content).response()
    }

    private var content: Markup {
        """
        <div class="page-head">
          <div><h1>\(say.assignments)</h1></div>
          <nav class="tabs" aria-label="\(say.assignments)">\
        \(tab(.current, words.current))\(tab(.ended, words.ended))</nav>
        </div>
        \(filters)
        \(listing.rows.isEmpty ? empty : table)
        \(pages)
        \(listing.total == 0 ? nil : ListFile.link(filter.file, say))
        """
    }

    private func tab(_ tab: AssignmentFilter.Tab, _ label: String) -> Markup {
        """
        <a href="\(filter.address(tab: tab))"\(if: filter.tab == tab, " aria-current=\"page\"")>\(label)</a>
        """
    }

    private var filters: Markup {
        SiteNarrowingForm(
            narrowing: filter.narrowing, worksites: listing.worksites, action: Routes.assignments.address,
            label: words.worker,
            kept: filter.tab == .ended ? "<input type=\"hidden\" name=\"show\" value=\"ended\">" : nil,
            say: say
        ).html
    }

    private var table: Markup {
        let rates = listing.showsRates
        return """
            <div class="table"><table>
              <caption>\(words.caption) <span class="muted">· \(listing.total)</span></caption>
              <thead><tr><th scope="col">\(words.worker)</th><th scope="col">\(words.job)</th>\
            <th scope="col">\(words.worksite)</th><th scope="col">\(words.dates)</th>\
            <th scope="col" class="number">\(words.schedule)</th>\
            \(if: rates, "<th scope=\"col\" class=\"number\">\(words.billRate)</th>")</tr></thead>
              <tbody>\(listing.rows.map { $0.html(words, rateIn: rates ? currency : nil) })</tbody>
            </table></div>
            """
    }

    private var empty: Markup {
        let isNarrow = filter.narrowing.isNarrow
        return """
            <section class="empty"><h2>\(isNarrow ? words.nothingFound : words.nobody)</h2>\
            <p>\(isNarrow ? words.tryOther : words.nobodyYet)</p>\
            \(isNarrow ? showAll : nil)\
            </section>
            """
    }

    private var showAll: Markup {
        "<a class=\"button\" href=\"\(Routes.assignments.address)\">\(words.showAll)</a>"
    }

    private var pages: Markup? {
        PageLinks(page: listing.page, of: listing.total, by: SiteNarrowing.rowsPerPage, say) {
            filter.address(page: $0)
        }?.html
    }
}
