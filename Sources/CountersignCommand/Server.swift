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

    /// Opens everything and starts the loops; nobody can connect yet.
    static func prepare(_ settings: ServerSettings) async throws(Complaint) -> Server {
        let descriptors = ProcessFacts.raiseDescriptorLimit()
        let certificates = Certificates(settings: settings)
        let installation = try await Installation.open(settings, publicPort: settings.listen.port)
        let context = try certificates.context()
        var gatewaySettings = GatewaySettings(listen: settings.listen, redirect: settings.redirect)
        gatewaySettings.publicPort = settings.listen.port
        gatewaySettings.domain = settings.baseDomain
        let ownHosts = installation.services.setting.ownHosts
        ownHosts.put(settings.ownHosts.map { ($0.host, $0.tenant) })
        gatewaySettings.isOurOwn = { ownHosts.contains($0) }
        gatewaySettings.operations = settings.operations.map {
            GatewaySettings.Operations(place: $0, application: Operations(installation: installation))
        }
        gatewaySettings.limits = .fitting(descriptors: descriptors)
        gatewaySettings.limits.connectionsPerNetwork = settings.connectionsPerAddress
        let world = GatewayWorld(
            steady: { SystemClock.steadyMicroseconds() }, wall: { SystemClock.wallMicroseconds() },
            seed: randomIdentifier(), log: installation.log, metrics: installation.metrics)
        let notice = ServiceNotice(address: ProcessFacts.environment("NOTIFY_SOCKET"))
        let housekeeping = Housekeeping(installation)
        let gateway = Gateway(
            gatewaySettings, context: context, loops: installation.loops,
            application: Portal(installation.services), world: world,
            everySecond: { loop in
                guard loop == 0 else { return }
                notice.say(.alive)
                Task { await housekeeping.run() }
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
        let settings = certificates.settings
        return [settings.listen, settings.redirect, settings.operations].compactMap { place in
            place.map { "\($0.address):\($0.port)" }
        }.joined(separator: " and ")
    }

    /// Where those who run the server can ask how it is, once it listens.
    var operationsAddress: String? {
        guard let place = certificates.settings.operations, let port = gateway.operationsPort
        else { return nil }
        let host = place.address.contains(":") ? "[\(place.address)]" : place.address
        return "http://\(host):\(port)"
    }

    /// Serves until SIGTERM or SIGINT; SIGHUP reads the certificate files and the clients' own
    /// hosts again.
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
            let ownHosts = try certificates.settings.ownHostsNow()
            try certificates.reload(into: context, ownHosts)
            installation.services.setting.ownHosts.put(ownHosts.map { ($0.host, $0.tenant) })
            installation.log.notice("certificates.reloaded")
        } catch {
            installation.log.error(
                "certificates.kept", ["what": .text(error.what), "why": .text(error.why ?? "")])
        }
    }
}
