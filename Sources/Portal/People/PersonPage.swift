import HTTP
import Mail
import Markup
import Staffing

/// The form about one person: an invitation for somebody new, what they hold for somebody known.
struct PersonPage {
    let visit: Visit
    let draft: PersonDraft
    let places: PersonPlaces
    /// Nobody for an invitation.
    var contact: Contact?
    var errors = FormErrors()
    /// What saving would do that somebody must want: it is said, and the button says it again.
    var concerns = Concerns()
    var isChangedMeanwhile = false
    /// Who stands in for whom, on the page itself.
    var standIns: [String] = []
    /// What goes with them; where a form comes back with its errors, a link leads there.
    var leaving: LeavingPanel?

    private var say: any Sentences { visit.say }

    func response(_ status: Status = .ok) -> Response {
        let isError = !errors.isEmpty || !concerns.isEmpty || isChangedMeanwhile
        return Page(
            title, visit.frame, place: Routes.people.address, layout: .narrow, isError: isError,
            content: content
        ).response(status)
    }

    private var title: String { contact.map { say.editTitle($0.name) } ?? say.inviteSomebody }

    private var content: Markup {
        """
        \(errors.summary(say))
        \(isChangedMeanwhile ? changedMeanwhile : nil)
        \(concerns.notice(say))
        \(contact.flatMap(visit.undeliveredMail).map(undelivered))
        <div class="page-head"><div><a class="back" href="\(Routes.people.address)">\(say.people)</a>
          <div class="title-line"><h1>\(title)</h1>\(standing)</div></div></div>
        <form class="form" method="post" action="\(action)" data-guard>\(visit.frame.csrfField)
          <input type="hidden" name="edition" value="\(draft.edition)">\(concerns.hiddenFields)
          \(fields.html)
          <div class="actions"><button class="button primary">\(button)</button>
            <a class="button quiet" href="\(Routes.people.address)">\(say.leaveForm)</a></div>
        </form>
        \(contact.map(others))
        """
    }

    private var action: Address { contact.map { Routes.person($0.id) } ?? Routes.people.address }

    private var standing: Markup? {
        contact.map { contact in
            let tone: StaticString = contact.standing == .active ? "chip ok" : "chip info waiting"
            return "<span class=\"\(tone)\">\(say.name(contact.standing))</span>"
        }
    }

    private var fields: PersonFields {
        let grants = contact?.grants ?? []
        return PersonFields(
            visit: visit, draft: draft, errors: errors, places: places,
            recorded: contact?.commonDays == nil ? grants : [])
    }

    private var button: String {
        if contact == nil { return say.sendInvitation }
        if !concerns.worksites.isEmpty { return say.saveDespite(concerns.worksites.map(\.name)) }
        return concerns.isEmpty ? say.savePerson : say.saveAnyway
    }

    /// Somebody else was faster: both values stand on the page.
    private var changedMeanwhile: Markup? {
        guard let contact else { return nil }
        let held = contact.grants.map { grant in
            let notes = [
                grant.days.text(say, on: visit.today), grant.limit?.words(visit, places.currency) ?? "",
            ]
            .filter { !$0.isEmpty }
            return say.ability(grant.role, at: places.names[grant.node], in: visit.roles)
                + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
        }
        let recorded = [contact.name, contact.email.text, say.name(contact.language)] + held
        let text = say.recordedNow(recorded.joined(separator: "; "))
        return Notice(.warn, say.changedMeanwhile, content: "<p>\(text)</p>").html
    }

    /// The way to send again stands below the form, too; here it is where it is looked for.
    private func undelivered(_ entry: MailEntry) -> Markup {
        let again: Markup? = contact.map { contact in
            """
            <form method="post" action="\(Routes.personInvitation(contact.id))">\(visit.frame.csrfField)
              <button class="button">\(say.sendLinkAgain)</button></form>
            """
        }
        return Notice(
            .warn, say.mailUndelivered, content: "<p>\(say.mailUndelivered(entry))</p>\(again)"
        ).html
    }

    private func others(_ contact: Contact) -> Markup {
        """
        <section class="panel stack">
          <p><a href="\(Routes.personSight(contact.id))">\(say.whatSees(contact.name))</a></p>
          <p><a href="\(Routes.personFactors(contact.id))">\(say.lostFactorsTitle(contact.name))</a></p>
          \(standIns.isEmpty ? nil : "<ul>\(standIns.map { "<li>\($0)</li>" as Markup })</ul>" as Markup)
          <p><a href="\(Routes.personDelegations(contact.id))">\(say.whenAway(contact.name))</a></p>
          <form method="post" action="\(Routes.personInvitation(contact.id))">\(visit.frame.csrfField)
            <button class="button">\(say.sendLinkAgain)</button></form>
          \(if: leaving == nil, toRemoval(contact))
        </section>
        \(leaving?.html)
        """
    }

    private func toRemoval(_ contact: Contact) -> Markup {
        "<p><a href=\"\(Routes.personRemoval(contact.id))\">\(say.removalTitle(contact.name))</a></p>"
    }
}
