import Access
import HTTP
import Markup
import Staffing

/// What ends and who takes over when somebody goes, with the button that does it.
struct LeavingPanel {
    let visit: Visit
    let contact: Contact
    let belongings: Belongings
    var errors = FormErrors()
    /// What was said back on the page before, for the button to say again.
    var isOwnLossKnown = false

    private var say: any Sentences { visit.say }

    var html: Markup {
        """
        <section class="panel stack" id="leaving"><h2>\(say.leavingTitle(contact.name))</h2>
          <p class="hint">\(say.removeAccessHint) \(say.leavingUndoHint)</p>
          <ul>\(facts.map { "<li>\($0)</li>" as Markup })</ul>
          \(belongings.obstacle.map { Notice(.warn, say.explain($0)).html })
          \(if: belongings.obstacle == nil, form)
        </section>
        """
    }

    /// What they hold that ends with it.
    private var facts: [String] {
        let keys = belongings.keys
        return [
            keys.sessions > 0 ? say.leavingSessions(keys.sessions) : nil,
            keys.passkeys > 0 ? say.leavingPasskeys(keys.passkeys) : nil,
            keys.hasAuthenticator ? say.leavingAuthenticator : nil,
            keys.hasInvitation ? say.leavingLink : nil,
            belongings.sites.isEmpty ? say.leavingNoSite : nil,
        ].compactMap(\.self) + belongings.standIns.map(say.leavingStandIn)
            + belongings.sites.map { say.leavingSite($0.worksite.name, $0.waiting) }
    }

    private var form: Markup {
        """
        <form class="form" method="post" action="\(Routes.personRemoval(contact.id))">\
        \(visit.frame.csrfField)\
        \(if: isOwnLossKnown, "<input type=\"hidden\" name=\"own-loss\" value=\"yes\">")
          \(if: !belongings.sites.isEmpty, successors)
          <div class="actions"><button class="button danger">\
        \(belongings.sites.isEmpty ? say.removeAccess : say.handOver)</button></div></form>
        """
    }

    private var isForMany: Bool { belongings.sites.count > 1 }

    private var successors: Markup {
        """
        <fieldset class="stack" id="receiver" tabindex="-1"><legend class="label">\(say.handOverTo)</legend>
          \(errors.note(for: "receiver"))
          \(if: isForMany, choice("receiver", say.everywhere, say.chooseSomebody))
          \(belongings.sites.map { site in
            choice(
                Belongings.field(site.worksite.id), site.worksite.name,
                isForMany ? say.asEverywhere : say.chooseSomebody)
          })
        </fieldset>
        """
    }

    private func choice(_ name: String, _ label: String, _ nobody: String) -> Markup {
        """
        <div class="field"><label for="for-\(name)">\(label)</label>
          <select class="input" id="for-\(name)" name="\(name)"\(errors.mark("receiver"))>
            <option value="">\(nobody)</option>\
        \(belongings.receivers.map { option($0, isChosen: visit.form[name] == $0.id.pathText) })\
        </select></div>
        """
    }

    /// Somebody who has not been in yet can approve only once they have.
    private func label(_ receiver: Contact) -> String {
        receiver.standing == .invited ? say.notInYet(receiver.name) : receiver.name
    }

    private func option(_ receiver: Contact, isChosen: Bool) -> Markup {
        """
        <option value="\(receiver.id.pathText)"\(if: isChosen, " selected")>\(label(receiver))</option>
        """
    }
}
