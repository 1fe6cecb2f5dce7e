import Access
import Formats
import HTTP
import Mail
import Markup
import Staffing
import Tenancy

extension Routes {
    static let forgottenPassword = Route<NoKey>("/forgotten-password")
}

/// A link by mail for somebody who has forgotten the password. The page says the same to everybody and is
/// done before anybody is looked for, so neither its words nor its time tell who has an account.
enum ForgottenPassword {
    static let client: [Endpoint] = [
        .besideTenant(.get, Routes.forgottenPassword, needs: .nothing, shows: .ordinary) {
            (_, visit, _) async throws(Problem) in
            ForgottenPasswordPage(visit: visit).response()
        },
        .besideTenant(.post, Routes.forgottenPassword, needs: .nothing, shows: .ordinary) {
            (tenant, visit, _) async throws(Problem) in
            await ask(visit) { address in
                await tenant.run { $0.state.contactID(email: address) }.map { .contact($0) }
            }
        },
    ]

    static let staff: [Endpoint] = [
        .apart(.get, Routes.forgottenPassword, needs: .nothing, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            ForgottenPasswordPage(visit: visit).response()
        },
        .apart(.post, Routes.forgottenPassword, needs: .nothing, shows: .ordinary) {
            (visit, _) async throws(Problem) in
            await ask(visit) { address in
                await visit.services.agency.run { $0.state.staffID(email: address) }.map { .staff($0) }
            }
        },
    ]

    private static func ask(
        _ visit: Visit, finding find: @escaping @Sendable (EmailAddress) async -> Viewer.Person?
    ) async -> Response {
        var page = ForgottenPasswordPage(visit: visit)
        guard let address = EmailAddress((visit.form["email"] ?? "").trimmed) else {
            page.errors.add("email", visit.say.explain(PeopleRefusal.emailInvalid))
            return page.response(.unprocessableContent)
        }
        let wait = await visit.services.doorkeeper.countMail(
            "forgotten \(visit.realm.name) \(address.text)", from: visit.exchange.network,
            at: visit.services.reading())
        if let seconds = wait {
            visit.report(.tooManyTries)
            page.errors.add("email", visit.say.tooManyMails(seconds: Int(seconds)))
            return page.response(.tooManyRequests, retryAfterSeconds: Int(seconds))
        }
        Task(executorPreference: visit.services.tasks) {
            guard let person = await find(address) else { return }
            await send(to: Account(realm: visit.realm, person: person), visit)
        }
        page.isAsked = true
        return page.response()
    }

    private static func send(to account: Account, _ visit: Visit) async {
        let doorkeeper = visit.services.doorkeeper
        guard let recipient = await visit.correspondent(account),
            let token = await doorkeeper.invite(back: account, at: visit.services.reading())
        else { return }
        let setting = visit.services.setting
        guard let from = visit.sender(in: account.realm, company: recipient.company),
            let to = Mailbox(recipient.name, recipient.email.text)
        else { return }
        let words = recipient.say.forgottenMail(
            name: MailText(recipient.name).text, company: MailText(recipient.company).text,
            link: recipient.origin + Routes.invitation(TokenKey(token)).path,
            minutes: Int(Doorkeeper.resetSeconds / 60))
        let mail = MailMessage(
            from: from, to: to, subject: MailText(words.subject), paragraphs: words.paragraphs,
            written: visit.now.seconds, id: visit.services.world.drawNumber(), domain: setting.baseDomain,
            addressee: Addressee(realm: account.realm.name, person: "forgotten/" + recipient.email.text)
        ).outgoing
        _ = await visit.services.outbox.put(mail)
    }
}

struct ForgottenPasswordPage {
    let visit: Visit
    var errors = FormErrors()
    /// Whether a mail is on its way, should there be anybody to write to.
    var isAsked = false

    private var say: any Sentences { visit.say }

    func response(_ status: Status = .ok, retryAfterSeconds: Int? = nil) -> Response {
        Page(
            say.forgottenTitle, visit.frame, layout: .center, isError: !errors.isEmpty,
            content: isAsked ? asked : form
        ).response(status, retryAfterSeconds: retryAfterSeconds)
    }

    private var form: Markup {
        """
        \(errors.summary(say))
        <section class="panel stack">
          <h1>\(say.forgottenTitle)</h1>
          <p class="muted">\(say.forgottenHint)</p>
          <form class="form" method="post" action="\(Routes.forgottenPassword.address)">
            <div class="field"><label for="email">\(say.email)</label>\(errors.note(for: "email"))
              <input class="input" id="email" name="email" type="email" autocomplete="username" required \
        value="\(visit.form["email"] ?? "")"\(errors.mark("email"))></div>
            <div class="actions"><button class="button primary wide">\(say.mailLink)</button></div>
          </form>
          <p class="small"><a href="\(Routes.signIn.address)">\(say.codeBack)</a></p>
        </section>
        """
    }

    private var asked: Markup {
        """
        <section class="panel stack">
          <h1>\(say.forgottenAskedTitle)</h1>
          <p>\(say.forgottenAsked)</p>
          <p class="small muted">\(say.forgotPassword)</p>
          <p class="small"><a href="\(Routes.signIn.address)">\(say.codeBack)</a></p>
        </section>
        """
    }
}
