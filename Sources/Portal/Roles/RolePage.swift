import HTTP
import Markup
import Staffing
import Tenancy

/// One role in words and as a form, or the form for a new one.
struct RolePage {
    let visit: Visit
    let side: RoleDefinition.Side
    /// Nothing for a role that does not exist yet.
    let known: RoleDefinition?
    var draft: RoleDraft
    var errors = FormErrors()
    var isChangedMeanwhile = false

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }

    init(new side: RoleDefinition.Side, _ visit: Visit) {
        self.visit = visit
        self.side = side
        known = nil
        draft = RoleDraft(title: "", permissions: [], isGivenByClients: true)
    }

    init(_ known: RoleDefinition, _ visit: Visit) {
        self.visit = visit
        side = known.side
        self.known = known
        draft = RoleDraft(
            title: known.title ?? "", permissions: known.permissions,
            isGivenByClients: known.isGivenByClients, demandsSecondFactor: known.demandsSecondFactor)
    }

    var response: Response {
        let isError = !errors.isEmpty || isChangedMeanwhile
        let status: Status =
            isChangedMeanwhile ? .conflict : errors.isEmpty ? .ok : .unprocessableContent
        return Page(
            title, visit.frame, place: Routes.colleagues.address, layout: .narrow, isError: isError,
            content: content
        ).response(status)
    }

    private var title: String { known.map { say.name($0) } ?? words.newRole(of: side) }

    private var content: Markup {
        """
        \(errors.summary(say))
        \(isChangedMeanwhile ? Notice(.warn, words.roleChangedMeanwhile).html : nil)
        <div class="page-head"><div><a class="back" href="\(Routes.roles.address)">\(words.roles)</a>
        <h1>\(title)</h1><p class="muted">\(words.roles(of: side))</p></div></div>
        \(known.map(sentence))
        \(known.flatMap(newInTemplate))
        <form class="form" method="post" action="\(action)" data-guard>\(visit.frame.csrfField)
        \(RoleFields(visit: visit, side: side, draft: draft, errors: errors, known: known).html)
        <div class="actions"><button class="button primary">\(button)</button>\
        <a class="button quiet" href="\(Routes.roles.address)">\(words.cancel)</a></div></form>
        \(known.flatMap { $0.isRetired ? nil : retirement($0) })
        """
    }

    private var action: Address { known.map { Routes.role($0.role) } ?? Routes.roles.address }

    private var button: String { known == nil ? words.makeRole : words.showImpact }

    private func sentence(_ role: RoleDefinition) -> Markup {
        let wording = RoleWording(role, say)
        return """
            <dl class="facts-rows panel"><dt>\(words.roleCan)</dt><dd>\(wording.deeds)</dd>\
            <dt>\(words.roleMasks)</dt><dd>\(wording.masked)</dd></dl>
            """
    }

    /// What the template that comes with the program allows and this role does not: one press asks for it,
    /// and what it would do is shown before it is done.
    private func newInTemplate(_ role: RoleDefinition) -> Markup? {
        guard !role.isRetired, let template = RoleBook.templates[role.role] else { return nil }
        let missing = template.permissions.subtracting(role.permissions).listed
        guard !missing.isEmpty else { return nil }
        let names = missing.map { $0.isField ? say.field($0) : say.deed($0) }
        let all = (role.permissions.listed + missing).map { permission in
            "<input type=\"hidden\" name=\"permission\" value=\"\(permission.rawValue)\">" as Markup
        }
        return """
            <section class="panel stack"><form class="stack-tight" method="post" \
            action="\(Routes.role(role.role))">\(visit.frame.csrfField)\(all)
            <input type="hidden" name="title" value="\(role.title)">\
            <input type="hidden" name="edition" \
            value="\(role.edition(visit.services.world.fingerprint))">\
            \(if: role.isGivenByClients, "<input type=\"hidden\" name=\"given\" value=\"yes\">")\
            \(if: role.demandsSecondFactor, demanded)
            <p>\(words.templateAllows(names))</p>
            <div class="actions"><button class="button">\(words.addFromTemplate)</button></div></form>\
            </section>
            """
    }

    private var demanded: Markup { "<input type=\"hidden\" name=\"second-factor\" value=\"yes\">" }

    private func retirement(_ role: RoleDefinition) -> Markup {
        """
        <section class="panel stack"><form class="stack-tight" method="post" \
        action="\(Routes.roleRetirement(role.role))">\(visit.frame.csrfField)
        <p class="hint">\(words.retireHint)</p>
        <div class="actions"><button class="button danger">\(words.retireRole)</button></div></form></section>
        """
    }
}

