import Access
import Crypto
import Gateway
import Portal
import Staffing
import TLS
import Telemetry
import Tenancy
import Unix

/// A running server: an installation behind its gateway, until somebody stops it.
struct Server: Sendable {
    let installation: Installation
    let certificates: Certificates
    private let context: ServerContext
    private let gateway: Gateway
    private let notice: ServiceNotice
    /// Taken over before anybody is told that the server is ready, so that none ends it in the old way.
    private let signals: AsyncStream<Signal>

    /// How long what is in flight may take when the server stops.
    private static let stopPatience = Duration.seconds(20)
    private static let tenantIdleSeconds: Int64 = 15 * 60

    /// Opens everything and starts the loops; nobody can connect yet.
    static func prepare(_ settings: ServerSettings) async throws(Complaint) -> Server {
        let descriptors = ProcessFacts.raiseDescriptorLimit()
        let certificates = Certificates(settings: settings)
        let installation = try await Installation.open(settings, publicPort: settings.listen.port)
        let context = try certificates.context()
        var gatewaySettings = GatewaySettings(listen: settings.listen, redirect: settings.redirect)
        gatewaySettings.publicPort = settings.listen.port
        gatewaySettings.domain = settings.baseDomain
        gatewaySettings.limits = .fitting(descriptors: descriptors)
        gatewaySettings.limits.connectionsPerNetwork = settings.connectionsPerAddress
        let world = GatewayWorld(
            steady: { SystemClock.steadyMicroseconds() }, wall: { SystemClock.wallMicroseconds() },
            seed: randomIdentifier(), log: installation.log, metrics: installation.metrics)
        let notice = ServiceNotice(address: ProcessFacts.environment("NOTIFY_SOCKET"))
        let services = installation.services
        let gateway = Gateway(
            gatewaySettings, context: context, loops: installation.loops, application: Portal(services),
            world: world,
            everySecond: { loop in
                guard loop == 0 else { return }
                notice.say(.alive)
                Task { await Self.keepHouse(installation) }
            })
        do throws(Errno) { try gateway.startLoops() } catch {
            throw Complaint("The event loops could not be started.", why: error.description)
        }
        await installation.registerTenants()
        let (signals, send) = AsyncStream.makeStream(of: Signal.self)
        Signal.deliver { send.yield($0) }
        return Server(
            installation: installation, certificates: certificates, context: context, gateway: gateway,
            notice: notice, signals: signals)
    }

    /// Listens. From here on people can connect.
    func start() throws(Complaint) {
        do throws(Errno) { try gateway.start() } catch {
            throw Complaint(
                "The server cannot listen on \(places).", why: error.description,
                next: error == .accessDenied
                    ? "Ports below 1024 need CAP_NET_BIND_SERVICE; Deploy/countersign.service shows how."
                    : "Choose another with --port, or stop what uses it.")
        }
        notice.say(.ready)
    }

    private var places: String {
        [certificates.settings.listen, certificates.settings.redirect].compactMap { place in
            place.map { "\($0.address):\($0.port)" }
        }.joined(separator: " and ")
    }

    /// Serves until SIGTERM or SIGINT; SIGHUP reads the certificate files again.
    func run() async {
        for await signal in signals {
            switch signal {
            case .reload: reload()
            case .stop:
                notice.say(.stopping)
                await gateway.stop(within: Self.stopPatience)
                await installation.close()
                return
            }
        }
    }

    private func reload() {
        do throws(Complaint) {
            try certificates.reload(into: context)
            installation.log.notice("certificates.reloaded")
        } catch {
            installation.log.error(
                "certificates.kept", ["what": .text(error.what), "why": .text(error.why ?? "")])
        }
    }

    /// What nobody waits for: access records to disk, sessions that expired, clients that nobody uses,
    /// checkpoints.
    private static func keepHouse(_ installation: Installation) async {
        let services = installation.services
        await services.trail.drain()
        let now = services.reading()
        await services.doorkeeper.tidy(at: now)
        services.tenants.rest(unusedSince: now.moment.adding(seconds: -tenantIdleSeconds))
        await installation.attestIfDue()
    }
}
