/// Writes families of instruments as Prometheus reads them.
struct Exposition {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ family: Family) {
        line("# HELP ", family.name, " ", family.help)
        line("# TYPE ", family.name, " ", family.kind.rawValue)
        for series in family.series {
            var total = 0
            var histograms: [Histogram] = []
            for source in series.sources {
                switch source {
                case .number(let read): total += read()
                case .durations(let histogram): histograms.append(histogram)
                }
            }
            if let first = histograms.first {
                append(family.name, series.labels, first.bounds, histograms)
            } else {
                line(family.name, Self.braced(series.labels), " ", String(total))
            }
        }
    }

    /// Histograms of one series have equal bounds, since one call site makes them all.
    private mutating func append(_ name: String, _ labels: String, _ bounds: [Int], _ all: [Histogram]) {
        let readings = all.map(\.reading)
        let prefix = labels.isEmpty ? "" : labels + ","
        var count = 0
        for (place, bound) in bounds.enumerated() {
            count += readings.reduce(0) { $0 + $1.counts[place] }
            line(name, "_bucket{\(prefix)le=\"\(Self.seconds(bound))\"} ", String(count))
        }
        count += readings.reduce(0) { $0 + $1.counts[bounds.count] }
        line(name, "_bucket{\(prefix)le=\"+Inf\"} ", String(count))
        line(name, "_sum", Self.braced(labels), " ", Self.seconds(readings.reduce(0) { $0 + $1.sum }))
        line(name, "_count", Self.braced(labels), " ", String(count))
    }

    private mutating func line(_ pieces: String...) {
        for piece in pieces { bytes += piece.utf8 }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }

    /// Microseconds as a decimal number of seconds, exactly.
    static func seconds(_ microseconds: Int) -> String {
        let whole = microseconds / 1_000_000
        var fraction = String(1_000_000 + microseconds % 1_000_000).dropFirst()
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
    }

    /// `name="value",…` with the three escapes of the format.
    static func text(of labels: KeyValuePairs<StaticString, String>) -> String {
        labels.map { name, value in
            var escaped = ""
            for character in value.unicodeScalars {
                switch character {
                case "\\": escaped += "\\\\"
                case "\"": escaped += "\\\""
                case "\n": escaped += "\\n"
                default: escaped.unicodeScalars.append(character)
                }
            }
            return "\(name)=\"\(escaped)\""
        }.joined(separator: ",")
    }
}
