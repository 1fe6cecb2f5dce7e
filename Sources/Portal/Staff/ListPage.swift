import Markup
import Staffing

/// One page of a list that is too long for one.
struct ListPage: Sendable {
    static let rows = 50
    private static let longestNumber = 6

    let number: Int
    let total: Int

    /// Takes the number of a page and nothing else; behind the last page there is the last one.
    init(_ text: String?, total: Int) throws(Problem) {
        let asked = try Self.number(text ?? "1")
        number = min(asked, max(1, (total + Self.rows - 1) / Self.rows))
        self.total = total
    }

    private static func number(_ text: String) throws(Problem) -> Int {
        guard let number = plainNumber(text, digits: longestNumber), number > 0 else { throw .missing }
        return number
    }

    func rows<Row>(of all: [Row]) -> ArraySlice<Row> { all[range] }

    private var range: Range<Int> {
        let start = min((number - 1) * Self.rows, total)
        return start..<min(start + Self.rows, total)
    }

    /// Ways to the pages before and behind; nothing where one page holds all.
    func links(_ address: Address, _ say: any Sentences) -> Markup? {
        PageLinks(page: number - 1, of: total, by: Self.rows, say) {
            address.with("page", $0 + 1)
        }?.html
    }
}

/// A number of digits and nothing else.
func plainNumber(_ text: String, digits longest: Int) -> Int? {
    guard (1...longest).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
}

extension Address {
    /// With a filter that was set; nothing is added for one that was left empty.
    func filtered(_ name: StaticString, _ value: String) -> Address {
        value.isEmpty ? self : with(name, value)
    }
}

/// What somebody looks for, found in any of a record's texts.
struct SearchWords: Sendable {
    static let longest = 100
    let text: String

    init(_ text: String?) { self.text = String((text ?? "").trimmed.prefix(Self.longest)) }

    var isEmpty: Bool { text.isEmpty }

    func matches(_ texts: String...) -> Bool {
        let wanted = searchable(text)
        return wanted.isEmpty || texts.contains { searchable($0).contains(wanted) }
    }
}
