import Access
import Formats
import HTTP
import Mail
import Staffing
import Tenancy

/// Bringing somebody of the agency in: they stand on the list first, then a link is made, then it goes out.
enum ColleagueInviting {
    static func invite(_ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        let draft = ColleagueDraft(visit.form)
        var page = ColleaguePage(visit: visit, stepUp: try await StepUp(visit), draft: draft)
        guard page.stepUp.isProved else { return page.response(.unprocessableContent) }
        switch try await visit.perform(
            .addStaff(name: draft.name, email: draft.email, roles: draft.roles))
        {
        case .success(let events):
            guard case .staffJoined(let member) = events.first else { throw .missing }
            return try await send(to: member, visit)
        case .failure(let refusal):
            page.errors = try FormErrors(colleague: refusal, visit.words)
            return page.response(.unprocessableContent)
        }
    }

    static func inviteAgain(_ visit: Visit, _ id: StaffID) async throws(Problem) -> Response {
        let member = try await visit.colleague(id)
        guard try await StepUp(visit).isProved else { return back(to: id) }
        return try await send(to: member, visit)
    }

    static func withdraw(_ visit: Visit, _ id: StaffID) async throws(Problem) -> Response {
        _ = try await visit.colleague(id)
        guard try await StepUp(visit).isProved else { return back(to: id) }
        let hasEnded = await visit.services.doorkeeper.withdrawInvitation(
            of: visit.account(id), at: visit.services.reading())
        guard hasEnded else { throw Problem(.serviceUnavailable, visit.say.explain(.unavailable)) }
        await visit.stopMail(toColleague: id)
        return Response(seeOther: Routes.colleague(id).with("done", "withdrawn").headerValue)
    }

    /// Their page asks who is there.
    private static func back(to id: StaffID) -> Response {
        Response(seeOther: Routes.colleague(id).headerValue)
    }

    /// Makes a new link, which ends an earlier one. Whoever has been in before gets theirs by mail only.
    private static func send(to member: StaffMember, _ visit: Visit) async throws(Problem) -> Response {
        let doorkeeper = visit.services.doorkeeper
        let account = visit.account(member.id)
        let isReset = await doorkeeper.hasPassword(account)
        guard let token = await doorkeeper.invite(account, at: visit.services.reading()) else {
            throw Problem(.serviceUnavailable, visit.say.linkNotMade)
        }
        let link = visit.services.setting.staffOrigin + Routes.invitation(TokenKey(token)).path
        // The link ends during a day, so the last one that can be promised is the day before.
        let lastDay = visit.services.world.day(
            visit.now.adding(seconds: doorkeeper.invitationSeconds), "UTC"
        ).adding(days: -1)
        let mail = mail(to: member, link, lastDay, isReset: isReset, visit)
        let isSent = if let mail { await visit.services.outbox.put(mail) } else { false }
        return ColleagueLinkPage(
            visit: visit, member: member, link: isReset ? nil : link, lastDay: lastDay, isSent: isSent
        ).response
    }

    private static func mail(
        to member: StaffMember, _ link: String, _ lastDay: Day, isReset: Bool, _ visit: Visit
    ) -> OutgoingMail? {
        let setting = visit.services.setting
        guard let from = Mailbox(setting.agencyName, setting.mailSender),
            let to = Mailbox(member.name, member.email.text)
        else { return nil }
        let words = visit.words.colleagueMail(
            name: MailText(member.name).text, inviter: MailText(visit.viewer.name).text,
            agency: MailText(setting.agencyName).text, lastDay: lastDay.civil.text(.long, .englishUS),
            isReset: isReset)
        return MailMessage(
            from: from, to: to, subject: MailText(words.subject),
            paragraphs: [words.greeting, words.reason, link, words.limits, words.unasked],
            written: visit.now.seconds, id: visit.services.world.drawNumber(), domain: setting.baseDomain,
            addressee: Addressee(colleague: member.id)
        ).outgoing
    }
}

extension Addressee {
    init(colleague: StaffID) { self.init(realm: Realm.agency.name, person: colleague.pathText) }
}

extension Visit {
    /// A mail that still waits with a link that has ended need not go out.
    func stopMail(toColleague id: StaffID) async {
        guard let queue = services.outbox.queue else { return }
        let moment = now.seconds
        await blocking(services.runBlocking) { queue.withdraw(Addressee(colleague: id), at: moment) }
    }
}
