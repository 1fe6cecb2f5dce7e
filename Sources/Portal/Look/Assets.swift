import Crypto
import HTTP
package import Markup

/// Styles, script and icon: read at start, named after their content, and so never asked for twice.
package struct Assets: Sendable {
    package let names: AssetNames
    private let responses: [String: Response]

    /// Where the files lie, by their names below `Resources`.
    package enum Source {
        package static let styles = [
            "base", "layout", "buttons", "forms", "chips", "notices", "tables", "batch", "timesheet",
            "matrix", "invoice", "print",
        ].map { "css/\($0).css" }
        package static let script = "js/portal.js"
        package static let icon = "icons/favicon.svg"
    }

    /// `read`: gives the bytes of a file below `Resources`.
    package init<Failure: Error>(_ read: (String) throws(Failure) -> [UInt8]) throws(Failure) {
        var styles: [UInt8] = []
        for name in Source.styles { styles += try read(name) }
        let script = try read(Source.script)
        let icon = try read(Source.icon)
        var responses: [String: Response] = [:]
        func add(_ bytes: [UInt8], _ ending: String, _ type: MediaType) -> AssetName {
            let print = String(sha256(bytes).hex.prefix(16))
            var response = Response(.ok, type, body: bytes)
            response.headers[.cacheControl] = "public, max-age=31536000, immutable"
            response.etag = ETag(print)
            let name = AssetName(file: "\(print).\(ending)")
            responses[name.file] = response
            return name
        }
        names = AssetNames(
            styles: add(styles, "css", .css), script: add(script, "js", .javaScript),
            icon: add(icon, "svg", .svg))
        self.responses = responses
    }

    func response(named file: String) -> Response? { responses[file] }
}

/// Where a page finds its styles, script and icon.
package struct AssetNames: Sendable {
    let styles: AssetName
    let script: AssetName
    let icon: AssetName
}

/// The address of an asset.
package struct AssetName: Sendable, MarkupValue {
    let file: String

    package func write(into page: inout Markup) { page.append(text: "/assets/" + file) }
}
