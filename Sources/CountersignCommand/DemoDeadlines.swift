import Journal
import Portal
import Staffing
import Tenancy

/// By when the demonstration's clients approve hours: Monday at noon, at one of them Tuesday, with the first
/// client admin as who is told last.
struct DemoDeadlines {
    let installation: Installation

    private static let noon = 12 * 60

    func set() async throws(Complaint) {
        for id in installation.services.tenants.all {
            let tenant = try await installation.tenant(id.slug)
            await tenant.run { tenant in
                let admin = tenant.state.contacts.values.sorted { $0.email.text < $1.email.text }.first {
                    Policy.may(
                        .contact($0, under: tenant.world.roles.book), .managePeople, at: .tenant,
                        on: tenant.today
                    ).isAllowed
                }
                let weekday: Weekday = tenant.state.client.workweekStart == .monday ? .monday : .tuesday
                let setting = CutoffSetting(
                    cutoff: Cutoff(weekday, minute: Self.noon), escalation: admin?.id, daysOff: [])
                _ = try? tenant.perform(.set(nil, setting), for: .system)
            }
            do throws(StoreFailure) { try await tenant.untilDurable() } catch {
                throw installation.folder.complaint(error)
            }
        }
    }
}
