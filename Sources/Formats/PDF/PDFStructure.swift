/// What a piece of the document is, in the standard types of ISO 32000-1, 14.8.4.
package enum PDFRole: String, Sendable {
    case document = "Document"
    case section = "Sect"
    case heading1 = "H1"
    case heading2 = "H2"
    case paragraph = "P"
    case table = "Table"
    case row = "TR"
    /// A header cell of the column below it.
    case columnHeader = "TH"
    /// A header cell of the row beside it.
    case rowHeader = "TH "
    case cell = "TD"

    /// Whether text may stand in it directly.
    var holdsText: Bool {
        switch self {
        case .heading1, .heading2, .paragraph, .columnHeader, .rowHeader, .cell: true
        case .document, .section, .table, .row: false
        }
    }

    /// The structure type and attributes as dictionary entries (14.8.5.7 for the scope).
    var entries: String {
        switch self {
        case .columnHeader: "/S/TH/A<</O/Table/Scope/Column>>"
        case .rowHeader: "/S/TH/A<</O/Table/Scope/Row>>"
        case .document, .section, .heading1, .heading2, .paragraph, .table, .row, .cell: "/S/\(rawValue)"
        }
    }

    var tag: String { self == .rowHeader ? "TH" : rawValue }
}

/// The logical structure: a tree of elements over the marked pieces of the pages (14.7).
struct PDFStructure: Sendable {
    struct Element: Sendable {
        let role: PDFRole
        let parent: Int?
        var kids: [Kid] = []
    }

    enum Kid: Sendable {
        case element(Int)
        /// Marked content number `mark` of a page.
        case content(page: Int, mark: Int)
    }

    private(set) var elements = [Element(role: .document, parent: nil)]
    /// Nil stands for something that is no content, such as a page number.
    private var open: [Int?] = [0]

    var current: Int? { open.last ?? nil }

    mutating func begin(_ role: PDFRole) {
        guard let current else { return open.append(nil) }
        open.append(add(role, to: current))
    }

    mutating func beginArtifact() { open.append(nil) }

    /// The document itself stays open.
    mutating func end() {
        if open.count > 1 { open.removeLast() }
    }

    private mutating func add(_ role: PDFRole, to parent: Int) -> Int {
        elements.append(Element(role: role, parent: parent))
        elements[parent].kids.append(.element(elements.count - 1))
        return elements.count - 1
    }

    /// The element that owns the next marked piece, or nil for an artifact. Text that stands directly
    /// in a section becomes a paragraph of its own.
    mutating func mark(page: Int, _ mark: Int) -> Int? {
        guard let current else { return nil }
        let owner = elements[current].role.holdsText ? current : add(.paragraph, to: current)
        elements[owner].kids.append(.content(page: page, mark: mark))
        return owner
    }
}
