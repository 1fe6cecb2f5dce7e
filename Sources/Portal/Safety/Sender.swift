import Access
import Mail
import Staffing
import Tenancy

extension Visit {
    /// Whom a mail comes from: in a client's portal the client, as its people know it, from the agency's own
    /// address; for the agency's people the agency.
    func sender(in realm: Realm, company: String) -> Mailbox? {
        let (setting, agency) = (services.setting, services.setting.agencyName)
        let name =
            switch realm {
            case .agency: agency
            case .tenant(let id): services.world.branding.branding(of: id).branding.name ?? company
            }
        return Mailbox(name, setting.mailSender) ?? Mailbox(agency, setting.mailSender)
    }
}
