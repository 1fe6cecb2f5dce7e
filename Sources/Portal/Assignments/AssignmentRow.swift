import Markup
import Staffing

/// One assignment in the list.
struct AssignmentRow: Sendable {
    let worker: String
    let job: String
    let worksite: String
    /// Its department and cost center, where it has any.
    let units: [String]
    let days: DayRange
    let schedule: WeekSchedule
    /// For viewers for whom it opens.
    let billRate: HourlyRate?
    let isComing: Bool

    /// `currency` is that of the rates, in a list that has a column for them.
    func html(_ words: any AssignmentWords, rateIn currency: Currency?) -> Markup {
        """
        <tr>
          <th scope="row">\(worker)\(isComing ? coming(words) : nil)</th>
          <td data-label="\(words.job)">\(job)</td>
          <td data-label="\(words.worksite)">\(worksite)\
        \(units.map { "<span class=\"sub\">\($0)</span>" as Markup })</td>
          <td data-label="\(words.dates)">\(words.days(days))</td>
          <td class="number" data-label="\(words.schedule)">\(words.hoursAWeek(schedule))</td>
          \(currency.map { rate(words, $0) })
        </tr>

        """
    }

    private func coming(_ words: any AssignmentWords) -> Markup {
        " <span class=\"chip info\">\(words.starts(days.from))</span>"
    }

    private func rate(_ words: any AssignmentWords, _ currency: Currency) -> Markup {
        guard let billRate else { return "<td></td>" }
        return """
            <td class="number" data-label="\(words.billRate)">\(words.rate(billRate, currency))</td>
            """
    }
}
