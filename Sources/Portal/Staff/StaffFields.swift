import HTTP
import Markup

/// The fields of a form with what was typed into them and what is wrong with it.
struct StaffFields: Sendable {
    let form: Form
    let errors: FormErrors

    struct Choice: Sendable {
        let value: String
        let label: String
    }

    func text(
        _ id: StaticString, _ label: String, hint: String? = nil, otherwise: String = "",
        isShort: Bool = false, isFixed: Bool = false
    ) -> Markup {
        """
        <div class="field"><label for="\(id)">\(label)</label>\(hint.map { note(id, $0) })\
        \(errors.note(for: id))
        <input class="input\(if: isShort, " input-short")" id="\(id)" name="\(id)" \
        value="\(value(id) ?? otherwise)"\(errors.mark(id) ?? (hint == nil ? nil : described(id)))\
        \(if: isFixed, " readonly")></div>
        """
    }

    func select(
        _ id: StaticString, _ label: String, _ choices: [Choice], otherwise: String
    ) -> Markup {
        let chosen = value(id) ?? otherwise
        let options = choices.map { choice in
            """
            <option value="\(choice.value)"\(if: choice.value == chosen, " selected")>\(choice.label)</option>
            """ as Markup
        }
        return """
            <div class="field"><label for="\(id)">\(label)</label>\(errors.note(for: id))
            <select class="input" id="\(id)" name="\(id)"\(errors.mark(id))>\(options)</select></div>
            """
    }

    private func value(_ id: StaticString) -> String? { form[id.description] }

    private func note(_ id: StaticString, _ hint: String) -> Markup {
        "<p class=\"hint\" id=\"\(id)-hint\">\(hint)</p>"
    }

    private func described(_ id: StaticString) -> Markup { " aria-describedby=\"\(id)-hint\"" }
}
