import Formats
import HTTP
import Markup
import Staffing

/// What became of a link for somebody: who gets it, until when, and that it can be sent again.
struct LinkPage {
    enum Outcome: Sendable {
        case sent(link: String?, until: Day)
        /// Kept from the post; whoever made it hands it over.
        case notSent(link: String?, until: Day)
        /// Could not be recorded.
        case none
    }

    let visit: Visit
    let contact: Contact
    /// Whether their removal was undone a moment ago.
    var isBack = false
    let outcome: Outcome

    private var say: any Sentences { visit.say }

    var response: Response {
        let title = isBack ? say.returnedTitle(contact.name) : say.invitedTitle(contact.name)
        let content: Markup = """
            <div class="page-head"><div><a class="back" href="\(Routes.people.address)">\(say.people)</a>
              <h1>\(title)</h1></div></div>
            \(isBack ? Notice(.ok, say.returned).html : nil)
            \(notice)
            \(link.map(field))
            <p class="muted">\(say.linkAgainLater)</p>
            <div class="actions">
              <a class="button primary" href="\(Routes.people.address)">\(say.toPeople)</a>
              <form method="post" action="\(Routes.personInvitation(contact.id))">\(visit.frame.csrfField)
                <button class="button">\(say.sendLinkAgain)</button></form>
            </div>
            """
        let page = Page(
            title, visit.frame, place: Routes.people.address, layout: .narrow, isError: isFailure,
            content: content)
        return page.response(isFailure ? .serviceUnavailable : .ok)
    }

    private var isFailure: Bool { if case .none = outcome { true } else { false } }

    private var link: String? {
        switch outcome {
        case .sent(let link, _), .notSent(let link, _): link
        case .none: nil
        }
    }

    private var notice: Markup {
        let email = contact.email.text
        switch outcome {
        case .sent(_, let day): return Notice(.ok, say.linkSent(to: email, until: printed(day))).html
        case .notSent(nil, _): return Notice(.bad, say.resetNotSent(to: email)).html
        case .notSent(.some, let day):
            return Notice(.warn, say.linkNotSent(to: email, until: printed(day))).html
        case .none: return Notice(.bad, say.linkNotMade).html
        }
    }

    private func printed(_ day: Day) -> String { day.civil.text(.short, say.formats) }

    private func field(_ link: String) -> Markup {
        """
        <div class="field"><label for="link">\(say.invitationLink)</label>
          <p class="hint" id="link-hint">\(say.invitationLinkHint)</p>
          <input class="input" id="link" readonly value="\(link)" aria-describedby="link-hint"></div>
        """
    }
}
