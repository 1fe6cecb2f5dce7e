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
        """
    }

    private func tab(_ tab: AssignmentFilter.Tab, _ label: String) -> Markup {
        """
        <a href="\(filter.address(tab: tab))"\(if: filter.tab == tab, " aria-current=\"page\"")>\(label)</a>
        """
    }

    private var filters: Markup {
        """
        <form class="filters" method="get" action="\(Routes.assignments.address)" role="search">
          \(if: filter.tab == .ended, "<input type=\"hidden\" name=\"show\" value=\"ended\">")
          <div class="field"><label for="q">\(words.worker)</label><input class="input" id="q" name="q" \
        type="search" maxlength="\(AssignmentFilter.longestSearch)" value="\(filter.search)"></div>
          \(listing.worksites.count > 1 ? worksiteField : nil)
          <button class="button">\(words.filter)</button>
        </form>
        """
    }

    private var worksiteField: Markup {
        let options = listing.worksites.map { worksite -> Markup in
            """
            <option value="\(worksite.id.pathText)"\(if: worksite.id == filter.worksite, " selected")>\
            \(worksite.name)</option>
            """
        }
        return """
            <div class="field"><label for="worksite">\(words.worksite)</label>\
            <select class="input" id="worksite" name="worksite">\
            <option value="">\(words.allWorksites)</option>\(options)</select></div>
            """
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
        let isNarrow = filter.isNarrow
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
        let size = AssignmentFilter.rowsPerPage
        let first = listing.page * size
        guard listing.total > size else { return nil }
        let last = min(first + size, listing.total)
        return """
            <nav class="pages" aria-label="\(words.pages)">\
            <span>\(words.range(first + 1, last, of: listing.total))</span>\
            \(listing.page > 0 ? link(words.previous, listing.page - 1) : nil)\
            \(last < listing.total ? link(words.next, listing.page + 1) : nil)</nav>
            """
    }

    private func link(_ label: String, _ page: Int) -> Markup {
        "<a class=\"button small-button\" href=\"\(filter.address(page: page))\">\(label)</a>"
    }
}
