import Formats
import Markup
import Staffing

/// The fields about a person, alike for somebody new and somebody known.
struct PersonFields {
    let visit: Visit
    let draft: PersonDraft
    let errors: FormErrors
    let places: PersonPlaces
    /// What a known person holds now, when its dates differ: each box then says its own.
    var recorded: [Grant] = []

    private var say: any Sentences { visit.say }

    /// Those that clients may give, and what this person holds of the others.
    private var offered: [RoleDefinition] {
        visit.roles.all(of: .client).filter { definition in
            (definition.isGivenByClients && !definition.isRetired)
                || draft.holdings.contains { $0.role == definition.role }
        }
    }

    var html: Markup {
        """
        <div class="field"><label for="name">\(say.personName)</label>\(errors.note(for: "name"))
          <input class="input" id="name" name="name" value="\(draft.name)" autocomplete="off" \
        data-feeds="who" required\(errors.mark("name"))></div>
        <div class="field"><label for="email">\(say.email)</label>\(errors.note(for: "email"))
          <input class="input" id="email" name="email" type="email" value="\(draft.email)" \
        autocomplete="off" required\(errors.mark("email"))></div>
        <div class="fields">
          <div class="field"><label for="language">\(say.personLanguage)</label>
            <select class="input" id="language" name="language">\
        \(Language.allCases.map(option))</select></div>
          <div class="field"><label for="from">\(say.fromDay)</label>\(errors.note(for: "from"))
            <input class="input" id="from" name="from" type="date" value="\(draft.from)" data-feeds="from"\
        \(errors.mark("from"))></div>
          <div class="field"><label for="through">\(say.throughDay) <span class="optional">\
        \(say.optionalMark)</span></label>\(errors.note(for: "through"))
            <input class="input" id="through" name="through" type="date" value="\(draft.through)" \
        data-feeds="through"\(errors.mark("through"))></div>
        </div>
        \(if: !recorded.isEmpty, "<p class=\"hint\">\(say.datesDiffer)</p>")
        \(roles)
        \(LimitFields(visit: visit, draft: draft.limit, errors: errors, places: places).html)
        \(sentence)
        """
    }

    private func option(_ language: Language) -> Markup {
        """
        <option value="\(language.rawValue)"\(if: language == draft.language, " selected")>\
        \(say.name(language))</option>
        """
    }

    private var roles: Markup {
        """
        <fieldset class="stack" id="grants" tabindex="-1"><legend class="label">\(say.personRoles)</legend>
          <p class="hint">\(say.personRolesHint)</p>\(errors.note(for: "grants"))
          <dl class="facts-rows small">\(offered.map(explanation))</dl>
          \(places.nodes.map { place($0.node, name: $0.name) })
        </fieldset>
        """
    }

    private func explanation(_ role: RoleDefinition) -> Markup {
        "<dt>\(say.name(role))</dt><dd>\(say.hint(role))</dd>"
    }

    private func place(_ node: Node, name: String?) -> Markup {
        """
        <fieldset class="group-box"><legend>\(name ?? say.wholeCompany)</legend>
          <div class="choices">\
        \(offered.map { box(Holding($0.role, node), of: $0, at: name) })</div></fieldset>
        """
    }

    private func box(_ holding: Holding, of role: RoleDefinition, at place: String?) -> Markup {
        let own = recorded.filter { $0.holding == holding }
        let dates = own.map { $0.days.text(say, on: visit.today) }.filter { !$0.isEmpty }
        return """
            <label class="choice"><input type="checkbox" name="grant" value="\(holding.formText)" \
            data-feeds="what" data-word="\(say.ability(role, at: place))"\
            \(if: draft.holdings.contains(holding), " checked")> \(say.name(role))\
            \(dates.map { " <span class=\"small muted\">\($0)</span>" as Markup })</label>
            """
    }
}

extension PersonFields {
    /// What the form will do, in the same words and order as the script would write them.
    private var sentence: Markup {
        let name = draft.name.trimmed
        return """
            <p class="sentence" role="status"><b data-follows="who" data-otherwise="\(say.thisPerson)">\
            \(name.isEmpty ? say.thisPerson : name)</b> \(say.sentenceCan) \
            <b data-follows="what" data-separator="\(say.sentenceAnd)" data-otherwise="\(say.doNothingYet)">\
            \(abilities)</b> \(dates).</p>
            """
    }

    private var abilities: String {
        let chosen = places.nodes.flatMap { node, name in
            offered.filter { draft.holdings.contains(Holding($0.role, node)) }.map {
                say.ability($0, at: name)
            }
        }
        return chosen.isEmpty ? say.doNothingYet : chosen.joined(separator: say.sentenceAnd)
    }

    private var dates: Markup {
        let hasOwn = !recorded.isEmpty
        let from = hasOwn ? say.datesAsRecorded : say.sentenceToday
        let start: Markup = """
            \(say.sentenceFrom) <b data-follows="from" data-otherwise="\(from)">\
            \(draft.from.isEmpty ? from : draft.from)</b>
            """
        if hasOwn { return start }
        return """
            \(start), \(say.sentenceUntil) <b data-follows="through" data-otherwise="\(say.furtherNotice)">\
            \(draft.through.isEmpty ? say.furtherNotice : draft.through)</b>
            """
    }
}

extension DayRange {
    /// What is unusual about it on this day: it has not begun, it will end, it has ended. Empty for nothing.
    func text(_ say: any Sentences, on day: Day) -> String {
        func printed(_ day: Day) -> String { day.civil.text(.short, say.formats) }
        if let through, through < day { return say.ended(printed(through)) }
        let start = from > day ? say.begins(printed(from)) : nil
        return [start, through.map { say.ends(printed($0)) }].compactMap(\.self).joined(separator: " ")
    }
}
