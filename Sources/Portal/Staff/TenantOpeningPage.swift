import Formats
import HTTP
import Markup
import Staffing

/// The form that opens a client.
struct TenantOpeningPage {
    let visit: Visit
    /// The short name and the name of a client that was begun and never finished.
    var fixed: (slug: String, name: String)?
    let errors: FormErrors

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }

    var response: Response {
        let page = Page(
            words.openTenant, visit.frame, place: Routes.tenants.address, layout: .narrow,
            isError: !errors.isEmpty, content: content)
        return page.response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    private var content: Markup {
        """
        \(errors.summary(say))
        <div class="page-head"><div><a class="back" href="\(Routes.tenants.address)">\(say.clients)</a>
        <h1>\(words.openTenant)</h1></div></div>
        <form class="form" method="post" action="\(Routes.tenants.address)" data-guard>
        \(visit.frame.csrfField)
        \(identity)
        \(calendar)
        \(billing)
        <div class="actions"><button class="button primary">\(words.openTenant)</button>\
        <a class="button quiet" href="\(Routes.tenants.address)">\(words.cancel)</a></div></form>
        """
    }

    private var fields: StaffFields { StaffFields(form: visit.form, errors: errors) }

    private var identity: Markup {
        let slug = fields.text(
            "slug", words.slug, hint: words.slugHint(visit.services.setting.baseDomain),
            otherwise: fixed?.slug ?? "", isShort: true, isFixed: fixed != nil)
        return """
            \(fields.text("name", words.tenantName, otherwise: fixed?.name ?? "", isFixed: fixed != nil))
            \(slug)
            """
    }

    private var calendar: Markup {
        let languages = Language.allCases.map {
            StaffFields.Choice(value: $0.rawValue, label: words.language($0))
        }
        let weekdays = Staffing.Weekday.allCases.map {
            StaffFields.Choice(value: String($0.rawValue), label: $0.name)
        }
        let first = Language.english.rawValue
        return """
            \(fields.select("language", words.tenantLanguage, languages, otherwise: first))
            \(fields.text("zone", words.timeZone, hint: words.timeZoneHint))
            \(fields.select("workweek", words.workweekStart, weekdays, otherwise: "0"))
            """
    }

    private var billing: Markup {
        let currencies = Currency.allCases.map { StaffFields.Choice(value: $0.rawValue, label: $0.rawValue) }
        let terms = fields.text(
            "terms", words.paymentTerms, hint: words.paymentTermsHint, otherwise: "30", isShort: true)
        return """
            \(fields.select("currency", words.currency, currencies, otherwise: Currency.usd.rawValue))
            <div class="fields">
            \(fields.text("prefix", words.invoicePrefix, hint: words.invoicePrefixHint, isShort: true))
            \(terms)
            </div>
            """
    }
}

extension Staffing.Weekday {
    /// `Monday`
    var name: String { Formats.Weekday(rawValue: rawValue + 1)?.name(.englishUS) ?? "" }
}
