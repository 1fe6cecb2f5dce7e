import Formats
import Markup
import Staffing

/// Which deadlines will be missed because nobody is there, and for each the form that mends it: one choice
/// made already, one button.
struct CoverageNotice {
    private let visit: Visit
    private let gaps: [Gap]
    private let candidates: [Contact]

    private struct Gap {
        let worksite: Worksite
        let stamp: String
        let reasons: [String]
        /// Who decides elsewhere, or would if they were there.
        let likely: ContactID?
    }

    /// For whoever can do something about it; to all others there is nothing.
    init(_ state: TenantState, _ visit: Visit) {
        self.visit = visit
        guard visit.may(.managePeople, at: .tenant) else {
            (gaps, candidates) = ([], [])
            return
        }
        let say = visit.say.ofCutoffs
        let forecast = CoverageForecast(
            state, under: visit.roles, visit.services.worksiteTime, on: visit.today)
        let found = forecast.gaps
        let people =
            found.isEmpty
            ? []
            : state.contacts.values.filter { $0.standing == .active }
                .sorted { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
        candidates = people
        gaps = found.compactMap { gap in
            guard let worksite = state.worksites[gap.occurrence.worksite] else { return nil }
            let missing = Set(gap.absences.map(\.contact))
            let likely = people.first {
                !missing.contains($0.id)
                    && Policy.mayAnywhere(
                        state.viewer($0, under: visit.roles), .decideTimesheets,
                        among: state.worksites.keys, on: visit.today)
            }
            return Gap(
                worksite: worksite, stamp: visit.clock(at: worksite).stamp(gap.occurrence.at),
                reasons: gap.absences.map { absence in
                    say.absence(state.contacts[absence.contact]?.name ?? "", absence.why) {
                        $0.civil.text(.short, visit.say.formats)
                    }
                }, likely: likely?.id)
        }
    }

    var html: Markup? {
        guard !gaps.isEmpty else { return nil }
        let words = visit.say.ofCutoffs
        let content: Markup = """
            <p>\(candidates.isEmpty ? words.nobodyToChoose : words.coverageHint)</p>
            <ul class="plain-list stack">\(gaps.map(item))</ul>
            """
        return Notice(.warn, words.willBeMissed, content: content).html
    }

    private func item(_ gap: Gap) -> Markup {
        let words = visit.say.ofCutoffs
        return """
            <li class="stack-tight"><b>\(words.gap(at: gap.worksite.name, by: gap.stamp))</b>\
            \(gap.reasons.map { "<span class=\"sub\">\($0)</span>" as Markup })\
            \(if: !candidates.isEmpty, form(gap))</li>
            """
    }

    private func form(_ gap: Gap) -> Markup {
        let words = visit.say.ofCutoffs
        let options = candidates.map { contact -> Markup in
            """
            <option value="\(contact.id.pathText)"\(if: contact.id == gap.likely, " selected")>\
            \(contact.name)</option>
            """
        }
        return """
            <form class="row" method="post" action="\(Routes.coverage.address)">\(visit.frame.csrfField)\
            <input type="hidden" name="worksite" value="\(gap.worksite.id.pathText)">\
            <select class="input" name="person" aria-label="\(words.chooseApprover)">\(options)</select>\
            <button class="button primary">\(words.letApprove)</button></form>
            """
    }
}
