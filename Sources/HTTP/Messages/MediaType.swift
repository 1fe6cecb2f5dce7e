/// What kind of bytes a body holds.
package struct MediaType: Hashable, Sendable {
    package let text: String

    private init(_ text: StaticString) {
        self.text = text.description
    }

    package var headerValue: HeaderValue { HeaderValue(checked: text) }

    package static let html = MediaType("text/html; charset=utf-8")
    package static let css = MediaType("text/css; charset=utf-8")
    package static let javaScript = MediaType("text/javascript; charset=utf-8")
    package static let plainText = MediaType("text/plain; charset=utf-8")
    /// The text format of Prometheus.
    package static let prometheus = MediaType("text/plain; version=0.0.4; charset=utf-8")
    package static let csv = MediaType("text/csv; charset=utf-8")
    package static let calendar = MediaType("text/calendar; charset=utf-8")
    package static let eventStream = MediaType("text/event-stream")
    package static let json = MediaType("application/json")
    package static let problem = MediaType("application/problem+json")
    package static let manifest = MediaType("application/manifest+json")
    package static let xml = MediaType("application/xml")
    package static let pdf = MediaType("application/pdf")
    package static let zip = MediaType("application/zip")
    package static let wasm = MediaType("application/wasm")
    package static let svg = MediaType("image/svg+xml")
    package static let png = MediaType("image/png")
    package static let jpeg = MediaType("image/jpeg")
    package static let gif = MediaType("image/gif")
    package static let webp = MediaType("image/webp")
    package static let icon = MediaType("image/x-icon")
    package static let woff2 = MediaType("font/woff2")
    package static let truetype = MediaType("font/ttf")
    package static let unknown = MediaType("application/octet-stream")

    /// By the ending of a file's name. A name that says nothing known is bytes, which no browser opens.
    package static func forFile(named name: String) -> MediaType {
        guard let dot = name.lastIndex(of: ".") else { return .unknown }
        return byEnding[Ascii.lowered(name[name.index(after: dot)...].utf8)] ?? .unknown
    }

    private static let byEnding: [String: MediaType] = [
        "html": .html, "htm": .html, "css": .css, "js": .javaScript, "mjs": .javaScript, "txt": .plainText,
        "csv": .csv, "ics": .calendar, "json": .json, "webmanifest": .manifest, "xml": .xml, "pdf": .pdf,
        "zip": .zip, "wasm": .wasm, "svg": .svg, "png": .png, "jpg": .jpeg, "jpeg": .jpeg, "gif": .gif,
        "webp": .webp, "ico": .icon, "woff2": .woff2, "ttf": .truetype,
    ]
}
