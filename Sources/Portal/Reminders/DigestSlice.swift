import Access
import HTTP
import Markup
import Staffing
import Tenancy

/// The page behind the link of a digest, and the choice whether to get any. The page shows and does nothing:
/// there is no form on it, so whatever follows the link or presses what is there decides about nothing.
enum DigestSlice {
    static let client: [Endpoint] = [
        .inTenant(.get, Routes.digest, needs: .nothing, shows: .ordinary, show),
        .inTenant(.post, Routes.digestChoice, needs: .session, shows: .ordinary, choose),
    ]

    /// Whoever is signed in as somebody else has no use for it.
    private static func show(
        _ tenant: isolated Tenant, _ visit: Visit, _ key: TokenKey
    ) throws(Problem) -> Response {
        let state = tenant.state
        let token = tenant.world.fingerprint(Array(key.pathText.utf8))
        guard let reminder = state.cutoffs.reminder(token), visit.now < reminder.expires,
            let contact = state.contacts[reminder.contact], contact.standing == .active,
            [.nobody, .contact(contact.id)].contains(visit.viewer.person)
        else { return DigestGonePage(visit: visit).response }
        noteReading(by: contact, visit)
        let viewer = state.viewer(contact, under: visit.roles)
        let sees = state.open(.seeTimesheets, to: viewer, on: tenant.today)
        let lines = reminder.lines.filter { sees.reaches($0.occurrence.worksite) }
        let decides = state.open(.decideTimesheets, to: viewer, on: tenant.today)
        let open = reminder.rung == .escalation ? sees : decides
        let waiting = lines.reduce(0) {
            $0 + state.waitingShelf(at: $1.occurrence.worksite, within: open).count
        }
        return DigestPage(
            visit: visit, name: contact.name,
            lines: lines.map { DigestText($0, state, visit.services, visit.say) },
            isOpen: waiting > 0
        ).response
    }

    /// Nobody is signed in, so the trail is told whose link it was.
    private static func noteReading(by contact: Contact, _ visit: Visit) {
        visit.services.trail.inbox.append(
            AccessRecord(
                at: visit.now, request: visit.exchange.id, realm: visit.realm, person: .contact(contact.id),
                name: contact.name, method: visit.request.head.method.name,
                path: Routes.withoutToken(visit.request.head), status: Status.ok.code,
                network: visit.exchange.network, session: nil))
    }

    private static func choose(
        _ tenant: isolated Tenant, _ visit: Visit, _ key: NoKey
    ) throws(Problem) -> Response {
        let areWanted: Bool
        switch visit.form["digests"] {
        case "daily": areWanted = true
        case "off": areWanted = false
        default: throw Problem(.badRequest)
        }
        let caller = try tenant.caller(visit)
        do throws(Turned<CutoffRefusal>) {
            try tenant.perform(.chooseDigests(areWanted: areWanted), for: caller)
        } catch {
            throw Problem(error, visit.say) { visit.staffSay.ofCutoffsForStaff.explain($0) }
        }
        return Response(seeOther: Routes.account.address.with("done", "digests").headerValue)
    }
}

/// What a digest said, and the way to where it is decided.
struct DigestPage {
    let visit: Visit
    let name: String
    let lines: [DigestText]
    let isOpen: Bool

    private var words: any CutoffWords { visit.say.ofCutoffs }

    var response: Response {
        Page(words.digestTitle, visit.frame, layout: .narrow, content: content).response()
    }

    private var content: Markup {
        let items = lines.map { line -> Markup in
            "<li><b>\(line.what)</b><span class=\"sub\">\(line.due)</span></li>"
        }
        return """
            <div class="page-head"><div><h1>\(words.digestTitle)</h1><p class="muted">\(name)</p></div></div>
            <section class="panel stack"><ul class="plain-list stack">\(items)</ul>
              \(if: !isOpen, "<p>\(words.nothingLeft)</p>")
              <p class="hint">\(words.digestNote)</p>
              <p><a class="button primary" href="\(Routes.timesheets.address)">\(words.openTimesheets)</a></p>
            </section>
            """
    }
}

/// A link that was never made, has ended, or belongs elsewhere: all look the same.
struct DigestGonePage {
    let visit: Visit

    var response: Response {
        let words = visit.say.ofCutoffs
        let content: Markup = """
            <section class="panel stack">
              <h1>\(words.digestIsOver)</h1><p>\(words.digestIsOverHint)</p>
              <p><a class="button primary" href="\(Routes.timesheets.address)">\(words.openTimesheets)</a></p>
            </section>
            """
        return Page(words.digestIsOver, visit.frame, layout: .center, isError: true, content: content)
            .response(.notFound)
    }
}
