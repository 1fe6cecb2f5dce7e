import Formats
import HTTP
import Markup
import Staffing

/// What became of a link for somebody of the agency.
struct ColleagueLinkPage {
    let visit: Visit
    let member: StaffMember
    /// Nothing for who has been in before: theirs goes by mail only.
    let link: String?
    let lastDay: Day
    let isSent: Bool

    private var say: any Sentences { visit.say }

    var response: Response {
        let title = say.invitedTitle(member.name)
        let content: Markup = """
            <div class="page-head"><div>\
            <a class="back" href="\(Routes.colleague(member.id))">\(member.name)</a>
              <h1>\(title)</h1></div></div>
            \(notice)
            \(link.map(field))
            <div class="actions"><a class="button primary" \
            href="\(Routes.colleagues.address)">\(visit.words.colleagues)</a></div>
            """
        return Page(
            title, visit.frame, place: Routes.colleagues.address, layout: .narrow, content: content
        ).response()
    }

    private var notice: Markup {
        let (email, day) = (member.email.text, lastDay.civil.text(.short, .englishUS))
        if isSent { return Notice(.ok, say.linkSent(to: email, until: day)).html }
        if link == nil { return Notice(.bad, visit.words.colleagueLinkUnsent).html }
        return Notice(.warn, say.linkNotSent(to: email, until: day)).html
    }

    private func field(_ link: String) -> Markup {
        """
        <div class="field"><label for="link">\(say.invitationLink)</label>
          <p class="hint" id="link-hint">\(say.invitationLinkHint)</p>
          <input class="input" id="link" readonly value="\(link)" aria-describedby="link-hint"></div>
        """
    }
}
