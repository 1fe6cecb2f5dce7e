import Formats
import Foundation
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
    private func read(_ text: String, limits: JSONLimits = JSONLimits()) throws -> JSONValue {
        try JSONReader.read(Array(text.utf8), limits: limits)
    }

    @Test("values are read as they are spelled")
    func values() throws {
        let value = try read(#" {"a": [1, -2.50, true, null], "b": {"c": "é\u00e9\n\ud83d\ude00\/"}} "#)
        #expect(value["a"]?.array?.first?.integer == 1)
        #expect(value["b"]?["c"]?.string == "éé\n😀/")
        #expect(value["missing"] == nil)
        guard case .number(let number)? = value["a"]?.array?[1] else {
            Issue.record("the second element is no number")
            return
        }
        #expect(try number.fixed(scale: 2) == -250)
        #expect(number.integer == nil)
        #expect(number.double == -2.5)
    }

    @Test(
        "each fault has a reason and a place",
        arguments: [
            ("[1,]", JSONRefusal.Reason.unexpectedByte, 3), ("", .truncated, 0), ("[1", .truncated, 2),
            ("\"a", .truncated, 2), ("[1]x", .textAfterEnd, 3), ("01", .textAfterEnd, 1),
            ("-", .badNumber, 1),
            ("1.", .badNumber, 2), ("\"\\x\"", .badEscape, 3), ("\"\\u12G4\"", .badEscape, 5),
            ("\"\\ud800\"", .loneSurrogate, 7), ("\"\\udc00\"", .loneSurrogate, 7),
            ("\"\\ud800\\u0041\"", .loneSurrogate, 13), ("\"a\nb\"", .controlCharacter, 2),
            ("{\"a\":1,\"a\":2}", .repeatedName, 7), ("\u{FEFF}1", .unexpectedByte, 0),
            ("nul", .truncated, 3),
        ])
    func faults(text: String, reason: JSONRefusal.Reason, offset: Int) {
        let refusal = JSONRefusal(reason: reason, offset: offset)
        #expect(throws: refusal) { try read(text) }
        #expect(refusal.explanation.hasSuffix("."))
    }

    @Test("size and depth have limits, and UTF-8 is demanded")
    func limits() throws {
        let limits = JSONLimits(bytes: 8, depth: 2)
        #expect(try read("[[1]]", limits: limits) == .array([.array([.number(.init(1))])]))
        #expect(throws: JSONRefusal(reason: .tooDeep, offset: 2)) { try read("[[[1]]]", limits: limits) }
        #expect(throws: JSONRefusal(reason: .tooManyBytes, offset: 8)) {
            try read("123456789", limits: limits)
        }
        #expect(throws: JSONRefusal(reason: .invalidUTF8, offset: 1)) {
            try JSONReader.read([0x22, 0xFF, 0x22])
        }
    }

    @Test("a repeated name can be permitted; then the last value wins")
    func repeatedNames() throws {
        let value = try read(#"{"a":1,"a":2}"#, limits: JSONLimits(permitsRepeatedNames: true))
        #expect(value["a"]?.integer == 2)
    }
}

@Suite("JSONTestSuite", .enabled(if: Corpora.has("jsontestsuite"), "the corpus is missing"))
struct JSONTestSuiteTests {
    private let lenient = JSONLimits(permitsRepeatedNames: true)

    private func verdicts(_ prefix: String) throws -> [String: Bool] {
        let files = try Corpora.files("jsontestsuite", suffix: ".json")
            .filter { $0.lastPathComponent.hasPrefix(prefix) }
        return Dictionary(
            uniqueKeysWithValues: try files.map { file in
                let bytes = try Corpora.bytes(file)
                return (file.lastPathComponent, (try? JSONReader.read(bytes, limits: lenient)) != nil)
            })
    }

    @Test("what must be accepted is accepted, and what is written again reads the same")
    func accepts() throws {
        let verdicts = try verdicts("y_")
        #expect(verdicts.count == 95)
        #expect(verdicts.filter { !$0.value }.map(\.key) == [])
        for name in verdicts.keys {
            let bytes = try Corpora.bytes(Corpora.root.appending(path: "jsontestsuite/\(name)"))
            let value = try JSONReader.read(bytes, limits: lenient)
            var written: [UInt8] = []
            value.write(into: &written)
            #expect(try JSONReader.read(written) == value, "\(name)")
        }
    }

    @Test("what must be refused is refused")
    func refuses() throws {
        let verdicts = try verdicts("n_")
        #expect(verdicts.count == 188)
        #expect(verdicts.filter(\.value).map(\.key) == [])
    }

    @Test("what is left open does not crash")
    func open() throws {
        #expect(try verdicts("i_").count == 35)
    }
}
