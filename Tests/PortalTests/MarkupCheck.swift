import HTTP

/// Reads a page as strictly as no browser does: every tag is closed in order, and no id stands twice.
struct MarkupCheck {
    private(set) var faults: [String] = []
    private var open: [Substring] = []
    private var ids: Set<Substring> = []

    private static let void: Set<Substring> = [
        "br", "hr", "img", "input", "link", "meta", "path", "rect", "!doctype",
    ]

    init(_ page: String) {
        var rest = page[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = Self.end(of: rest[start...]) else {
                faults.append("a tag does not end: \(rest[start...].prefix(40))")
                return
            }
            take(rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
        }
        if !open.isEmpty { faults.append("never closed: \(open.joined(separator: " "))") }
    }

    /// The `>` that ends a tag, not one inside an attribute's quotes.
    private static func end(of tag: Substring) -> Substring.Index? {
        var isQuoted = false
        return tag.indices.first { place in
            if tag[place] == "\"" { isQuoted.toggle() }
            return tag[place] == ">" && !isQuoted
        }
    }

    private mutating func take(_ tag: Substring) {
        let name = tag.prefix { !$0.isWhitespace && $0 != "/" || $0 == "/" && tag.first == "/" }.lowercased()[
            ...]
        if tag.first == "/" {
            let closed = name.dropFirst()
            if open.last == closed {
                open.removeLast()
            } else {
                faults.append("</\(closed)> closes <\(open.last ?? "nothing")>")
            }
            return
        }
        if let id = tag.firstMatch(of: /\sid="([^"]*)"/)?.output.1, !ids.insert(id).inserted {
            faults.append("the id \(id) stands twice")
        }
        if tag.contains(/\sstyle=|\son[a-z]+=/) { faults.append("style or script in <\(tag)>") }
        if !Self.void.contains(name), tag.last != "/" { open.append(name) }
    }
}

extension Response {
    /// What is wrong with a page's tags; empty for a sound one.
    var markupFaults: [String] { MarkupCheck(text).faults }
}
