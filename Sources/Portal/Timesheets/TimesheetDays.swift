import Markup
import Staffing

/// The days of the week: scheduled beside worked, with the punches where the source had them.
struct TimesheetDays {
    let detail: TimesheetDetail
    let say: any Sentences

    private var words: any TimesheetWords { say.ofTimesheets }
    private var rules: any TimesheetRuleWords { say.ofTimesheetRules }
    private var punched: Bool { detail.hasPunches }

    var html: Markup {
        """
        <div class="table days"><table>
          <caption>\(rules.days)</caption>
          <thead><tr><th scope="col">\(rules.day)</th><th scope="col">\(words.scheduled)</th>\
        \(if: punched, "<th scope=\"col\">\(rules.punches)</th><th scope=\"col\">\(rules.breaks)</th>")\
        <th scope="col" class="number">\(words.hours)</th>\
        <th scope="col">\(words.exceptions)</th></tr></thead>
          <tbody>\((0..<7).map { row(detail.sheet.week.adding(days: $0)) })</tbody>
          <tfoot><tr><th scope="row">\(rules.total)</th><td></td>\(if: punched, "<td></td><td></td>")\
        <td class="number total">\(words.hours(detail.sheet.hours.total))</td><td></td></tr></tfoot>
        </table></div>
        \(zone)
        """
    }

    private var zone: Markup? {
        guard let punch = detail.sheet.days.flatMap(\.punches).first else { return nil }
        let text = rules.timesAreShown(at: detail.worksite.name, in: detail.clock.zone(punch.start))
        return "<p class=\"small muted\">\(text)</p>"
    }

    private func row(_ day: Day) -> Markup {
        let worked = detail.worked(on: day)
        let minutes = worked?.hours.total ?? 0
        let scheduled = detail.assignment.schedule[day]
        let plan = scheduled > 0 ? words.hours(scheduled) : rules.dayOff
        return """
            <tr\(if: scheduled == 0 && minutes == 0, " class=\"off\"")>
              <th scope="row" class="nowrap">\(words.day(day))</th>
              <td class="tabular scheduled" data-label="\(words.scheduled)">\(plan)</td>
              \(punched ? clock(worked) : nil)
              <td class="number total" data-label="\(words.hours)">\(words.hours(minutes))</td>
              <td class="span" data-label="\(words.exceptions)">\(findings(day, worked))</td>
            </tr>

            """
    }

    private func clock(_ worked: WorkedDay?) -> Markup {
        let punches = (worked?.punches ?? []).sorted { $0.start < $1.start }
        let times = punches.enumerated().map { place, punch -> Markup in
            let comma = place + 1 < punches.count ? ", " : ""
            return "<span class=\"nowrap\">\(text(punch, on: worked?.day))</span>\(comma)"
        }
        let gaps = zip(punches, punches.dropFirst()).reduce(0) { $0 + $1.1.start.seconds - $1.0.end.seconds }
        return """
            <td class="tabular worked" data-label="\(rules.punches)">\(times.isEmpty ? ["—"] : times)</td>
            <td class="break" data-label="\(rules.breaks)">\
            \(gaps > 0 ? rules.minutes(Int(gaps / 60)) : "—")</td>
            """
    }

    private func text(_ punch: Punch, on day: Day?) -> String {
        let end = detail.clock.time(punch.end)
        let isNextDay = day.map { detail.clock.day(punch.end) > $0 } ?? false
        return detail.clock.time(punch.start) + "–" + (isNextDay ? rules.nextDay(end) : end)
    }

    /// What is odd about this day itself; what is odd about the week stands above the table.
    private func findings(_ day: Day, _ worked: WorkedDay?) -> Markup? {
        var found: [TimesheetException] = []
        let hours = worked?.hours ?? HoursByType()
        if hours.overtime > 0 { found.append(.overtime(minutes: hours.overtime)) }
        if hours.doubleTime > 0 { found.append(.doubleTime(minutes: hours.doubleTime)) }
        found += detail.exceptions.filter { exception in
            switch exception {
            case .longDay(let odd, _), .outsideAssignment(let odd): odd == day
            case .missedBreak(let missed): missed.day == day
            case .overtime, .doubleTime, .overSchedule, .overtimeUnclassified, .overtimeDiffers,
                .editedAfterSubmission, .noHours:
                false
            }
        }
        guard !found.isEmpty else { return nil }
        return "<span class=\"chips\">\(found.map { $0.chip(say) })</span>"
    }
}
