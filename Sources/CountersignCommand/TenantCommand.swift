import Portal
import Staffing
import Tenancy

/// `countersign tenant`: lists the client companies, or begins one.
enum TenantCommand {
    static let grammar = Arguments.Grammar.common.adding(
        values: ["name", "currency", "zone", "prefix", "week-starts", "terms-days"], operands: 1...2)

    static func run(_ arguments: Arguments) async throws(Complaint) {
        let settings = try ServerSettings(arguments)
        switch arguments.operands[0] {
        case "list":
            try await withInstallation(settings) { (installation) async throws(Complaint) in
                let tenants = await installation.services.agency.state.tenants.sorted { $0.key < $1.key }
                for (id, name) in tenants { Console.print("\(id.slug)\t\(name)") }
            }
        case "add":
            guard arguments.operands.count == 2 else { throw .usage("tenant add needs a short name.") }
            try await add(arguments.operands[1], arguments, settings)
        default: throw .usage("tenant takes list or add.", next: "countersign tenant --help")
        }
    }

    private static func add(
        _ slug: String, _ arguments: Arguments, _ settings: ServerSettings
    ) async throws(Complaint) {
        let name = try arguments.required("name")
        guard let currency = Currency(rawValue: try arguments.required("currency").uppercased()) else {
            throw .usage("--currency is USD or CAD.")
        }
        let zone = try arguments.required("zone")
        let client = Client(
            name: name, currency: currency, language: .english, timeZone: zone,
            workweekStart: arguments["week-starts"] == "sunday" ? .sunday : .monday,
            invoicePrefix: try arguments.required("prefix").uppercased(),
            paymentTermsDays: try arguments.number("terms-days", 0...180) ?? 30)
        try await withInstallation(settings) { (installation) async throws(Complaint) in
            guard installation.services.zones(zone) != nil else {
                throw Complaint(
                    "There is no time zone “\(zone)”.", why: "The system's tzdata has no such name.",
                    next: "Use a name such as America/Chicago.")
            }
            do throws(Turned<AgencyRefusal>) {
                try await installation.services.agency.perform(.openTenant(slug, name: name), for: .system)
            } catch {
                throw installation.complaint(error, "\(slug) could not be added.") { "\($0)" }
            }
            if let id = TenantID(slug) { installation.services.tenants.register(id) }
            let tenant = try await installation.tenant(slug)
            do throws(Turned<SetupRefusal>) {
                try await tenant.perform(.open(client), for: .system)
            } catch {
                throw installation.complaint(error, "\(slug) could not be opened.") { "\($0)" }
            }
            Console.print(installation.services.setting.origin(of: tenant.id))
        }
    }
}
