import Access
import HTTP
import Journal
import Mail
import Staffing
import Tenancy

/// Performs what a file asks for. What fails in the middle stays undone, and the same file completes it.
struct InviteRun: Sendable {
    let desk: InviteDesk
    let company: String
    let lastDay: Day

    /// So many people are decided in one step, which takes a millisecond: meanwhile everybody waits who is
    /// served by the same loop. Their records, and their links, share one sync each.
    static let peoplePerStep = 50

    struct Outcome: Sendable {
        var invited = 0
        var extended = 0
        /// Who was there already and got a new link.
        var linked = 0
        /// Something changed between the look and this step, so nothing was done for them.
        var refused = 0
        /// Links that no mail could be written for; they have ended again.
        var unsent = 0
    }

    init(_ desk: InviteDesk) async {
        self.desk = desk
        let (client, visit) = (await desk.tenant.state.client, desk.visit)
        company = client.name
        let end = visit.now.adding(seconds: visit.services.doorkeeper.invitationSeconds)
        // The link ends during a day, so the last one that can be promised is the day before.
        lastDay = visit.services.world.day(end, client.timeZone).adding(days: -1)
    }

    func perform(_ plan: InvitePlan) async throws(Problem) -> Outcome {
        let people = plan.people.filter(\.isToBeDone)
        var outcome = Outcome()
        for start in stride(from: 0, to: people.count, by: Self.peoplePerStep) {
            let step = people[start..<min(start + Self.peoplePerStep, people.count)]
            let invited = try await record(Array(step), &outcome)
            try await desk.tenant.settle(desk.visit)
            try await send(to: invited, &outcome)
        }
        return outcome
    }

    /// One step inside the tenant; gives back who needs a link.
    private func record(
        _ people: [InvitedPerson], _ outcome: inout Outcome
    ) async throws(Problem) -> [Contact] {
        let (caller, say) = (try await desk.caller(), desk.say)
        let (contacts, part) = try await desk.tenant.run { (tenant: isolated Tenant) throws(Problem) in
            var contacts: [Contact] = []
            var part = Outcome()
            for person in people {
                guard let contact = try Self.settle(person, tenant, caller, say) else {
                    part.refused += 1
                    continue
                }
                part.count(person)
                if person.needsLink, contact.standing == .invited { contacts.append(contact) }
            }
            return (contacts, part)
        }
        outcome.add(part)
        return contacts
    }

    /// Nothing where the rules refuse now what they allowed when the file was looked at.
    private static func settle(
        _ person: InvitedPerson, _ tenant: isolated Tenant, _ caller: Caller, _ say: any Sentences
    ) throws(Problem) -> Contact? {
        if let known = person.known, person.asks.isEmpty { return tenant.state.contacts[known.id] }
        do throws(Turned<PeopleRefusal>) {
            try tenant.perform(person.command(), for: caller)
            return tenant.state.contact(email: person.address)
        } catch {
            switch error {
            case .notRecorded(let failure): throw Problem(failure, say)
            case .refused(.notAllowed): throw .missing
            case .refused: return nil
            }
        }
    }
}

extension InviteRun {
    private func send(to contacts: [Contact], _ outcome: inout Outcome) async throws(Problem) {
        guard !contacts.isEmpty else { return }
        let services = desk.visit.services
        let accounts = contacts.map { Account(realm: .tenant(desk.tenant.id), person: .contact($0.id)) }
        guard let tokens = await services.doorkeeper.invite(accounts, at: services.reading()) else {
            throw Problem(.serviceUnavailable, desk.say.linkNotMade)
        }
        for ((contact, account), token) in zip(zip(contacts, accounts), tokens) {
            if let mail = mail(to: contact, token), await services.outbox.put(mail) { continue }
            outcome.unsent += 1
            // Nobody has the link. Without one, the same file makes another.
            _ = await services.doorkeeper.withdrawInvitation(of: account, at: services.reading())
        }
    }

    private func mail(to contact: Contact, _ token: AccessToken) -> OutgoingMail? {
        let (visit, tenant) = (desk.visit, desk.tenant.id)
        let path = Routes.invitation(TokenKey(token)).path
        return InvitationMail(
            name: contact.name, email: contact.email, company: company, inviter: visit.viewer.name,
            link: visit.services.setting.origin(of: tenant) + path, lastDay: lastDay, isReset: false,
            say: contact.language.sentences, addressee: Addressee(contact, of: tenant)
        ).outgoing(visit)
    }
}

extension InviteRun.Outcome {
    fileprivate mutating func count(_ person: InvitedPerson) {
        if person.known == nil {
            invited += 1
        } else if person.asks.isEmpty {
            linked += 1
        } else {
            extended += 1
        }
    }

    fileprivate mutating func add(_ part: InviteRun.Outcome) {
        invited += part.invited
        extended += part.extended
        linked += part.linked
        refused += part.refused
    }

    /// As the address of the page carries it that tells of them.
    func address(_ page: Address) -> Address {
        page.with("invited", invited).with("extended", extended).with("linked", linked)
            .with("refused", refused).with("unsent", unsent)
    }

    /// Nothing where the address tells of none.
    init?(_ query: Query) throws(Problem) {
        guard query["invited"] != nil else { return nil }
        func number(_ name: String) throws(Problem) -> Int {
            guard let text = query[name], text.utf8.count <= 5, let number = Int(text), number >= 0 else {
                throw .missing
            }
            return number
        }
        invited = try number("invited")
        extended = try number("extended")
        linked = try number("linked")
        refused = try number("refused")
        unsent = try number("unsent")
    }
}
