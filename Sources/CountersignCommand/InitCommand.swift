import Access
import Gateway
import Portal
import Staffing
import Tenancy

/// `countersign init`: begins an installation and prints a one-time link for its first ops admin.
enum InitCommand {
    static let grammar = Arguments.Grammar.common.adding(values: ["name", "email", "port"])

    static func run(_ arguments: Arguments) async throws(Complaint) {
        let settings = try ServerSettings(arguments)
        let name = try arguments.required("name")
        let email = try arguments.required("email")
        guard !DataFolder(path: settings.data).isPrepared else {
            throw Complaint(
                "There is an installation in \(settings.data) already.", why: "init never changes one.",
                next: "countersign person invite ADDRESS --role ops-admin invites one more.")
        }
        let link = try await withInstallation(settings) { (installation) async throws(Complaint) in
            _ = try Certificates(settings: settings).load([])
            return try await installation.inviteStaff(name: name, email: email, roles: [.opsAdmin])
        }
        Console.tell("The installation in \(settings.data) is ready. Within seven days, open:")
        Console.print(link)
        Console.tell("Next: countersign serve --data \(settings.data)")
    }
}

extension Installation {
    /// Adds a member of staff and returns the link by which they choose a password.
    func inviteStaff(name: String, email: String, roles: Set<Role>) async throws(Complaint) -> String {
        let events: [AgencyEvent]
        do throws(Turned<AgencyRefusal>) {
            events = try await services.agency.perform(
                .addStaff(name: name, email: email, roles: roles), for: .system)
        } catch {
            throw complaint(error, "\(email) could not be added.") { "\($0)" }
        }
        guard case .staffJoined(let member) = events.first else {
            throw Complaint("\(email) could not be added.")
        }
        let account = Account(realm: .agency, person: .staff(member.id))
        return try await link(for: account, host: services.setting.staffOrigin)
    }

    func link(for account: Account, host: String) async throws(Complaint) -> String {
        guard let token = await services.doorkeeper.invite(account, at: services.reading()) else {
            throw Complaint(
                "The link could not be recorded.", why: "The disk did not take it.",
                next: "See that it has room, then run countersign person invite again.")
        }
        return host + "/invitations/" + token.text
    }
}
