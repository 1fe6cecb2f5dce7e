import Markup
import Staffing

/// The sections of a list: one for each worksite while sheets wait, one for each week afterwards.
struct TimesheetTables {
    let listing: TimesheetListing
    let say: any Sentences

    private var words: any TimesheetWords { say.ofTimesheets }

    var html: Markup { "\(listing.sections.enumerated().map { section($1, number: $0 + 1) })" }

    private func section(_ section: TimesheetListing.Section, number: Int) -> Markup {
        """
        <section class="group" id="g\(number)" aria-labelledby="g\(number)-title">
          <div class="section-head"><h2 id="g\(number)-title">\
        \(section.worksite?.name ?? words.week(section.week))</h2>\(cleanButton(section))</div>
          \(section.tables.enumerated().map { table($1, in: section, number, isFirst: $0 == 0) })
        </section>

        """
    }

    /// One tap for what is clean at one worksite.
    private func cleanButton(_ section: TimesheetListing.Section) -> Markup? {
        let count = section.cleanDecidable
        guard let worksite = section.worksite, count > 0, listing.worksites.count > 1 else { return nil }
        return """
            <button class="button small-button" name="clean-at" value="\(worksite.id.pathText)">\
            \(words.approveClean(count, at: worksite.name))</button>
            """
    }

    private func table(
        _ table: TimesheetListing.Table, in section: TimesheetListing.Section, _ number: Int, isFirst: Bool
    ) -> Markup {
        // One box selects the whole section; a heading above the other tables would have nothing to say.
        let pick: Markup =
            isFirst
            ? "<th scope=\"col\" class=\"pick\">\(selectAll(number, at: table.worksite))</th>"
            : "<td class=\"pick\"></td>"
        return """
            <div class="table sheets"><table>
              <caption>\(section.worksite == nil ? table.worksite.name : words.week(table.week)) \
            <span class="muted">· \(words.count(table.rows.count))</span>\
            \(if: table.isLate, " <span class=\"shape warn\">\(words.late)</span>")</caption>
              <thead><tr>\(table.isDecidable ? pick : nil)\
            <th scope="col">\(words.worker)</th><th scope="col">\(words.job)</th>\
            <th scope="col" class="number">\(words.scheduled)</th>\
            <th scope="col" class="number hours">\(words.worked)</th>\
            <th scope="col">\(section.worksite == nil ? words.status : words.exceptions)</th>\
            \(if: table.isDecidable, actionHead)</tr></thead>
              <tbody>\(table.rows.map { $0.html(say, amongDecidable: table.isDecidable) })</tbody>
            </table></div>
            """
    }

    private var actionHead: Markup {
        "<th scope=\"col\"><span class=\"hidden-visually\">\(words.action)</span></th>"
    }

    private func selectAll(_ number: Int, at worksite: Worksite) -> Markup {
        """
        <label data-needs-script hidden><input type="checkbox" data-select="#g\(number)">\
        <span class="hidden-visually">\(words.selectAll(at: worksite.name))</span></label>
        """
    }
}

/// The same in a form that approves: selected ones, all clean ones, or the clean ones of one worksite.
struct TimesheetBatchForm {
    let listing: TimesheetListing
    let visit: Visit

    private var words: any TimesheetWords { visit.say.ofTimesheets }
    private var rows: [TimesheetRow] {
        listing.sections.flatMap(\.tables).flatMap(\.rows).filter(\.isDecidable)
    }

    var html: Markup {
        let clean = rows.count { $0.isClean }
        return """
            <form class="form" method="post" \
            action="\(listing.filter.narrowing.narrowed(Routes.timesheetApprovals.address))" data-batch \
            data-one="\(words.approveRunning)" data-other="\(words.approveRunning)" \
            data-none="\(words.selectSome)">
            \(visit.frame.csrfField)\(firstButton)
            \(TimesheetTables(listing: listing, say: visit.say).html)
            <div class="batch">
              <label class="check" data-needs-script hidden><input type="checkbox" data-select="all"> \
            \(words.selectAll(rows.count))</label>
              <div class="actions"><button class="button primary" name="scope" value="selected" data-running>\
            \(words.approveSelected)</button>
              \(clean > 0 ? approveClean(clean) : nil)</div>
            </div>
            </form>
            """
    }

    /// Enter presses the first button of a form: it must be this one, not a worksite's.
    private var firstButton: Markup {
        """
        <button class="hidden-visually" name="scope" value="selected" tabindex="-1" aria-hidden="true">\
        \(words.approveSelected)</button>
        """
    }

    private func approveClean(_ count: Int) -> Markup {
        """
        <button class="button quiet" name="scope" value="clean">\(words.approveClean(count))</button>
        """
    }
}
