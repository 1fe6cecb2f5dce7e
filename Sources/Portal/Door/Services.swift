package import Access
package import Crypto
package import Formats
import HTTP
package import Journal
package import Mail
package import Staffing
package import Tenancy

/// Everything the portal stands on, made once at start. A class, because each request hands it on many times,
/// and two dozen counted references would go with it.
package final class Services: Sendable {
    package let setting: InstallationSetting
    package let tenants: TenantDirectory
    package let agency: Agency
    package let doorkeeper: Doorkeeper
    package let trail: Trail
    package let assets: Assets
    /// Files that were asked for lately, open.
    package let shelf = DocumentShelf()
    /// What invoices are set in, parsed once.
    package let fonts: PDFFonts
    /// Signs what people may have to prove elsewhere.
    package let receiptKey: SigningKey
    package let world: World
    /// The rules of an IANA zone; nothing for a name that the system does not have.
    package let zones: @Sendable (String) -> TimeZoneRules?
    package let outbox: Outbox
    package let reading: @Sendable () -> Reading
    /// Runs blocking work on an I/O thread, sooner or later.
    package let runBlocking: @Sendable (@escaping @Sendable () -> Void) -> Void
    /// Where requests run that belong to no client's actor; they may take long and must not hold up a loop.
    package let tasks: any TaskExecutor
    /// Tells the operator's log what happened at a door.
    package let report: @Sendable (DoorEvent) -> Void

    package init(
        setting: InstallationSetting, tenants: TenantDirectory, agency: Agency, doorkeeper: Doorkeeper,
        trail: Trail, assets: Assets, fonts: PDFFonts, receiptKey: SigningKey, world: World,
        zones: @escaping @Sendable (String) -> TimeZoneRules?, outbox: Outbox,
        reading: @escaping @Sendable () -> Reading,
        runBlocking: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void,
        tasks: any TaskExecutor,
        report: @escaping @Sendable (DoorEvent) -> Void
    ) {
        self.setting = setting
        self.tenants = tenants
        self.agency = agency
        self.doorkeeper = doorkeeper
        self.trail = trail
        self.assets = assets
        self.fonts = fonts
        self.receiptKey = receiptKey
        self.world = world
        self.zones = zones
        self.outbox = outbox
        self.reading = reading
        self.runBlocking = runBlocking
        self.tasks = tasks
        self.report = report
    }
}

/// What the operator decides about the installation.
package struct InstallationSetting: Sendable {
    /// `localhost`, or the domain below which each client has a host.
    package let baseDomain: String
    /// The port that people's browsers use; 443 does not show in addresses.
    package let port: UInt16
    package let agencyName: String
    private let portInAddresses: String
    package let ownHosts = OwnHosts()
    /// The address that mails come from.
    package var mailSender: String

    package init(baseDomain: String, port: UInt16, agencyName: String) {
        self.baseDomain = baseDomain
        self.port = port
        self.agencyName = agencyName
        portInAddresses = port == 443 ? "" : ":\(port)"
        mailSender = "no-reply@\(baseDomain)"
    }

    /// The host as browsers send it, with the port where it is not 443.
    package func authority(_ host: String) -> String { host + portInAddresses }

    package var landingOrigin: String { "https://" + authority(baseDomain) }

    package var staffOrigin: String { "https://" + authority("staff.\(baseDomain)") }

    package func origin(of tenant: TenantID) -> String {
        "https://" + authority(ownHosts.host(of: tenant) ?? "\(tenant.slug).\(baseDomain)")
    }
}

extension Services {
    /// What is said of a failure without a client's name and counts, which may not be on disk.
    func bareProblem(_ problem: Problem, _ exchange: Exchange, _ say: any Sentences) -> Response {
        ProblemPage(problem: problem, frame: bareFrame(exchange, say)).response
    }

    /// The frame of a page for somebody who is not known.
    func bareFrame(_ exchange: Exchange, _ say: any Sentences) -> Frame {
        Frame(
            clientName: nil, agencyName: setting.agencyName, personName: nil, navigation: [], csrfToken: "",
            say: say, assets: assets.names, requestID: exchange.id)
    }
}