/// The fields of the form about a role.
struct RoleFields {
    let visit: Visit
    let side: RoleDefinition.Side
    let draft: RoleDraft
    let errors: FormErrors
    let known: RoleDefinition?

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }

    var html: Markup {
        let deeds = side.possible.listed.filter { !$0.isField }
        let fields = Permission.fields.filter(side.possible.contains)
        return """
            <input type="hidden" name="side" value="\(side.rawValue)">\
            <input type="hidden" name="edition" value="\(edition)">
            <div class="field"><label for="title">\(words.roleTitle)</label>\
            \(titleHint)\(errors.note(for: "title"))
            <input class="input" id="title" name="title" value="\(draft.title)" autocomplete="off"\
            \(errors.mark("title") ?? (titleHint == nil ? nil : " aria-describedby=\"title-hint\""))></div>
            <fieldset class="group-box" id="permissions" tabindex="-1"><legend>\(words.roleCan)</legend>\
            \(errors.note(for: "permissions"))<div class="choices">\(deeds.map(box))</div></fieldset>
            <fieldset class="group-box"><legend>\(words.roleShows)</legend>\
            <p class="hint">\(words.roleShowsHint)</p><div class="choices">\(fields.map(box))</div></fieldset>
            \(side == .client ? giving : nil)
            \(demand)
            """
    }

    /// Only a template has a name of its own in each language.
    private var titleHint: Markup? {
        guard let known, RoleBook.templates[known.role] != nil else { return nil }
        return "<p class=\"hint\" id=\"title-hint\">\(words.roleTitleHint)</p>"
    }

    private var edition: String { known?.edition(visit.services.world.fingerprint) ?? "" }

    private func box(_ permission: Permission) -> Markup {
        """
        <label class="choice"><input type="checkbox" name="permission" value="\(permission.rawValue)"\
        \(if: draft.permissions.contains(permission), " checked")> \
        \((permission.isField ? say.field(permission) : say.deed(permission)).capitalizedFirst)</label>
        """
    }

    private var demand: Markup {
        """
        <label class="choice"><input type="checkbox" name="second-factor" value="yes"\
        \(if: draft.demandsSecondFactor, " checked")> \(say.roleDemandsFactor)</label>
        <p class="hint">\(say.roleDemandsFactorHint)</p>
        """
    }

    private var giving: Markup {
        """
        <label class="choice"><input type="checkbox" name="given" value="yes"\
        \(if: draft.isGivenByClients, " checked")> \(words.clientsGiveIt)</label>
        """
    }
}

extension RoleDraft {
    /// Refuses what no form of ours sends, rather than take a part of it.
    init(_ form: Form) throws(Problem) {
        var permissions: PermissionSet = []
        for text in form.all("permission") {
            guard let permission = Permission(rawValue: text) else { throw Problem(.badRequest) }
            permissions.insert(permission)
        }
        self.init(
            title: form["title"] ?? "", permissions: permissions, isGivenByClients: form["given"] == "yes",
            demandsSecondFactor: form["second-factor"] == "yes")
    }
}

extension RoleDefinition {
    /// Changes whenever anything about the role does.
    func edition(_ fingerprint: ([UInt8]) -> Fingerprint) -> String {
        var content = CanonicalBytes()
        content.append(role.rawValue)
        content.append(title ?? "")
        for permission in permissions.listed { content.append(permission.rawValue) }
        content.append(isGivenByClients ? "given" : "")
        content.append(isRetired ? "retired" : "")
        content.append(demandsSecondFactor ? "second factor" : "")
        return Identifier<Contact>(fingerprint(content.bytes).short).pathText
    }
}
