import HTTP
import Markup
import Staffing

/// What somebody holds and who takes it over, before they are removed; and why that was not done yet.
struct RemovalPage {
    let visit: Visit
    let contact: Contact
    let belongings: Belongings
    /// What the press of the button would have done that nobody may do unknowingly.
    var concerns = Concerns()
    var errors = FormErrors()

    private var say: any Sentences { visit.say }

    var response: Response {
        let title = say.removalTitle(contact.name)
        let panel = LeavingPanel(
            visit: visit, contact: contact, belongings: belongings, errors: errors,
            isOwnLossKnown: concerns.ownLoss != nil)
        let content: Markup = """
            \(errors.summary(say))
            \(concerns.notice(say))
            <div class="page-head"><div>
              <a class="back" href="\(Routes.person(contact.id))">\(contact.name)</a>
              <h1>\(title)</h1></div></div>
            \(panel.html)
            \(if: !concerns.worksites.isEmpty, leavingUncovered)
            """
        let isAsking = !concerns.isEmpty
        return Page(
            title, visit.frame, place: Routes.people.address, layout: .narrow, isError: isAsking,
            content: content
        ).response(isAsking ? .conflict : .ok)
    }

    /// Nobody has to be found first where somebody must go at once.
    private var leavingUncovered: Markup {
        """
        <form method="post" action="\(Routes.personRemoval(contact.id))">\(visit.frame.csrfField)\
        \(concerns.hiddenFields)
          <div class="actions"><button class="button danger">\
        \(say.removeDespite(concerns.worksites.map(\.name)))</button>
            <a class="button quiet" href="\(Routes.person(contact.id))">\(say.leaveForm)</a></div></form>
        """
    }
}
