import Portal
import Telemetry
import Unix

/// `countersign serve`: the portal of an installation that `init` has begun.
enum ServeCommand {
    static let grammar = Arguments.Grammar.common.adding(values: ["port", "operations"])

    static func run(_ arguments: Arguments) async throws(Complaint) {
        let settings = try ServerSettings(arguments)
        guard DataFolder(path: settings.data).isPrepared else {
            throw Complaint(
                "There is no installation in \(settings.data).",
                why: "The folder has not been prepared yet.",
                next: "countersign init --data \(settings.data) --name NAME --email ADDRESS")
        }
        let server = try await Server.prepare(settings)
        try server.start()
        server.installation.log.notice(
            "server.ready", ["landing": .text(server.installation.services.setting.landingOrigin)])
        await server.run()
    }
}
