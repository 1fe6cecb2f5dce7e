import Formats
import HTTP
import Journal
import Markup
import Staffing
import Tenancy

/// One client: how it stands, what it is set to, and where everything about it is found.
enum TenantOverview {
    static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let name = try await visit.tenantName(id)
        let standing = await visit.standing(of: id)
        var client: Client?
        if case .open = standing {
            client = try await visit.inTenant(id) { tenant throws(Problem) in tenant.state.client }
        }
        let overview = TenantOverviewPage(
            visit: visit, id: id, name: client?.name ?? name, client: client, standing: standing,
            done: visit.query["done"])
        return Page(overview.name, visit.frame, place: Routes.tenants.address, content: overview.html)
            .response()
    }
}

struct TenantOverviewPage {
    let visit: Visit
    let id: TenantID
    let name: String
    let client: Client?
    let standing: TenantStanding
    /// What was done to come here.
    let done: String?

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }

    var html: Markup {
        """
        \(client == nil ? nil : result)
        <div class="page-head"><div><a class="back" href="\(Routes.tenants.address)">\(say.clients)</a>
        <h1>\(name)</h1><p class="muted">\(visit.services.setting.origin(of: id))</p></div></div>
        \(content)
        """
    }

    private var result: Markup? {
        switch done {
        case "opened": Notice(.ok, words.tenantOpened).html
        case "reopened": Notice(.ok, words.recordsReopened).html
        default: nil
        }
    }

    private var content: Markup {
        switch standing {
        case .unreadable(let failure):
            Notice(.bad, words.tenantUnreadable, content: "<p>\(failure.explanation)</p>").html
        case .halted(let trouble): HaltNotice(visit: visit, id: id, trouble: trouble).html
        case .beingOpened:
            Notice(.warn, words.tenantBeingOpened, content: halfDone).html
        case .open(let glance):
            """
            \(glance.uncovered.isEmpty ? nil : uncovered(glance.uncovered))
            \(glance.limited.isEmpty ? nil : limited(glance.limited))
            \(facts(glance))
            <div class="columns"><section class="panel stack"><h2>\(words.tenantRecords)</h2>
            <ul class="stack-tight">\(links)</ul></section>
            \(client.map(settings))</div>
            """
        }
    }

    /// Opening takes several steps; whoever may do it can do the rest at any time.
    private var halfDone: Markup {
        let finish = Routes.newTenant.address.with("slug", id.slug)
        let button: Markup =
            "<p><a class=\"button primary\" href=\"\(finish)\">\(words.finishOpening)</a></p>"
        return """
            <p>\(words.tenantHalfOpened)</p>
            \(visit.may(.manageTenants, at: .tenant) ? button : nil)
            """
    }

    private func uncovered(_ names: [String]) -> Markup {
        let list = names.map { "<li>\($0)</li>" as Markup }
        return Notice(.warn, words.uncoveredWorksites(names.count), content: "<ul>\(list)</ul>").html
    }

    private func limited(_ names: [String]) -> Markup {
        Notice(
            .warn, say.ofLimits.nobodyUnlimited(at: names),
            content: "<p>\(say.ofLimits.nobodyUnlimitedHint)</p>"
        ).html
    }

    private func facts(_ glance: TenantGlance) -> Markup {
        let oldest = glance.oldestWaiting?.civil.text(.short, .englishUS)
        return """
            <dl class="facts facts-large panel">
            <div><dt>\(words.sheetState(.waiting))</dt><dd>\(glance.waiting)</dd></div>
            \(oldest.map { "<div><dt>\(words.oldestWaiting)</dt><dd>\($0)</dd></div>" as Markup })
            <div><dt>\(words.sheetState(.sentBack))</dt><dd>\(glance.sentBack)</dd></div>
            <div><dt>\(words.approvedNotInvoiced)</dt><dd>\(glance.approved)</dd></div></dl>
            """
    }

    private var links: [Markup] {
        let places: [(Permission, Address, String)] = [
            (.seeTimesheets, Routes.tenantTimesheets(id), say.timesheets),
            (.seeTimesheets, Routes.tenantExpected(id), say.ofExpectedStaff.title),
            (.seePeople, Routes.tenantPeople(id), say.people),
            (.seeTenants, Routes.tenantWorksites(id), words.worksites),
            (.seeTenants, Routes.tenantUnits(id), say.ofUnits.title),
            (.seeTenants, Routes.tenantCutoffs(id), say.ofCutoffsForStaff.title),
            (.seeAssignments, Routes.tenantAssignments(id), say.assignments),
            (.importTimesheets, Routes.imports(id), words.tenantImports),
            (.seeInvoices, Routes.invoicing(id), say.invoices),
            (.manageTenants, Routes.tenantSignInRules(id), say.signInRules),
            (.manageBranding, Routes.tenantBranding(id), say.brandingTitle),
        ]
        return places.filter { visit.may($0.0, at: .tenant) }.map {
            "<li><a href=\"\($0.1)\">\($0.2)</a></li>"
        }
    }

    private func settings(_ client: Client) -> Markup {
        """
        <aside class="panel stack"><h2>\(words.tenantSettings)</h2><dl class="facts-rows">
        <dt>\(words.currency)</dt><dd>\(client.currency.rawValue)</dd>
        <dt>\(words.tenantLanguage)</dt><dd>\(words.language(client.language))</dd>
        <dt>\(words.timeZone)</dt><dd>\(client.timeZone)</dd>
        <dt>\(words.workweekStart)</dt><dd>\(client.workweekStart.name)</dd>
        <dt>\(words.invoicePrefix)</dt><dd>\(client.invoicePrefix)</dd>
        <dt>\(words.paymentTerms)</dt><dd>\(words.days(client.paymentTermsDays))</dd></dl></aside>
        """
    }
}
