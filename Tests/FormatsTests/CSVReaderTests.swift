import Formats
import Testing

@Suite("Reading CSV")
struct CSVReaderTests {
    private func rows(
        _ text: String, _ delimiter: CSVDelimiter? = nil, limits: CSVLimits = CSVLimits()
    ) throws -> [CSVRow] {
        var reader = try CSVReader(Array(text.utf8), delimiter: delimiter, limits: limits)
        return try reader.rows()
    }
    private func fields(_ text: String, _ delimiter: CSVDelimiter? = nil) throws -> [[String]] {
        try rows(text, delimiter).map(\.fields)
    }

    @Test("lines end with LF, CRLF or CR", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        #expect(try fields("a,b\(end)1,2\(end)") == [["a", "b"], ["1", "2"]])
        #expect(try fields("a,b\(end)1,2") == [["a", "b"], ["1", "2"]])
    }

    @Test("quoted fields hold delimiters, line ends and doubled quotation marks")
    func quotes() throws {
        #expect(try fields("\"a,\"\"b\"\"\r\nc\",\"\"\n", .comma) == [["a,\"b\"\r\nc", ""]])
        #expect(try fields("5\" pipe,x", .comma) == [["5\" pipe", "x"]])
    }

    @Test("a row knows the line on which it starts")
    func lineNumbers() throws {
        let rows = try rows("a,b\r\n\r\n\"x\r\ny\rz\",2\r\nc,d")
        #expect(rows.map(\.line) == [1, 3, 6])
    }

    @Test("the byte order mark is no text")
    func mark() throws {
        #expect(try fields("\u{FEFF}\"a\",b") == [["a", "b"]])
    }

    @Test("empty files have no rows, and empty fields count")
    func empty() throws {
        #expect(try fields("").isEmpty)
        #expect(try fields("\u{FEFF}\r\n\n").isEmpty)
        #expect(try fields(",,\n,", .comma) == [["", "", ""], ["", ""]])
        #expect(try fields("\"\"\n") == [[""]])
    }

    @Test(
        "the delimiter is found out",
        arguments: [
            ("a,b\n1,2\n", CSVDelimiter.comma), ("a;b\n1,5;2,5\n", .semicolon), ("a\tb\n1,5\t2\n", .tab),
            ("a|b|c\nx, y|2|3\n", .bar), ("\"a,b\";\"c,d\"\n1;2\n", .semicolon), ("alone\n", .comma),
            ("a,b,c\n1,2\n1,2,3,4\n", .comma),
        ])
    func delimiters(text: String, delimiter: CSVDelimiter) throws {
        #expect(try CSVReader(Array(text.utf8)).delimiter == delimiter)
    }

    @Test("two delimiters that fit equally well are refused, unless one is declared")
    func ambiguousDelimiter() throws {
        #expect(throws: CSVRefusal.ambiguousDelimiter) { try rows("name;amount, gross\nx;1,5\n") }
        #expect(try fields("a;b,c", .semicolon) == [["a", "b,c"]])
    }

    @Test(
        "other encodings are refused with a sentence",
        arguments: [
            ([0xFF, 0xFE, 0x61, 0], CSVRefusal.encodedAsUTF16), ([0xFE, 0xFF, 0, 0x61], .encodedAsUTF16),
            ([0x61, 0, 0x2C, 0], .encodedAsUTF16), ([0, 0x61, 0, 0x2C], .encodedAsUTF16),
            ([0x61, 0x0A, 0x62, 0], .zeroByte(line: 2)),
            ([0x61, 0x0D, 0x0A, 0xE9, 0x2C], .invalidUTF8(line: 2)),
            ([0xED, 0xA0, 0x80], .invalidUTF8(line: 1)), ([0xC0, 0x80], .invalidUTF8(line: 1)),
        ] as [([UInt8], CSVRefusal)])
    func encodings(bytes: [UInt8], refusal: CSVRefusal) {
        #expect(throws: refusal) { try CSVReader(bytes) }
        #expect(refusal.explanation.hasSuffix("."))
    }

    @Test("quotation marks that do not match are refused with their line")
    func badQuotes() {
        #expect(throws: CSVRefusal.unterminatedQuote(line: 2)) { try rows("a,b\n1,\"x\ny\n", .comma) }
        #expect(throws: CSVRefusal.textAfterQuote(line: 3)) { try rows("a,b\n1,2\n\"x\"y,2\n", .comma) }
        #expect(throws: CSVRefusal.unterminatedQuote(line: 1)) { try rows("\"") }
    }

    @Test("every size has a limit")
    func limits() throws {
        let limits = CSVLimits(bytes: 24, rows: 2, columns: 3, fieldBytes: 4)
        #expect(try rows("a,b,c\n1234,2,3\n\n\n\n", limits: limits).count == 2)
        #expect(throws: CSVRefusal.tooManyBytes(limit: 24)) {
            try rows(String(repeating: "a", count: 25), limits: limits)
        }
        #expect(throws: CSVRefusal.tooManyRows(limit: 2)) { try rows("a\nb\nc", limits: limits) }
        #expect(throws: CSVRefusal.tooManyColumns(line: 2, limit: 3)) {
            try rows("a\n,,,", .comma, limits: limits)
        }
        #expect(throws: CSVRefusal.fieldTooLong(line: 1, limit: 4)) { try rows("12345", limits: limits) }
        #expect(throws: CSVRefusal.fieldTooLong(line: 1, limit: 4)) { try rows("\"12345\"", limits: limits) }
    }
}
