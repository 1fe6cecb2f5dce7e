import Formats
import Markup
import Staffing

/// How much somebody approves alone, as it is typed into the form about a person.
struct LimitDraft: Sendable {
    private let formats: FormatLanguage
    var hours = ""
    var amount = ""

    init(_ limit: ApprovalLimit?, _ formats: FormatLanguage) {
        self.formats = formats
        hours = limit?.minutes.map { hoursText($0, formats) } ?? ""
        amount = limit?.amount.map { DecimalStyle(formats).text($0, scale: 2) } ?? ""
    }

    init(hours: String?, amount: String?, _ formats: FormatLanguage) {
        self.formats = formats
        self.hours = hours?.trimmed ?? ""
        self.amount = amount?.trimmed ?? ""
    }

    private var minutes: Int? {
        formats.typed.lazy.compactMap { try? $0.parseMinutes(hours) }.first.flatMap { Int(exactly: $0) }
    }

    private var cents: Int64? {
        formats.typed.lazy.compactMap { try? $0.parse(amount, scale: 2) }.first
    }

    func addErrors(to errors: inout FormErrors, _ say: any Sentences) {
        if !hours.isEmpty, minutes == nil { errors.add("limit-hours", say.ofLimits.hoursUnclear) }
        if !amount.isEmpty, cents == nil { errors.add("limit-amount", say.ofLimits.amountUnclear) }
    }

    /// An amount is changed only by who may see rates; for others the one that there is stays.
    func limit(keepingAmountOf old: ApprovalLimit?, _ visit: Visit) -> ApprovalLimit? {
        ApprovalLimit(
            minutes: hours.isEmpty ? nil : minutes,
            amount: visit.showsRates ? (amount.isEmpty ? nil : cents) : old?.amount)
    }
}

/// The fields for it. They are folded away: most people have no limit.
struct LimitFields {
    let visit: Visit
    let draft: LimitDraft
    let errors: FormErrors
    let places: PersonPlaces

    private var words: any LimitWords { visit.say.ofLimits }

    var html: Markup {
        let isOpen = !draft.hours.isEmpty || visit.showsRates && !draft.amount.isEmpty || hasErrors
        return """
            <details class="group-box"\(if: isOpen, " open")><summary>\(words.limitTitle)</summary>
              <div class="stack-tight">
              <p class="hint">\(words.limitHint) \(words.unlimited(places.unlimited))</p>\(nobody)
              <div class="fields">\
            \(field("limit-hours", words.hoursLimit, draft.hours))\
            \(visit.showsRates ? field("limit-amount", amountLabel, draft.amount) : nil)</div></div>
            </details>
            """
    }

    /// Where what is above everybody's limit would wait for ever.
    private var nobody: Markup? {
        guard !places.limited.isEmpty else { return nil }
        return "<p class=\"hint\"><b>\(words.nobodyUnlimited(at: places.limited)).</b></p>"
    }

    private var hasErrors: Bool { errors.has("limit-hours") || errors.has("limit-amount") }
    private var amountLabel: String { words.amountLimit(places.currency.rawValue) }

    private func field(_ id: StaticString, _ label: String, _ value: String) -> Markup {
        """
        <div class="field"><label for="\(id)">\(label) \
        <span class="optional">\(visit.say.optionalMark)</span></label>\(errors.note(for: id))
        <input class="input input-short" id="\(id)" name="\(id)" inputmode="decimal" value="\(value)" \
        autocomplete="off"\(errors.mark(id))></div>
        """
    }
}

extension FormatLanguage {
    /// How people of this language type a number. In French the point separates no thousands, so it can only
    /// be a decimal mark.
    fileprivate var typed: [DecimalConvention] {
        switch self {
        case .englishUS, .englishCA, .spanishUS: [.pointGroupedByComma]
        case .frenchCA: [.commaGroupedBySpace, .point]
        }
    }
}
