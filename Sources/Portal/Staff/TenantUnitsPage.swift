import HTTP
import Markup
import Staffing

struct TenantUnitsPage {
    let visit: Visit
    let id: TenantID
    let view: TenantUnitsView
    let errors: FormErrors

    private var say: any AgencySentences { visit.staffSay }
    private var words: any UnitWords { visit.staffSay.ofUnits }
    private var mayChange: Bool { visit.may(.manageTenants, at: .tenant) }

    var response: Response {
        Page(
            words.title, visit.frame, place: Routes.tenants.address, isError: !errors.isEmpty,
            content: content
        ).response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var content: Markup {
        """
        \(errors.summary(say))
        \(done)
        \(TenantHead(id: id, name: view.name, title: words.title, explanation: words.explanation).html)
        \(view.rows.isEmpty ? empty : table)
        \(mayChange ? form : nil)
        """
    }

    private var done: Markup? {
        switch visit.query["done"] {
        case "added": Notice(.ok, words.added).html
        case "changed": Notice(.ok, words.changed).html
        default: nil
        }
    }

    private var empty: Markup {
        "<section class=\"empty\"><h2>\(words.none)</h2><p>\(words.noneExplanation)</p></section>"
    }

    private var table: Markup {
        """
        <div class="table"><table><caption class="hidden-visually">\(words.title)</caption>
        <thead><tr><th scope="col">\(words.name)</th><th scope="col">\(words.kind)</th>\
        <th scope="col" class="number">\(words.assignments)</th>\
        <th scope="col">\(words.state)</th></tr></thead><tbody>\(view.rows.map(line))</tbody></table></div>
        """
    }

    private func line(_ row: TenantUnitsView.Row) -> Markup {
        let unit = row.unit
        let state: Markup =
            unit.isRetired
            ? "<span class=\"shape\">\(words.retired)</span>"
            : "<span class=\"shape ok\">\(words.inUse)</span>"
        return """
            <tr><th scope="row">\(unit.name)<span class="sub code">\(unit.code)</span></th>\
            <td data-label="\(words.kind)">\(visit.staffSay.name(unit.kind))</td>\
            <td class="number" data-label="\(words.assignments)">\(row.assignments)</td>\
            <td data-label="\(words.state)">\(state)\(mayChange ? change(unit) : nil)</td></tr>
            """
    }

    private func change(_ unit: Unit) -> Markup {
        """
        <details class="quiet"><summary>\(words.change)\
        <span class="hidden-visually"> \(unit.name)</span></summary>
        <form class="stack-tight" method="post" action="\(Routes.tenantUnitChange(id))">\
        \(visit.frame.csrfField)<input type="hidden" name="unit" value="\(unit.id.pathText)">
        <label for="name-\(unit.id.pathText)">\(words.name)</label>
        <input class="input" id="name-\(unit.id.pathText)" name="name" value="\(unit.name)">
        <div class="actions"><button class="button small-button" name="state" \
        value="\(unit.isRetired ? "retired" : "used")">\(words.rename)</button>
        <button class="button small-button" name="state" value="\(unit.isRetired ? "used" : "retired")">\
        \(unit.isRetired ? words.restore : words.retire)</button></div></form></details>
        """
    }

    private var form: Markup {
        let fields = StaffFields(form: visit.form, errors: errors)
        let kinds = Unit.Kind.allCases.map {
            StaffFields.Choice(value: $0.rawValue, label: visit.staffSay.name($0))
        }
        return """
            <section class="panel stack"><h2>\(words.add)</h2>
            <form class="form" method="post" action="\(Routes.tenantUnits(id))" data-guard>
            \(visit.frame.csrfField)
            <div class="fields">
            \(fields.select("kind", words.kind, kinds, otherwise: Unit.Kind.department.rawValue))
            \(fields.text("code", words.code, hint: words.codeHint, isShort: true))
            \(fields.text("name", words.name))
            </div>
            <div class="actions"><button class="button primary">\(words.add)</button></div>
            </form></section>
            """
    }
}
