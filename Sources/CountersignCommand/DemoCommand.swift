import Gateway
import Telemetry
import Unix

/// `countersign demo`: seeds a demonstration agency once, and serves it over HTTPS.
enum DemoCommand {
    static let grammar = Arguments.Grammar.common.adding(values: ["port", "operations"], flags: ["json"])
    private static let defaultFolder = "data-demo"

    static func run(_ arguments: Arguments) async throws(Complaint) {
        var settings = try ServerSettings(arguments)
        if arguments["data"] == nil { settings.data = defaultFolder }
        settings.listen = .init(address: "127.0.0.1", port: try freePort(settings.listen.port))
        settings.baseDomain = "localhost"
        settings.logLevel = .warning
        let folder = DataFolder(path: settings.data)
        if !DemoPeople.isSeeded(folder) {
            guard !folder.isPrepared else {
                throw Complaint(
                    "\(settings.data) holds an installation that is not a finished demonstration.",
                    why: "Another installation lives there, or an earlier seeding was interrupted.",
                    next: "Name an empty folder with --data, or remove this one if it is yours to remove.")
            }
            Console.tell("Seeding the demonstration in \(settings.data) …")
            try await DemoSeed(settings: settings).run()
        }
        let people = try DemoPeople.read(folder)
        let server = try await Server.prepare(settings)
        try server.start()
        let report = await DemoReport(server: server, people: people, port: settings.listen.port)
        if arguments.has("json") { Console.print(report.json) } else { Console.tell(report.text) }
        await server.run()
    }

    /// The wanted port, or any that is free; said when it is another.
    private static func freePort(_ wanted: UInt16) throws(Complaint) -> UInt16 {
        do throws(Errno) {
            do throws(Errno) {
                return try Listener(address: "127.0.0.1", port: wanted).port
            } catch {
                guard error == .addressInUse else { throw error }
                let free = try Listener(address: "127.0.0.1", port: 0).port
                Console.tell("Port \(wanted) is taken by another program; using \(free) instead.")
                return free
            }
        } catch {
            throw Complaint(
                "The server cannot listen on port \(wanted).", why: error.description,
                next: "Choose another with --port.")
        }
    }
}
