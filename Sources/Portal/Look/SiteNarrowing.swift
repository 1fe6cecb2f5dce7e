import HTTP
import Markup
import Staffing

/// What narrows a list that goes by worksites: one of them, a part of a name, and the page.
struct SiteNarrowing: Sendable {
    let worksite: WorksiteID?
    let search: String
    /// From 0.
    let page: Int

    static let rowsPerPage = 200
    static let longestSearch = 100
    private static let mostPages = 10_000

    /// What cannot be read means: everything, from the start.
    init(_ query: Query) {
        worksite = query["worksite"].flatMap(WorksiteID.init(pathText:))
        search = String((query["q"] ?? "").trimmed.prefix(Self.longestSearch))
        page = query.count("page", upTo: Self.mostPages) ?? 0
    }

    var isNarrow: Bool { worksite != nil || !search.isEmpty }

    /// The page that is shown of so many rows: the last one for whoever asks beyond it.
    func page(of rows: Int) -> Int { min(page, max(0, rows - 1) / Self.rowsPerPage) }

    /// The worksite that was chosen, or all where it is none of these.
    func chosen(among worksites: [Worksite]) -> [Worksite] {
        let chosen = worksites.filter { $0.id == worksite }
        return chosen.isEmpty ? worksites : chosen
    }

    /// An address that remembers worksite and search, so that a form leads back to the same list.
    func narrowed(_ address: Address, page: Int = 0) -> Address {
        var address = address
        if let worksite { address = address.with("worksite", worksite.pathText) }
        if !search.isEmpty { address = address.with("q", search) }
        return page == 0 ? address : address.with("page", page)
    }
}

extension Parameters {
    /// A number without sign and leading zeros, and nothing for anything else.
    func count(_ name: String, upTo most: Int) -> Int? {
        guard let text = self[name], let number = Int(text), (0...most).contains(number),
            String(number) == text
        else { return nil }
        return number
    }
}

/// The form with which a list is narrowed.
struct SiteNarrowingForm {
    let narrowing: SiteNarrowing
    /// Those to choose from; with a single one there is nothing to choose.
    let worksites: [Worksite]
    let action: Address
    /// What is searched: “Worker”.
    let label: String
    /// A field that keeps the tab; nothing for the first tab.
    let kept: Markup?
    let say: any Sentences

    var html: Markup {
        """
        <form class="filters" method="get" action="\(action)" role="search">
          \(kept)
          <div class="field"><label for="q">\(label)</label><input class="input" id="q" name="q" \
        type="search" maxlength="\(SiteNarrowing.longestSearch)" value="\(narrowing.search)"></div>
          \(worksites.count > 1 ? worksiteField : nil)
          <button class="button">\(say.filter)</button>
        </form>
        """
    }

    private var worksiteField: Markup {
        let options = worksites.map { worksite -> Markup in
            """
            <option value="\(worksite.id.pathText)"\(if: worksite.id == narrowing.worksite, " selected")>\
            \(worksite.name)</option>
            """
        }
        return """
            <div class="field"><label for="worksite">\(say.worksite)</label>\
            <select class="input" id="worksite" name="worksite">\
            <option value="">\(say.allWorksites)</option>\(options)</select></div>
            """
    }
}
