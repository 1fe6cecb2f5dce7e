import Locking

/// All instruments of the process, and what Prometheus reads of them.
package final class Metrics: Sendable {
    private let prefix: String
    private let families = Lock<[Family]>([])

    /// Series in all. Labels must come from a small fixed set, never from input, or memory would grow with
    /// it.
    package static let seriesLimit = 2_000

    package init(prefix: String = "countersign_") { self.prefix = prefix }

    /// Each call makes a new instrument; those of equal name and labels are read as one.
    package func counter(
        _ name: StaticString, _ help: StaticString, _ labels: KeyValuePairs<StaticString, String> = [:]
    ) -> Counter {
        let counter = Counter()
        add(.counter, name, help, labels, .number { counter.value })
        return counter
    }

    package func gauge(
        _ name: StaticString, _ help: StaticString, _ labels: KeyValuePairs<StaticString, String> = [:]
    ) -> Gauge {
        let gauge = Gauge()
        add(.gauge, name, help, labels, .number { gauge.value })
        return gauge
    }

    /// A gauge that is computed when somebody looks.
    package func gauge(
        _ name: StaticString, _ help: StaticString, _ labels: KeyValuePairs<StaticString, String> = [:],
        reading: @escaping @Sendable () -> Int
    ) {
        add(.gauge, name, help, labels, .number(reading))
    }

    /// The name ends in `_seconds`, which is what the exposition is in.
    package func histogram(
        _ name: StaticString, _ help: StaticString, _ labels: KeyValuePairs<StaticString, String> = [:],
        bounds: [Int] = Histogram.requestBounds
    ) -> Histogram {
        let histogram = Histogram(bounds: bounds)
        add(.histogram, name, help, labels, .durations(histogram))
        return histogram
    }

    /// The text format 0.0.4 of Prometheus; its media type is `text/plain; version=0.0.4`.
    package func exposition() -> [UInt8] {
        let families = families.withLock { $0 }
        var text = Exposition()
        for family in families { text.append(family) }
        return text.bytes
    }

    private func add(
        _ kind: Family.Kind, _ name: StaticString, _ help: StaticString,
        _ labels: KeyValuePairs<StaticString, String>, _ source: Source
    ) {
        let name = prefix + name.description
        let label = Exposition.text(of: labels)
        families.withLock { families in
            let known = families.reduce(0) { $0 + $1.series.count }
            precondition(known < Self.seriesLimit, "too many series: is a label made of input?")
            if let place = families.firstIndex(where: { $0.name == name }) {
                precondition(families[place].kind == kind, "one name is two kinds of instrument")
                families[place].add(source, label)
            } else {
                var family = Family(name: name, help: help.description, kind: kind)
                family.add(source, label)
                families.append(family)
            }
        }
    }
}

/// Where a series has its value from.
enum Source: Sendable {
    case number(@Sendable () -> Int)
    case durations(Histogram)
}

/// Series that share a name.
struct Family: Sendable {
    enum Kind: String, Sendable { case counter, gauge, histogram }

    struct Series: Sendable {
        let labels: String
        var sources: [Source]
    }

    let name: String
    let help: String
    let kind: Kind
    private(set) var series: [Series] = []

    init(name: String, help: String, kind: Kind) {
        (self.name, self.help, self.kind) = (name, help, kind)
    }

    mutating func add(_ source: Source, _ labels: String) {
        if let place = series.firstIndex(where: { $0.labels == labels }) {
            series[place].sources.append(source)
        } else {
            series.append(Series(labels: labels, sources: [source]))
        }
    }
}
