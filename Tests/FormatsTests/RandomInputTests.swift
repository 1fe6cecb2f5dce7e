import Formats
import Foundation
import Testing

/// Every parser answers every input: with a value or with a refusal, never with a trap.
@Suite("Arbitrary bytes")
struct RandomInputTests {
    private static let count = 10_000
    private static let alphabet = Array("\"\\,;\t|\r\n{}[]:0123456789.-+eE aAmMpPhHuU=#/TZif<>".utf8)

    /// Half of the inputs come from the parsers' own alphabet, so that they get further in.
    private func inputs(seed: UInt64, _ parse: ([UInt8]) -> Void) {
        var generator = SeededGenerator(seed: seed)
        for index in 0..<Self.count {
            let length = Int.random(in: 0...48, using: &generator)
            parse(
                (0..<length).map { _ in
                    index.isMultiple(of: 2)
                        ? UInt8.random(in: 0...255, using: &generator)
                        : Self.alphabet.randomElement(using: &generator) ?? 0
                })
        }
    }

    @Test("CSV: what is read can be written and read again")
    func csv() {
        inputs(seed: 1) { bytes in
            guard var reader = try? CSVReader(bytes), let rows = try? reader.rows() else { return }
            var writer = CSVWriter()
            for row in rows { writer.row(row.fields) }
            var second = try? CSVReader(writer.bytes, delimiter: .comma)
            let again = try? second?.rows()
            #expect(again?.count == rows.count)
        }
    }

    @Test("JSON: what is read can be written and read again")
    func json() {
        inputs(seed: 2) { bytes in
            guard let value = try? JSONReader.read(bytes) else { return }
            var written: [UInt8] = []
            value.write(into: &written)
            #expect((try? JSONReader.read(written)) == value)
        }
    }

    @Test("numbers, dates and times")
    func texts() {
        let conventions: [DecimalConvention] = [
            .point, .comma, .pointGroupedByComma, .commaGroupedByPoint, .commaGroupedBySpace,
        ]
        inputs(seed: 3) { bytes in
            let text = String(decoding: bytes.prefix(12), as: UTF8.self)
            for convention in conventions { _ = try? convention.parse(text, scale: 3) }
            _ = try? DecimalConvention.point.parseMinutes(text)
            _ = try? ClockTime(text)
            _ = DatePattern(text)
            _ = try? DatePattern.detect([text])
        }
    }

    @Test("settings")
    func settings() {
        inputs(seed: 4) { _ = try? SettingsFile(bytes: $0) }
    }

    @Test("time zone files, whole ones with damage as well")
    func timeZones() throws {
        inputs(seed: 5) { _ = try? TimeZoneRules(tzif: Array("TZif2".utf8) + $0) }
        var old = TZifSample()
        old.version = 0
        let files = [TZifSample().bytes, old.bytes]
        var generator = SeededGenerator(seed: 6)
        for index in 0..<Self.count {
            var bytes = files[index % 2]
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
                    in: 0...255, using: &generator)
            }
            guard let rules = try? TimeZoneRules(tzif: bytes) else { continue }
            for instant in [Int64.min, -1, 0, 1_800_000_000, .max] {
                _ = rules.localSeconds(atUTC: instant)
                _ = rules.instants(ofLocal: instant)
            }
        }
    }
}
