import Access
import HTTP
import Markup
import Staffing

/// What stands in the form about somebody of the agency.
struct ColleagueDraft: Sendable {
    var name = ""
    var email = ""
    var roles: Set<Role> = []
    /// The edition of the person that the form showed; empty for somebody new.
    var edition = ""

    init() {}

    init(_ member: StaffMember, _ fingerprint: ([UInt8]) -> Fingerprint) {
        name = member.name
        email = member.email.text
        roles = member.roles
        edition = member.edition(fingerprint)
    }

    init(_ form: Form) {
        name = form["name"] ?? ""
        email = form["email"] ?? ""
        roles = Set(form.all("role").compactMap { Role(rawValue: $0) })
        edition = form["edition"] ?? ""
    }
}

/// The form about one person of the agency: an invitation, or what they hold.
struct ColleaguePage {
    let visit: Visit
    let stepUp: StepUp
    var draft: ColleagueDraft
    /// Nobody for an invitation.
    var member: StaffMember?
    var entrance: Entrance?
    var errors = FormErrors()
    var isChangedMeanwhile = false
    /// Whether saving would take from whoever saves what they need to undo it.
    var isOwnLoss = false

    private var say: any Sentences { visit.say }
    private var words: any StaffWords { visit.words }

    func response(_ status: Status = .ok) -> Response {
        Page(
            title, visit.frame, place: Routes.colleagues.address, layout: .narrow, isError: status != .ok,
            content: content
        ).response(status)
    }

    private var title: String { member?.name ?? words.inviteColleague }

    private var content: Markup {
        """
        \(errors.summary(say))
        \(if: isChangedMeanwhile, Notice(.warn, say.changedMeanwhile).html)
        \(if: isOwnLoss, Notice(.warn, words.colleagueOwnLoss).html)
        \(visit.query["done"].flatMap(words.colleagueDone).map { Notice(.ok, $0).html })
        <div class="page-head"><div>\
        <a class="back" href="\(Routes.colleagues.address)">\(words.colleagues)</a>
          <div class="title-line"><h1>\(title)</h1>\
        \(member.map { _ in ColleagueStanding(entrance, words).chip })</div></div></div>
        \(stepUp.isProved ? form : stepUp.form(next: address))
        \(member.map(others))
        """
    }

    private var address: Address {
        member.map { Routes.colleague($0.id) } ?? Routes.colleagueInviting.address
    }

    private var form: Markup {
        """
        <form class="form" method="post" action="\(action)" data-guard>\(visit.frame.csrfField)
          <input type="hidden" name="edition" value="\(draft.edition)">\
        \(if: isOwnLoss, "<input type=\"hidden\" name=\"own-loss\" value=\"yes\">")
          <div class="field"><label for="name">\(say.personName)</label>\(errors.note(for: "name"))
            <input class="input" id="name" name="name" value="\(draft.name)" autocomplete="off" required\
        \(errors.mark("name"))></div>
          \(member == nil ? email : nil)
          <fieldset class="group-box" id="roles" tabindex="-1"><legend>\(say.personRoles)</legend>\
        \(errors.note(for: "roles"))<p class="hint">\(words.colleagueRolesHint)</p>
            <div class="choices">\(offered.map(box))</div></fieldset>
          <div class="actions"><button class="button primary">\(button)</button>
            <a class="button quiet" href="\(Routes.colleagues.address)">\(say.leaveForm)</a></div>
        </form>
        """
    }

    private var action: Address { member.map { Routes.colleague($0.id) } ?? Routes.colleagues.address }

    private var button: String {
        if member == nil { return say.sendInvitation }
        return isOwnLoss ? say.saveAnyway : say.savePerson
    }

    private var email: Markup {
        """
        <div class="field"><label for="email">\(say.email)</label>\(errors.note(for: "email"))
          <input class="input" id="email" name="email" type="email" value="\(draft.email)" \
        autocomplete="off" required\(errors.mark("email"))></div>
        """
    }

    /// Those that can be given, and what this person holds of the others.
    private var offered: [RoleDefinition] {
        visit.roles.all(of: .staff).filter { !$0.isRetired || draft.roles.contains($0.role) }
    }

    private func box(_ role: RoleDefinition) -> Markup {
        """
        <label class="choice"><input type="checkbox" name="role" value="\(role.role.rawValue)"\
        \(if: draft.roles.contains(role.role), " checked")> \(visit.staffSay.staffAbility(role))</label>
        """
    }

    private func others(_ member: StaffMember) -> Markup {
        let hasLink = entrance?.hasLink == true
        return """
            <section class="panel stack"><p class="muted">\(member.email.text)</p>
              <p><a href="\(Routes.colleagueFactors(member.id))">\(say.lostFactorsTitle(member.name))</a></p>
              \(if: stepUp.isProved, links(member, hasLink: hasLink))
              <p><a href="\(Routes.colleagueRemoval(member.id))">\(say.removalTitle(member.name))</a></p>
            </section>
            """
    }

    private func links(_ member: StaffMember, hasLink: Bool) -> Markup {
        """
        <div class="actions">
        <form method="post" action="\(Routes.colleagueInvitation(member.id))">\(visit.frame.csrfField)
          <button class="button">\(say.sendLinkAgain)</button></form>
        \(hasLink ? withdrawal(member) : nil)</div>
        """
    }

    private func withdrawal(_ member: StaffMember) -> Markup {
        """
        <form method="post" action="\(Routes.colleagueWithdrawal(member.id))">\(visit.frame.csrfField)
          <button class="button quiet">\(words.withdrawLink)</button></form>
        """
    }
}
