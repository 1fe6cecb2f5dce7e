import Access
import HTTP
import Markup
import Staffing
import Tenancy

/// Letting somebody of the agency go: what they hold, then their sessions, password, passkeys and links, all
/// before anybody is told.
enum ColleagueRemoval {
    static func page(_ visit: Visit, _ id: StaffID) async throws(Problem) -> Response {
        try await form(visit, try await visit.colleague(id)).response()
    }

    private static func form(
        _ visit: Visit, _ member: StaffMember
    ) async throws(Problem) -> ColleagueRemovalPage {
        let keys = await visit.services.doorkeeper.keys(
            of: visit.account(member.id), at: visit.services.reading())
        return ColleagueRemovalPage(
            visit: visit, stepUp: try await StepUp(visit), member: member, keys: keys)
    }

    /// Whoever has left already is done: a second press makes up for keys that could not be ended the first
    /// time.
    static func remove(_ visit: Visit, _ id: StaffID) async throws(Problem) -> Response {
        let known = try await visit.inAgency { $0.state.staff[id] }
        guard let member = known else { throw .missing }
        var page = try await form(visit, member)
        guard page.stepUp.isProved else { return page.response(.unprocessableContent) }
        if member.isActive {
            guard visit.viewer.person != .staff(id) || visit.form["own-loss"] == "yes" else {
                page.isOwnLoss = true
                return page.response(.conflict)
            }
            if case .failure(let refusal) = try await visit.perform(.removeStaff(id)) {
                guard refusal.kind != .missing, refusal != .notAllowed else { throw .missing }
                page.errors.add("removal", visit.words.explain(refusal))
                return page.response(.conflict)
            }
        }
        guard await visit.services.doorkeeper.close(visit.account(id), at: visit.services.reading()) else {
            throw Problem(.serviceUnavailable, visit.say.keysRemain)
        }
        await visit.stopMail(toColleague: id)
        return Response(seeOther: Routes.colleagues.address.with("done", "removed").headerValue)
    }
}

struct ColleagueRemovalPage {
    let visit: Visit
    let stepUp: StepUp
    let member: StaffMember
    let keys: KeyCount
    var errors = FormErrors()
    var isOwnLoss = false

    private var say: any Sentences { visit.say }
    private var words: any StaffWords { visit.words }
    private var address: Address { Routes.colleagueRemoval(member.id) }

    func response(_ status: Status = .ok) -> Response {
        let title = say.removalTitle(member.name)
        let content: Markup = """
            \(errors.summary(say))
            \(if: isOwnLoss, Notice(.warn, say.removingYourself).html)
            <div class="page-head"><div>\
            <a class="back" href="\(Routes.colleague(member.id))">\(member.name)</a>
              <h1>\(title)</h1></div></div>
            <section class="panel stack" id="removal" tabindex="-1">\(errors.note(for: "removal"))
              <p>\(words.colleagueEnds(keys))</p><p class="hint">\(say.removeAccessHint)</p></section>
            \(stepUp.isProved ? form : stepUp.form(next: address))
            """
        return Page(
            title, visit.frame, place: Routes.colleagues.address, layout: .narrow, isError: status != .ok,
            content: content
        ).response(status)
    }

    private var form: Markup {
        """
        <form method="post" action="\(address)">\(visit.frame.csrfField)\
        \(if: isOwnLoss, "<input type=\"hidden\" name=\"own-loss\" value=\"yes\">")
          <div class="actions"><button class="button danger">\(say.removeAccess)</button>
            <a class="button quiet" href="\(Routes.colleague(member.id))">\(say.leaveForm)</a></div></form>
        """
    }
}
