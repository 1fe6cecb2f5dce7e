import Access
import HTTP
import Markup
import Staffing
import Tenancy

/// The staff side of a view: whom, and why. What follows is a link to the client's own host.
enum StaffViewing {
    static let staff: [Endpoint] = [
        .apart(
            .get, Routes.tenantViewing, needs: .permission(.viewAs), shows: .ordinary
        ) { (visit, id) async throws(Problem) in
            let page = try await page(visit, id, visit.query["person"])
            return page.response(.ok)
        },
        .apart(.post, Routes.tenantViewing, needs: .permission(.viewAs), shows: .ordinary, offer),
    ]

    /// So that a reason says something, and can be read in a line of a log.
    static let shortestReason = 10
    static let longestReason = 300

    private static func page(
        _ visit: Visit, _ id: TenantID, _ person: String?
    ) async throws(Problem) -> StaffViewingPage {
        guard let contact = person.flatMap(ContactID.init(pathText:)) else { throw .missing }
        let (name, zone) = try await visit.inTenant(id) { tenant throws(Problem) in
            (try tenant.known(contact).name, tenant.state.client.timeZone)
        }
        return StaffViewingPage(visit: visit, id: id, contact: contact, name: name, timeZone: zone)
    }

    private static func offer(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        var page = try await page(visit, id, visit.form["person"])
        let reason = (visit.form["reason"] ?? "").trimmed
        guard case .staff(let staff) = visit.viewer.person, let session = visit.session else {
            throw .missing
        }
        guard (shortestReason...longestReason).contains(reason.count) else {
            page.errors.add("reason", visit.staffSay.viewingReasonWanted(shortestReason, longestReason))
            return page.response(.unprocessableContent)
        }
        let viewing = Viewing(
            staff: staff, staffName: visit.viewer.name, tenant: id, contact: page.contact,
            contactName: page.name, reason: reason, timeZone: page.timeZone)
        let services = visit.services
        guard let token = services.doorkeeper.viewings.offer(viewing, by: session, at: services.reading())
        else { throw Problem(.tooManyRequests, visit.staffSay.viewingTooMany) }
        page.link = services.setting.origin(of: id) + Routes.viewing(TokenKey(token)).path
        return page.response(.ok)
    }
}

struct StaffViewingPage: Sendable {
    let visit: Visit
    let id: TenantID
    let contact: ContactID
    let name: String
    let timeZone: String
    var errors = FormErrors()
    /// The way to the client's host, when the reason has been given.
    var link: String?

    private var say: any AgencySentences { visit.staffSay }

    func response(_ status: Status) -> Response {
        let title = say.viewingTitle(name)
        return Page(
            title, visit.frame, place: Routes.tenants.address, layout: .narrow, isError: !errors.isEmpty,
            content: content(title)
        ).response(status)
    }

    private func content(_ title: String) -> Markup {
        let person = Routes.tenantSight(id).with("person", contact.pathText)
        return """
            \(errors.summary(say))
            <div class="page-head"><div><a class="back" href="\(person)">\(name)</a>
            <h1>\(title)</h1>\
            <p class="muted">\(say.viewingTerms(minutes: Int(ViewingLimits.standard.seconds / 60)))</p>\
            </div></div>
            \(link.map(go) ?? form)
            """
    }

    private var form: Markup {
        let back = Routes.tenantSight(id).with("person", contact.pathText)
        return """
            <form class="form" method="post" action="\(Routes.tenantViewing(id))">\(visit.frame.csrfField)
            <input type="hidden" name="person" value="\(contact.pathText)">
            <div class="field"><label for="reason">\(say.viewingReason)</label>\(errors.note(for: "reason"))
            <p class="hint">\(say.viewingReasonHint)</p>
            <textarea class="input" id="reason" name="reason" rows="3" \
            maxlength="\(StaffViewing.longestReason)" required\(errors.mark("reason"))>\
            \(visit.form["reason"] ?? "")</textarea></div>
            <div class="actions"><button class="button primary">\(say.viewingOffer)</button>\
            <a class="button quiet" href="\(back)">\(visit.words.cancel)</a></div></form>
            """
    }

    private func go(_ link: String) -> Markup {
        """
        \(Notice(.info, say.viewingReady(seconds: Int(ViewingLimits.standard.offerSeconds))).html)
        <div class="actions"><a class="button primary" href="\(link)">\(say.viewingGo(name))</a></div>
        """
    }
}
