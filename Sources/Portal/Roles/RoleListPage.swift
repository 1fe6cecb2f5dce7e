import HTTP
import Markup
import Staffing

/// Every role: what it allows, which fields it masks, and who gives it.
struct RoleListPage {
    let visit: Visit

    private var say: any AgencySentences { visit.staffSay }
    private var words: any StaffWords { visit.words }

    var response: Response {
        Page(words.roles, visit.frame, place: Routes.colleagues.address, content: content).response()
    }

    private var content: Markup {
        """
        <div class="page-head"><div>\
        <a class="back" href="\(Routes.colleagues.address)">\(words.colleagues)</a>
        <h1>\(words.roles)</h1>\
        <p class="muted">\(words.rolesExplanation)</p></div></div>
        \(visit.query["done"] == "saved" ? Notice(.ok, words.roleSaved).html : nil)
        \(section(.client))
        \(section(.staff))
        """
    }

    private func section(_ side: RoleDefinition.Side) -> Markup {
        let new = Routes.newRole.address.with("side", side.rawValue)
        return """
            <section class="stack" aria-labelledby="\(side.rawValue)">
            <div class="section-head"><h2 id="\(side.rawValue)">\(words.roles(of: side))</h2>\
            <a class="button" href="\(new)">\(words.newRole(of: side))</a></div>
            <div class="table"><table><caption class="hidden-visually">\(words.roles(of: side))</caption>
            <thead><tr><th scope="col">\(words.roleColumn)</th><th scope="col">\(words.roleCan)</th>\
            <th scope="col">\(words.roleMasks)</th>\
            \(if: side == .client, "<th scope=\"col\">\(words.roleGivenBy)</th>")</tr></thead>
            <tbody>\(visit.roles.all(of: side).map(line))</tbody></table></div></section>
            """
    }

    private func line(_ role: RoleDefinition) -> Markup {
        let giver = role.isGivenByClients ? words.givenByClient : words.givenByAgency
        return """
            <tr><th scope="row"><a href="\(Routes.role(role.role))">\(say.name(role))</a>\
            <span class="sub code">\(role.role.rawValue)</span></th>\
            <td data-label="\(words.roleCan)">\(RoleWording(role, say).deeds)</td>\
            <td data-label="\(words.roleMasks)">\(RoleWording(role, say).masked)</td>\
            \(if: role.side == .client, "<td data-label=\"\(words.roleGivenBy)\">\(giver)</td>")</tr>
            """
    }
}

/// A role in words.
struct RoleWording {
    let role: RoleDefinition
    let say: any AgencySentences

    init(_ role: RoleDefinition, _ say: any AgencySentences) {
        self.role = role
        self.say = say
    }

    var deeds: String {
        let held = role.allowed.listed.filter { !$0.isField }.map(say.deed)
        return held.isEmpty ? say.roleAllowsNothing : held.joined(separator: ", ")
    }

    /// The fields that it could show and does not.
    var masked: String {
        let fields = Permission.fields.filter {
            role.side.possible.contains($0) && !role.allowed.contains($0)
        }
        return fields.isEmpty ? "–" : fields.map(say.field).joined(separator: ", ")
    }
}
