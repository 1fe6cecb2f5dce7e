import HTTP
import Telemetry

/// What those who run the server may ask, over plain HTTP on an address of its own: whether the process runs,
/// whether it can serve, and its numbers.
struct Operations: Application {
    let installation: Installation

    func bodyLimit(for head: RequestHead) -> Int { 0 }

    func answer(_ request: Request, _ exchange: Exchange) -> Answer {
        let head = request.head
        guard head.method == .get || head.method == .head else {
            return .now(Response(plain: .methodNotAllowed))
        }
        switch head.path {
        case "/livez": return .now(Response(plain: .ok))
        case "/metrics":
            return .now(Response(.ok, .prometheus, body: installation.metrics.exposition()))
        case "/readyz":
            Task { exchange.reply(await Readiness(of: installation).response) }
            return .later
        default: return .now(Response(plain: .notFound))
        }
    }
}
