import Markup
import Testing

@Suite("Markup")
struct MarkupTests {
    @Test(
        "each character that HTML reads as its own is escaped in text",
        arguments: [
            ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
            ("a & b", "a &amp; b"), ("<script>", "&lt;script&gt;"), ("&amp;", "&amp;amp;"),
        ])
    func escapesText(text: String, expected: String) {
        #expect(("<p>\(text)</p>" as Markup).text == "<p>\(expected)</p>")
    }

    @Test("text cannot leave a quoted attribute")
    func escapesAttributes() {
        let hostile = "\" onfocus='alert(1)' x=\"<&>"
        let page: Markup = "<input value=\"\(hostile)\" title='\(hostile)'\(attribute: "id", hostile)>"
        let safe = "&quot; onfocus=&#39;alert(1)&#39; x=&quot;&lt;&amp;&gt;"
        #expect(page.text == "<input value=\"\(safe)\" title='\(safe)' id=\"\(safe)\">")
    }

    @Test("a literal is written as it stands")
    func keepsLiterals() {
        let page: Markup = "<a href=\"/?a=1&b=2\">it's “here” é 漢 🙂</a>"
        #expect(page.text == "<a href=\"/?a=1&b=2\">it's “here” é 漢 🙂</a>")
        let one: Markup = "a"
        #expect(one.text == "a")
        #expect(("" as Markup).isEmpty)
    }

    @Test("a literal named as a constant stays a literal, a literal in a text hole does not")
    func distinguishesLiterals() {
        let tag: StaticString = "<br>"
        #expect(("\(tag)\("<br>")" as Markup).text == "<br>&lt;br&gt;")
    }

    @Test("text beyond ASCII passes whole, next to escaped characters and without them")
    func keepsUnicode() {
        let names = ["Zoë Ångström", "李 <小龙>", "🙂 & 👩‍👩‍👧", "e\u{301}'", String(repeating: "é", count: 999)]
        for name in names {
            let escaped = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                .replacing(">", with: "&gt;").replacing("'", with: "&#39;")
            #expect(("\(name)" as Markup).text == escaped)
        }
    }

    @Test("an escapable byte is found wherever it stands", arguments: 0..<70)
    func findsEveryPlace(place: Int) {
        let text = String(repeating: "x", count: place) + "<" + String(repeating: "y", count: 70 - place)
        #expect(("\(text)" as Markup).text == text.replacing("<", with: "&lt;"))
    }

    @Test("markup nests without being escaped twice")
    func nests() {
        let cells: [Markup] = ["a&b", "c"].map { (name: String) in "<td>\(name)</td>" }
        let row: Markup = "<tr>\(cells)</tr>"
        #expect(
            ("<table>\(row)</table>" as Markup).text == "<table><tr><td>a&amp;b</td><td>c</td></tr></table>")
    }

    @Test("large pieces stand where they were put, whatever comes before, between and behind them")
    func keepsPieces() {
        let large: Markup = "<p>\(String(repeating: "é", count: 5_000))</p>"
        let text = large.text
        let list: Markup = "<ul>\([large, "a", large])b</ul>"
        let page: Markup = "<main>\(large)\(list)\(list)c</main>"
        let whole = "<ul>\(text)a\(text)b</ul>"
        #expect(page.text == "<main>\(text)\(whole)\(whole)c</main>")
        #expect(page.count == page.bytes.count)
        #expect(list == "<ul>\(large)a\(large)b</ul>")
        #expect(!large.isEmpty && ("\(large)" as Markup) == large)
    }

    @Test("what is absent writes nothing")
    func skipsNil() {
        let none: Markup? = nil
        let noText: String? = nil
        let some: Markup? = "<b>x</b>"
        #expect(("[\(none)\(noText)\(some)\(attribute: "id", noText)]" as Markup).text == "[<b>x</b>]")
        #expect(("[\(if: false, "<i>")\(if: true, "<u>")]" as Markup).text == "[<u>]")
    }

    @Test("numbers are written in full", arguments: [0, 7, -7, 10, 100, 1_234_567, Int.max, Int.min])
    func writesNumbers(number: Int) {
        #expect(("\(number)" as Markup).text == String(number))
    }

    @Test("a value of another target fills a hole through the same escaping")
    func writesValues() {
        let page: Markup = "<td>\(Chip(word: "R&D"))</td>\([Chip(word: "a"), Chip(word: "b")])"
        #expect(
            page.text
                == "<td><b class=\"chip\">R&amp;D</b></td><b class=\"chip\">a</b><b class=\"chip\">b</b>")
    }
}

private struct Chip: MarkupValue {
    let word: String

    func write(into page: inout Markup) {
        page.append(literal: "<b class=\"chip\">")
        page.append(text: word)
        page.append(literal: "</b>")
    }
}

extension Markup {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
