import Formats
import Markup
import Staffing

/// The seven days of a week as fields, with what was typed and what is wrong with it.
struct HoursFields {
    let desk: HoursDesk
    let entry: HoursEntry
    let errors: FormErrors
    let say: any Sentences

    private var words: any HoursFormWords { say.ofHoursForm }

    var html: Markup {
        """
        <input type="hidden" name="assignment" value="\(desk.key.assignment.pathText)">\
        <input type="hidden" name="week" value="\(desk.key.week.iso)">
        <p class="hint">\(words.hint) \(words.timesAreOf(desk.worksite.name))</p>
        <div class="day-forms">\(HoursEntry.days.map(day))</div>
        """
    }

    private func day(_ place: Int) -> Markup {
        let date = desk.key.week.adding(days: place)
        let scheduled = desk.assignment.schedule[date]
        let legend = words.legend(
            say.ofTimesheets.day(date),
            scheduled: scheduled > 0 ? say.ofTimesheets.hours(scheduled) : nil)
        return """
            <fieldset class="day-form\(if: isWrong(place), " is-wrong")"><legend>\(legend)</legend>
            \(HoursEntry.Field.allCases.compactMap { errors.note(for: $0.name(place)) })
            <div class="day-fields">\(time(.start, place, words.start))\
            \(time(.breakStart, place, words.breakStart))\(time(.breakEnd, place, words.breakEnd))\
            \(time(.end, place, words.end))\(hours(place))</div>
            \(desk.hasRests ? missed(place) : nil)</fieldset>

            """
    }

    private func isWrong(_ place: Int) -> Bool {
        HoursEntry.Field.allCases.contains { errors.has($0.name(place)) }
    }

    /// A browser's time field shows nothing that is no time, and nothing that was typed may be lost.
    private func time(_ field: HoursEntry.Field, _ place: Int, _ label: String) -> Markup {
        let (id, text) = (field.name(place), entry.text(field, place))
        let isTime = text.isEmpty || (try? ClockTime(text))?.iso == text
        return """
            <div class="field"><label for="\(id)">\(label)</label>
            <input class="input" id="\(id)" name="\(id)" type="\(isTime ? "time" as Markup : "text")" \
            value="\(text)"\(errors.mark(id))></div>
            """
    }

    private func hours(_ place: Int) -> Markup {
        let id = HoursEntry.Field.hours.name(place)
        return """
            <div class="field"><label for="\(id)">\(words.orHours)</label>
            <input class="input" id="\(id)" name="\(id)" inputmode="decimal" autocomplete="off" \
            value="\(entry.text(.hours, place))"\(errors.mark(id))></div>
            """
    }

    private func missed(_ place: Int) -> Markup {
        let id = HoursEntry.Field.missed.name(place)
        return """
            <label class="check"><input type="checkbox" id="\(id)" name="\(id)" value="yes"\
            \(if: entry.isMissed(place), " checked")><span>\(words.restMissed)</span></label>
            """
    }
}

/// The form that says that no hours come, and why.
struct IdleWeekFields {
    let reasons: [IdleWeek.Reason]
    let chosen: String?
    let typed: String
    let errors: FormErrors
    let say: any Sentences

    var html: Markup {
        let words = say.ofWorkerPage
        let options = reasons.map { reason in
            """
            <option value="\(reason.rawValue)"\(if: reason.rawValue == chosen, " selected")>\
            \(words.reason(reason))</option>
            """ as Markup
        }
        return """
            <div class="field"><label for="reason">\(words.reason)</label>\(errors.note(for: "reason"))
            <select class="input" id="reason" name="reason"\(errors.mark("reason"))>\
            <option value=""></option>\(options)</select></div>
            <div class="field"><label for="words">\(words.words)</label>\(errors.note(for: "words"))
            <input class="input" id="words" name="words" value="\(typed)"\(errors.mark("words"))></div>
            """
    }
}
