import Access
import Formats
import HTTP
import Mail
import Markup
import Staffing
import Tenancy

/// The personal link of one worker: whether there is one, a new one, and its end.
enum PersonalLinks {
    static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        let view = try await view(visit.query["worker"], visit, id)
        return PersonalLinkPage(visit: visit, id: id, view: view).response
    }

    /// It stands in the client's records first, then it is made, then it goes out. A crash in between leaves
    /// a record of a link that opens nothing, and never one that opens something and is on no record.
    static func make(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        _ = try await visit.tenantName(id)
        let view = try await view(visit.form["worker"], visit, id)
        var page = PersonalLinkPage(visit: visit, id: id, view: view)
        let typed = (visit.form["email"] ?? "").trimmed
        let address = EmailAddress(typed)
        guard typed.isEmpty || address != nil else {
            page.errors.add("email", visit.staffSay.ofExpectedStaff.linkAddressWrong)
            return page.response
        }
        let reading = visit.services.reading()
        let expires = reading.moment.adding(seconds: Doorkeeper.personalLinkSeconds)
        let command = ExpectedCommand.makeLink(view.worker.id, sentTo: address, expires: expires)
        try await perform(command, visit, id)
        let token = await visit.services.doorkeeper.makePersonalLink(of: view.worker.id, at: id, now: reading)
        guard let token else {
            page.outcome = .notMade
            return page.response
        }
        let link = visit.services.setting.origin(of: id) + Routes.ownHours(TokenKey(token)).path
        page.view = try await self.view(view.worker.id.pathText, visit, id)
        guard let address else {
            page.outcome = .shown(link)
            return page.response
        }
        let mail = PersonalLinkMail(
            worker: view.worker.name, email: address, client: view.client, link: link,
            lastDay: visit.services.world.day(expires, view.zone).adding(days: -1),
            say: view.language.sentences
        ).outgoing(visit)
        let isSent = if let mail { await visit.services.outbox.put(mail) } else { false }
        page.outcome = isSent ? .sent(address) : .notSent(link)
        return page.response
    }

    /// What opens something ends before it is said that it has ended.
    static func end(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        _ = try await visit.tenantName(id)
        let view = try await view(visit.form["worker"], visit, id)
        let isEnded = await visit.services.doorkeeper.endPersonalLink(
            of: view.worker.id, at: id, now: visit.services.reading())
        guard isEnded else { throw Problem(.serviceUnavailable) }
        try await perform(.endLink(view.worker.id), visit, id)
        let address = Routes.tenantPersonalLink(id).with("worker", view.worker.id.pathText).with(
            "done", "ended")
        return Response(seeOther: address.headerValue)
    }

    private static func perform(
        _ command: ExpectedCommand, _ visit: Visit, _ id: TenantID
    ) async throws(Problem) {
        let caller = visit.caller
        try await visit.inTenant(id) { tenant throws(Problem) in
            let errors = try tenant.errors(of: command, tenant.today, for: caller, visit.say)
            guard errors.isEmpty else { throw .missing }
        }
    }

    private static func view(
        _ text: String?, _ visit: Visit, _ id: TenantID
    ) async throws(Problem) -> PersonalLinkView {
        guard let worker = text.flatMap(WorkerID.init(pathText:)) else { throw .missing }
        return try await visit.inTenant(id) { tenant throws(Problem) in
            guard let known = tenant.state.workers[worker] else { throw .missing }
            return PersonalLinkView(
                client: tenant.state.client.name, zone: tenant.state.client.timeZone, worker: known,
                language: tenant.state.client.language,
                link: tenant.state.expected.links[worker].flatMap { $0.expires > visit.now ? $0 : nil })
        }
    }
}

struct PersonalLinkView: Sendable {
    let client: String
    let zone: String
    let worker: Worker
    /// That of the client: what language a worker reads is not known.
    let language: Language
    let link: WorkerLink?
}

struct PersonalLinkPage {
    let visit: Visit
    let id: TenantID
    var view: PersonalLinkView
    var errors = FormErrors()
    var outcome = Outcome.nothing

