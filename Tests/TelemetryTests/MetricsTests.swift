import Telemetry
import Testing

@Suite("Metrics")
struct MetricsTests {
    private func lines(_ metrics: Metrics) -> [String] {
        String(decoding: metrics.exposition(), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("add up what several loops counted under one name")
    func sums() {
        let metrics = Metrics(prefix: "test_")
        let first = metrics.counter("requests_total", "Requests.", ["status": "2xx"])
        let second = metrics.counter("requests_total", "Requests.", ["status": "2xx"])
        let third = metrics.counter("requests_total", "Requests.", ["status": "4xx"])
        first.add()
        second.add(2)
        third.add(5)
        #expect(
            lines(metrics) == [
                "# HELP test_requests_total Requests.", "# TYPE test_requests_total counter",
                #"test_requests_total{status="2xx"} 3"#, #"test_requests_total{status="4xx"} 5"#,
            ])
    }

    @Test("show gauges as they are now, also computed ones")
    func gauges() {
        let metrics = Metrics(prefix: "")
        let gauge = metrics.gauge("depth", "Depth.")
        metrics.gauge("answer", "Computed.") { 42 }
        gauge.add(5)
        gauge.add(-7)
        #expect(lines(metrics).contains("depth -2"))
        #expect(lines(metrics).contains("answer 42"))
        gauge.set(3)
        #expect(lines(metrics).contains("depth 3"))
    }

    @Test("cumulate durations, in seconds")
    func histograms() {
        let metrics = Metrics(prefix: "")
        let histogram = metrics.histogram(
            "wait_seconds", "Wait.", ["kind": "sync"], bounds: [100, 1_000, 2_500_000])
        for duration in [50, 100, 101, 2_000_000, 3_000_000] { histogram.record(microseconds: duration) }
        #expect(
            lines(metrics).dropFirst(2) == [
                #"wait_seconds_bucket{kind="sync",le="0.0001"} 2"#,
                #"wait_seconds_bucket{kind="sync",le="0.001"} 3"#,
                #"wait_seconds_bucket{kind="sync",le="2.5"} 4"#,
                #"wait_seconds_bucket{kind="sync",le="+Inf"} 5"#,
                #"wait_seconds_sum{kind="sync"} 5.000251"#, #"wait_seconds_count{kind="sync"} 5"#,
            ])
    }

    @Test("escape what stands in labels")
    func labels() {
        let metrics = Metrics(prefix: "")
        _ = metrics.counter("c_total", "C.", ["name": "a\"b\\c\nd"])
        #expect(lines(metrics).contains(#"c_total{name="a\"b\\c\nd"} 0"#))
    }
}
