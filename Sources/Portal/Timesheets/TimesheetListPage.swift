import HTTP
import Markup
import Staffing

/// What waits for the viewer, or what was decided.
struct TimesheetListPage {
    let listing: TimesheetListing
    let notices: [Markup]
    let deadlines: Deadlines
    let visit: Visit

    private var say: any Sentences { visit.say }
    private var words: any TimesheetWords { visit.say.ofTimesheets }
    private var filter: TimesheetFilter { listing.filter }

    var response: Response {
        Page(say.timesheets, visit.frame, place: Routes.timesheets.address, content: content).response()
    }

    private var content: Markup {
        """
        \(notices)
        <div class="page-head">
          <div><h1>\(say.timesheets)</h1>\(summary)\(due)</div>
          \(tabs)
        </div>
        \(isSearchable ? filters : nil)
        \(listing.total == 0 ? empty : nil)
        \(listing.sections.isEmpty ? nil : list)
        \(pages)
        \(listing.total == 0 ? nil : ListFile.link(filter.file, say))
        """
    }

    /// A phone shows what waits first: a few sheets of one worksite need no search.
    private var isSearchable: Bool {
        listing.worksites.count > 1 || listing.total > Self.fewRows || filter.narrowing.isNarrow
    }

    private static let fewRows = 12

    private var summary: Markup? {
        guard listing.decidable > 0 else { return nil }
        let text = words.summary(
            waiting: listing.decidable, unusual: listing.decidable - listing.decidableClean,
            clean: listing.decidableClean)
        return "<p class=\"muted\">\(text)</p>"
    }

    /// By when what waits must be decided.
    private var due: [Markup] {
        guard filter.tab == .waiting, listing.total > 0 else { return [] }
        return deadlines.groups.prefix(Deadlines.mostShown).map { group in
            "<p class=\"small\">\(say.ofCutoffs.dueBy(group.stamp, at: group.worksites, own: group.own))</p>"
        }
    }

    private var tabs: Markup {
        """
        <nav class="tabs" aria-label="\(say.timesheets)">\
        \(tab(.waiting, words.waiting))\(tab(.done, words.done))\
        \(ExpectedListPage.tab(late: listing.late, isHere: false, say))</nav>
        """
    }

    private func tab(_ tab: TimesheetFilter.Tab, _ label: String) -> Markup {
        """
        <a href="\(filter.address(tab: tab))"\(if: filter.tab == tab, " aria-current=\"page\"")>\(label)</a>
        """
    }

    private var filters: Markup {
        SiteNarrowingForm(
            narrowing: filter.narrowing, worksites: listing.worksites, action: Routes.timesheets.address,
            label: words.search,
            kept: filter.tab == .done ? "<input type=\"hidden\" name=\"state\" value=\"done\">" : nil,
            say: say
        ).html
    }

    private var list: Markup {
        listing.decidable > 0 && listing.sections.contains { $0.tables.contains { $0.isDecidable } }
            ? TimesheetBatchForm(listing: listing, visit: visit).html
            : TimesheetTables(listing: listing, say: say).html
    }
}

extension TimesheetListPage {
    private var empty: Markup {
        if filter.narrowing.isNarrow {
            return emptyState(
                words.nothingFound, words.tryOtherName, Routes.timesheets.address, words.clearFilter)
        }
        switch filter.tab {
        case .waiting:
            return emptyState(
                words.nothingWaits, nextDeadline ?? words.thisWeekEnds(listing.weekEnd),
                TimesheetFilter.done, words.seeDone)
        case .done:
            return emptyState(
                words.nothingDone, words.nothingDoneYet, Routes.timesheets.address, words.waiting)
        }
    }

    private var nextDeadline: String? {
        deadlines.groups.first.map { say.ofCutoffs.nothingWaits(until: $0.stamp, at: $0.worksites) }
    }

    private func emptyState(
        _ title: String, _ explanation: String, _ address: Address, _ label: String
    ) -> Markup {
        """
        <section class="empty"><svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">\
        <rect class="mark-tile" width="32" height="32" rx="7"/>\
        <path class="mark-stroke" d="M6.5 17.5 11 22 20 10M16.5 21.5 17 22 26 10"/></svg>
          <h2>\(title)</h2><p>\(explanation)</p><a class="button" href="\(address)">\(label)</a></section>
        """
    }

    private var pages: Markup? {
        PageLinks(page: listing.page, of: listing.total, by: SiteNarrowing.rowsPerPage, say) {
            filter.address(page: $0)
        }?.html
    }
}
