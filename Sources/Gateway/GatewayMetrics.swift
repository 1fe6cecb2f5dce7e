import HTTP
import Telemetry

/// The instruments of one loop; readers see the sum of all loops.
struct GatewayMetrics: Sendable {
    let accepted: Counter
    let crowdedOut: Counter
    let acceptFailures: Counter
    let handshakes: Counter
    let failedHandshakes: Counter
    let received: Counter
    let sent: Counter
    let rejections: Counter
    let moves: Counter
    let expired: Counter
    let gaveWay: Counter
    let durations: Histogram
    private let answers: [Counter]

    private static let classes = ["2xx", "3xx", "4xx", "5xx"]

    init(_ metrics: Metrics) {
        accepted = metrics.counter("connections_total", "Connections accepted.")
        crowdedOut = metrics.counter(
            "connections_refused_total", "Connections closed at once: too many of one network.")
        acceptFailures = metrics.counter(
            "accept_failures_total", "Times that accepting stopped for a second, out of descriptors, say.")
        handshakes = metrics.counter("tls_handshakes_total", "TLS handshakes.", ["result": "ok"])
        failedHandshakes = metrics.counter("tls_handshakes_total", "TLS handshakes.", ["result": "failed"])
        received = metrics.counter("received_bytes_total", "Bytes of requests.")
        sent = metrics.counter("sent_bytes_total", "Bytes of answers.")
        rejections = metrics.counter("rejections_total", "Bytes that were no request.")
        moves = metrics.counter("connection_moves_total", "Connections that changed their loop.")
        expired = metrics.counter("connections_expired_total", "Connections that ran out of time.")
        gaveWay = metrics.counter(
            "connections_evicted_total", "Connections that gave way to others when there were too many.")
        durations = metrics.histogram(
            "request_duration_seconds", "From the whole request to its whole answer, before it is sent.")
        answers = Self.classes.map { metrics.counter("requests_total", "Answers sent.", ["status": $0]) }
    }

    func answered(_ status: Status) {
        answers[min(max(status.code / 100 - 2, 0), answers.count - 1)].add()
    }
}
