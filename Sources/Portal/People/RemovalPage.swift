import HTTP
import Markup
import Staffing

/// Asks before a removal that leaves worksites without an approver, and offers to hand them over.
struct RemovalPage {
    let visit: Visit
    let contact: Contact
    let concerns: Concerns
    /// Who could approve there instead.
    let receivers: [Contact]
    var errors = FormErrors()

    private var say: any Sentences { visit.say }

    var response: Response {
        let title = say.removalTitle(contact.name)
        let content: Markup = """
            \(errors.summary(say))
            \(concerns.notice(say))
            <div class="page-head"><div>
              <a class="back" href="\(Routes.person(contact.id))">\(contact.name)</a>
              <h1>\(title)</h1></div></div>
            <p>\(say.removeAccessHint)</p>
            \(if: !concerns.worksites.isEmpty && !receivers.isEmpty, handover)
            <form method="post" action="\(Routes.personRemoval(contact.id))">\(visit.frame.csrfField)\
            \(concerns.hiddenFields)
              <div class="actions"><button class="button danger">\(button)</button>
                <a class="button quiet" href="\(Routes.person(contact.id))">\(say.leaveForm)</a></div></form>
            """
        return Page(
            title, visit.frame, place: Routes.people.address, layout: .narrow, isError: true, content: content
        ).response(.conflict)
    }

    private var button: String {
        concerns.worksites.isEmpty ? say.removeAnyway : say.removeDespite(concerns.worksites.map(\.name))
    }

    /// Approval goes over and access ends in one step.
    private var handover: Markup {
        """
        <form class="form panel" method="post" action="\(Routes.personRemoval(contact.id))">\
        \(visit.frame.csrfField)
          <input type="hidden" name="handover" value="yes">
          \(if: concerns.ownLoss != nil, "<input type=\"hidden\" name=\"own-loss\" value=\"yes\">")
          <div class="field"><label for="receiver">\(say.handOverTo)</label>\(errors.note(for: "receiver"))
            <select class="input" id="receiver" name="receiver" required\(errors.mark("receiver"))>
              <option value="">\(say.chooseReceiver)</option>\(receivers.map(option))</select></div>
          <div class="actions"><button class="button primary">\(say.handOver)</button></div>
        </form>
        """
    }

    private func option(_ receiver: Contact) -> Markup {
        "<option value=\"\(receiver.id.pathText)\">\(receiver.name)</option>"
    }
}
