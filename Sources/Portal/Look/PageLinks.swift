import HTTP
import Markup

/// Which rows of a list are shown, and the ways to the pages before and behind.
struct PageLinks {
    /// Counted from 0.
    let shown: Range<Int>
    let total: Int
    let before: Address?
    let behind: Address?
    let say: any Sentences

    /// Of a page that is counted from 0 and holds up to `size` rows; nothing where one page holds all.
    init?(page: Int, of total: Int, by size: Int, _ say: any Sentences, address: (Int) -> Address) {
        guard total > size else { return nil }
        let end = min((page + 1) * size, total)
        shown = min(page * size, end)..<end
        self.total = total
        before = page > 0 ? address(page - 1) : nil
        behind = end < total ? address(page + 1) : nil
        self.say = say
    }

    var html: Markup {
        """
        <nav class="pages" aria-label="\(say.pages)">\
        <span>\(say.range(shown.lowerBound + 1, shown.upperBound, of: total))</span>\
        <span class="row">\(before.map { link($0, "prev", say.previousPage) })\
        \(behind.map { link($0, "next", say.nextPage) })</span></nav>
        """
    }

    private func link(_ address: Address, _ relation: StaticString, _ label: String) -> Markup {
        "<a class=\"button small-button\" href=\"\(address)\" rel=\"\(relation)\">\(label)</a>"
    }
}
