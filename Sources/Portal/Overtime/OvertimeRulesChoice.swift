import HTTP
import Markup
import Staffing
import Tenancy
import TimeRules

extension Routes {
    static let tenantOvertimeRules = Route<TenantID>("/tenants/*/overtime-rules")
}

/// Which rule pack splits the hours of a worksite: chosen on the page of the client's worksites.
enum OvertimeRulesChoice {
    static let staff: [Endpoint] = [
        .apart(
            .post, Routes.tenantOvertimeRules, needs: .permission(.manageTenants), shows: .ordinary, choose)
    ]

    private static func choose(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        _ = try await visit.tenantName(id)
        let name = visit.form["rules"] ?? ""
        guard let site = visit.form["worksite"].flatMap(WorksiteID.init(pathText:)) else { throw .missing }
        guard name.isEmpty || RulePacks.current.contains(where: { $0.id == name }) else {
            throw Problem(.unprocessableContent, visit.staffSay.ofOvertime.unknownRules)
        }
        let command = SetupCommand.chooseOvertimeRules(site, pack: name.isEmpty ? nil : name)
        let caller = visit.caller
        let refusal = try await visit.inTenant(id) { tenant throws(Problem) -> SetupRefusal? in
            guard tenant.state.worksites[site] != nil else { throw .missing }
            return try tenant.setUp(command, for: caller, visit.staffSay)
        }
        if let refusal { throw Problem(.unprocessableContent, visit.words.setup(refusal)) }
        return Response(seeOther: Routes.tenantWorksites(id).with("done", "rules").headerValue)
    }
}

/// The cell of a worksite's row that names its rules, or lets them be chosen.
struct OvertimeRulesCell {
    let visit: Visit
    let id: TenantID
    let worksite: Worksite

    private var words: any OvertimeWords { visit.staffSay.ofOvertime }

    var html: Markup {
        guard visit.may(.manageTenants, at: .tenant) else { return "\(name)" }
        let label = words.chooseRules(at: worksite.name)
        return """
            <form class="rules-choice" method="post" action="\(Routes.tenantOvertimeRules(id))" data-guard>\
            \(visit.frame.csrfField)<input type="hidden" name="worksite" value="\(worksite.id.pathText)">\
            <select class="input" name="rules" aria-label="\(label)">\
            \(option("", words.noRules))\(RulePacks.current.map { option($0.id, $0.name) })</select> \
            <button class="button small-button" aria-label="\(words.choose): \(worksite.name)">\
            \(words.choose)</button></form>
            """
    }

    private var name: String {
        guard let chosen = worksite.overtimeRules else { return words.noRulesMeaning }
        return RulePacks.current.first { $0.id == chosen }?.name ?? chosen
    }

    private func option(_ value: String, _ label: String) -> Markup {
        let isChosen = value == worksite.overtimeRules ?? ""
        return "<option value=\"\(value)\"\(if: isChosen, " selected")>\(label)</option>"
    }
}