    enum Outcome {
        case nothing
        case shown(String)
        case sent(EmailAddress)
        case notSent(String)
        case notMade
    }

    private var say: any AgencySentences { visit.staffSay }
    private var words: any ExpectedStaffWords { say.ofExpectedStaff }

    var response: Response {
        let content: Markup = """
            \(errors.summary(say))\(notice)
            <div class="page-head"><div><a class="back" href="\(Routes.tenantExpected(id))">\
            \(view.client) · \(words.title)</a><h1>\(words.personalLink)</h1>
            <p class="muted">\(view.worker.name) · \(view.worker.number)</p></div></div>
            <p>\(words.linkExplanation)</p>
            <p>\(view.link.map(standing) ?? words.noLink)</p>
            \(form)
            \(view.link == nil ? nil : ending)
            """
        return Page(
            words.personalLink, visit.frame, place: Routes.tenants.address, layout: .narrow,
            isError: status != .ok, content: content
        ).response(status)
    }

    private var status: Status {
        if !errors.isEmpty { return .unprocessableContent }
        if case .notMade = outcome { return .serviceUnavailable }
        return .ok
    }

    private var notice: Markup? {
        switch outcome {
        case .nothing: visit.query["done"] == "ended" ? Notice(.ok, words.linkEnded).html : nil
        case .shown(let link): Notice(.ok, words.linkShownOnce, content: field(link)).html
        case .sent(let address): Notice(.ok, words.linkSent(to: address.text)).html
        case .notSent(let link): Notice(.warn, words.linkNotSent, content: field(link)).html
        case .notMade: Notice(.bad, words.linkNotMade).html
        }
    }

    private func field(_ link: String) -> Markup {
        """
        <input class="input" id="link" readonly value="\(link)" aria-label="\(words.personalLink)">
        """
    }

    private func standing(_ link: WorkerLink) -> String {
        let clock = LocalClock(visit.services.zones(view.zone))
        return words.linkStands(
            by: link.by, at: clock.stamp(link.at),
            until: clock.day(link.expires).adding(days: -1).civil.text(.short, .englishUS),
            sentTo: link.sentTo?.text)
    }

    private var worker: Markup {
        "<input type=\"hidden\" name=\"worker\" value=\"\(view.worker.id.pathText)\">"
    }

    private var form: Markup {
        let fields = StaffFields(form: visit.form, errors: errors)
        let known = view.link?.sentTo?.text ?? ""
        return """
            <form class="form" method="post" action="\(Routes.tenantPersonalLink(id))">\
            \(visit.frame.csrfField)\(worker)
            \(fields.text("email", words.linkAddress, hint: words.linkAddressHint, otherwise: known))
            <div class="actions"><button class="button primary">\(words.makeLink)</button></div></form>
            """
    }

    private var ending: Markup {
        """
        <form method="post" action="\(Routes.tenantPersonalLinkEnd(id))">\(visit.frame.csrfField)\(worker)
        <button class="button">\(words.endLink)</button></form>
        """
    }
}

/// The mail with a worker's link. Opening the link changes nothing.
struct PersonalLinkMail {
    let worker: String
    let email: EmailAddress
    let client: String
    let link: String
    let lastDay: Day
    let say: any Sentences

    /// Nothing when the address is one that no mail header can carry.
    func outgoing(_ visit: Visit) -> OutgoingMail? {
        let setting = visit.services.setting
        guard let from = Mailbox(setting.agencyName, setting.mailSender),
            let to = Mailbox(worker, email.text)
        else { return nil }
        let words = say.ofWorkerPage.linkMail(
            name: MailText(worker).text, client: MailText(client).text,
            agency: MailText(setting.agencyName).text, lastDay: lastDay.civil.text(.long, say.formats))
        return MailMessage(
            from: from, to: to, subject: MailText(words.subject),
            paragraphs: [words.greeting, words.reason, link, words.limits, words.unasked],
            written: visit.now.seconds, id: visit.services.world.drawNumber(), domain: setting.baseDomain
        ).outgoing
    }
}
