import Markup

/// A sentence that stands out above the content.
struct Notice {
    enum Tone { case ok, warn, bad, info }

    let tone: Tone
    let title: String
    let content: Markup?

    init(_ tone: Tone, _ title: String, content: Markup? = nil) {
        self.tone = tone
        self.title = title
        self.content = content
    }

    var html: Markup {
        let role: Markup = tone == .bad ? "alert" : "status"
        return """
            <section class="notice \(toneClass)" role="\(role)">
              <p class="notice-title">\(title)</p>
              \(content)
            </section>
            """
    }

    private var toneClass: StaticString {
        switch tone {
        case .ok: "ok"
        case .warn: "warn"
        case .bad: "bad"
        case .info: "info"
        }
    }
}

/// What is wrong with a form: each sentence once above it, linked, and once at its field.
struct FormErrors: Sendable {
    struct Entry: Sendable {
        /// The `id` of the field.
        let field: StaticString
        let sentence: String
    }

    private(set) var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }

    init() {}

    init(_ field: StaticString, _ sentence: String) { add(field, sentence) }

    mutating func add(_ field: StaticString, _ sentence: String) {
        entries.append(Entry(field: field, sentence: sentence))
    }

    func has(_ field: StaticString) -> Bool { sentence(for: field) != nil }

    private func sentence(for field: StaticString) -> String? {
        entries.first { $0.field.description == field.description }?.sentence
    }

    func summary(_ say: any Sentences) -> Markup? {
        guard !isEmpty else { return nil }
        return """
            <section class="notice bad error-summary" role="alert" tabindex="-1" data-focus>
              <h2 class="notice-title">\(say.somethingIsWrong)</h2>
              <ul>\(entries.map { "<li><a href=\"#\($0.field)\">\($0.sentence)</a></li>" as Markup })</ul>
            </section>
            """
    }

    /// The paragraph that stands at the field itself.
    func note(for field: StaticString) -> Markup? {
        sentence(for: field).map { "<p class=\"error\" id=\"\(field)-error\">\($0)</p>" }
    }

    /// The attributes that tie a field to its sentence.
    func mark(_ field: StaticString) -> Markup? {
        sentence(for: field).map { _ in " aria-invalid=\"true\" aria-describedby=\"\(field)-error\"" }
    }
}
