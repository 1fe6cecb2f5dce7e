import Formats
import Foundation
import Testing

@Suite("Writing CSV")
struct CSVWriterTests {
    private func line(_ fields: [String]) -> String {
        var writer = CSVWriter()
        writer.row(fields)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("fields are quoted only where they must be")
    func quoting() {
        #expect(line(["a", "b c", "", "é"]) == "a,b c,,é\r\n")
        #expect(line(["a,b", "c\"d", "e\r\nf", "g;h"]) == "\"a,b\",\"c\"\"d\",\"e\r\nf\",\"g;h\"\r\n")
        #expect(line([""]) == "\"\"\r\n")
    }

    @Test(
        "text that a spreadsheet would run gets an apostrophe in front",
        arguments: ["=1+1", "+1", "-1", "@SUM", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])
    func formulas(text: String) {
        #expect(line([text]) == "\"'\(text)\"\r\n")
    }

    @Test("a text that begins with a byte order mark keeps it at the start of a file")
    func byteOrderMarkAsText() throws {
        var reader = try CSVReader(Array(line(["\u{feff}", "a"]).utf8), delimiter: .comma)
        #expect(try reader.rows().map(\.fields) == [["\u{feff}", "a"]])
    }

    @Test("numbers that the program computed are no formulas")
    func numbers() {
        var writer = CSVWriter(delimiter: .semicolon, marksEncoding: true)
        writer.row([.integer(-3), .decimal(-1250, scale: 2), .decimal(5, scale: 2), "x"])
        #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("-3;-12.50;0.05;x\r\n".utf8))
    }

    @Test("what is written is read back", arguments: CSVDelimiter.allCases)
    func roundTrip(delimiter: CSVDelimiter) throws {
        let table = [["a", "b"], ["x,y;z\t|", "\"q\""], ["", "line\r\nline\rline\n"], ["  ", "日本"]]
        var writer = CSVWriter(delimiter: delimiter, marksEncoding: true)
        for row in table { writer.row(row) }
        var reader = try CSVReader(writer.bytes, delimiter: delimiter)
        #expect(try reader.rows().map(\.fields) == table)
    }
}

@Suite("csv-spectrum", .enabled(if: Corpora.has("csv-spectrum"), "the corpus is missing"))
struct CSVSpectrumTests {
    @Test("each file is read as its JSON says, and a round trip changes nothing")
    func spectrum() throws {
        let files = try Corpora.files("csv-spectrum/csvs", suffix: ".csv")
        #expect(files.count == 11)
        for file in files {
            let name = file.deletingPathExtension().lastPathComponent
            var reader = try CSVReader(try Corpora.bytes(file), delimiter: .comma)
            let rows = try reader.rows().map(\.fields)
            let expected = try Corpora.bytes(Corpora.root.appending(path: "csv-spectrum/json/\(name).json"))
            #expect(objects(rows) == plainLines(try JSONReader.read(expected)), "\(name)")

            var writer = CSVWriter()
            for row in rows { writer.row(row) }
            var second = try CSVReader(writer.bytes, delimiter: .comma)
            #expect(try second.rows().map(\.fields) == rows, "\(name)")
        }
    }

    private func objects(_ rows: [[String]]) -> JSONValue {
        .array(
            rows.dropFirst().map { row in
                let pairs = zip(rows[0], row.map { JSONValue.string(plain($0)) })
                return .object(Dictionary(pairs, uniquingKeysWith: { $1 }))
            })
    }

    /// The repository's checkout has turned some CRLF inside of fields to LF, so they count as the same here.
    private func plain(_ text: String) -> String { text.replacingOccurrences(of: "\r\n", with: "\n") }

    private func plainLines(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(plain(text))
        case .array(let values): .array(values.map(plainLines))
        case .object(let members): .object(members.mapValues(plainLines))
        case .null, .bool, .number: value
        }
    }
}
