import Markup
import Staffing

/// One timesheet in a list.
struct TimesheetRow: Sendable {
    let seen: SeenSheet
    let worker: String
    let job: String
    let scheduled: Int
    let worked: Int
    let exceptions: [TimesheetException]
    let standing: TimesheetStanding
    /// Whether this viewer may decide it now.
    let isDecidable: Bool

    var isClean: Bool { exceptions.isEmpty }

    func html(_ say: any Sentences) -> Markup {
        let words = say.ofTimesheets
        let address = Routes.timesheet(seen.id)
        return """
            <tr>
              \(isDecidable ? pick(words) : nil)
              <th scope="row"><a href="\(address)">\(worker)</a></th>
              <td class="job muted" data-label="\(words.job)">\(job)</td>
              <td class="number muted scheduled" data-label="\(words.of)">\(words.hours(scheduled))</td>
              <td class="number hours" data-label="\(words.hours)">\(words.hours(worked))</td>
              \(standing == .waiting ? findings(say) : state(say))
              \(isDecidable ? sendBack(address, words) : nil)
            </tr>

            """
    }

    private func pick(_ words: any TimesheetWords) -> Markup {
        let seen = seen.text
        return """
            <td class="pick"><label><input type="checkbox" name="sheet" value="\(seen)" \
            data-minutes="\(worked)"\(if: isClean, " checked")><span class="hidden-visually">\
            \(words.select(worker))</span></label>\
            \(if: isClean, "<input type=\"hidden\" name=\"clean\" value=\"\(seen)\">")</td>
            """
    }

    private func findings(_ say: any Sentences) -> Markup {
        let found: Markup =
            isClean
            ? "<span class=\"shape ok\">\(say.ofTimesheets.clean)</span>"
            : "<span class=\"chips\">\(exceptions.map { $0.chip(say) })</span>"
        return """
            <td class="exceptions" data-label="\(say.ofTimesheets.exceptions)">\(found)</td>
            """
    }

    private func state(_ say: any Sentences) -> Markup {
        "<td class=\"exceptions\" data-label=\"\(say.ofTimesheets.status)\">\(standing.shape(say))</td>"
    }

    private func sendBack(_ address: Address, _ words: any TimesheetWords) -> Markup {
        """
        <td class="act"><a href="\(address.at(fragment: "reject"))">\
        \(words.sendBack)<span class="hidden-visually"> \(worker)</span></a></td>
        """
    }
}

extension TimesheetException {
    func chip(_ say: any Sentences) -> Markup {
        let tone: StaticString =
            switch self {
            case .editedAfterSubmission: "info"
            case .overtime, .doubleTime, .longDay, .outsideAssignment, .overSchedule, .overtimeUnclassified,
                .overtimeDiffers, .missedBreak, .noHours:
                "warn"
            }
        return "<span class=\"chip \(tone)\">\(say.ofTimesheetRules.chip(self))</span>"
    }
}
