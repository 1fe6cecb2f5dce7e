import Access
import Staffing
import Tenancy

/// Somebody whom a mail is written to: what it calls them, and the clock to print moments by.
struct Correspondent: Sendable {
    let account: Account
    let name: String
    let email: EmailAddress
    let company: String
    let clock: LocalClock
    /// In the language that they chose.
    let say: any Sentences
    /// The host where they sign in.
    let origin: String
}

extension Visit {
    /// Whoever has an account and may still come in; nobody where the client's records cannot be read.
    func correspondent(_ account: Account) async -> Correspondent? {
        switch (account.realm, account.person) {
        case (.tenant(let id), .contact):
            guard let tenant = try? await tenant(id) else { return nil }
            return await tenant.run { tenant in
                tenant.contact(of: account).map { correspondent($0, of: tenant) }
            }
        case (.agency, .staff(let id)):
            guard let member = await services.agency.state.staff[id], member.isActive else { return nil }
            return Correspondent(
                account: account, name: member.name, email: member.email,
                company: services.setting.agencyName, clock: LocalClock(nil), say: English(),
                origin: services.setting.staffOrigin)
        case (_, .contact), (_, .staff), (_, .worker), (_, .system), (_, .nobody): return nil
        }
    }

    func correspondent(_ contact: Contact, of tenant: isolated Tenant) -> Correspondent {
        let (client, say) = (tenant.state.client, contact.language.sentences)
        return Correspondent(
            account: Account(realm: .tenant(tenant.id), person: .contact(contact.id)), name: contact.name,
            email: contact.email, company: client.name,
            clock: LocalClock(services.zones(client.timeZone), say.formats), say: say,
            origin: services.setting.origin(of: tenant.id))
    }
}
