import Crypto
import HTTP
package import Markup

/// Styles, script and icon: read at start, named after their content, and so never asked for twice.
package struct Assets: Sendable {
    package let names: AssetNames
    private let assets: [String: Asset]

    /// Where the files lie, by their names below `Resources`.
    private enum Source {
        /// The names of the styles, a line each, in the order in which they are put together.
        static let order = "css/order"
        static let script = "js/portal.js"
        static let icon = "icons/favicon.svg"

        static func style(_ name: Substring) -> String { "css/\(name).css" }
        /// What `Scripts/pack-assets` made of a file; its name says of which content, so it is never stale.
        static func packed(_ file: String) -> String { "packed/\(file).gz" }
    }

    /// `read`: gives the bytes of a file below `Resources`. `packed`: the same, or nothing without one.
    package init<Failure: Error>(
        packed: (String) -> [UInt8]? = { _ in nil }, _ read: (String) throws(Failure) -> [UInt8]
    ) throws(Failure) {
        var styles: [UInt8] = []
        let order = String(decoding: try read(Source.order), as: UTF8.self)
        for name in order.split(whereSeparator: \.isNewline) { styles += try read(Source.style(name)) }
        let script = try read(Source.script)
        let icon = try read(Source.icon)
        var assets: [String: Asset] = [:]
        func add(_ bytes: [UInt8], _ ending: String, _ type: MediaType) -> AssetName {
            let print = String(sha256(bytes).hex.prefix(16))
            let name = AssetName(file: "\(print).\(ending)")
            assets[name.file] = Asset(bytes, type, print, packed: packed(Source.packed(name.file)))
            return name
        }
        names = AssetNames(
            styles: add(styles, "css", .css), script: add(script, "js", .javaScript),
            icon: add(icon, "svg", .svg))
        self.assets = assets
    }

    func response(named file: String, to head: RequestHead) -> Response? {
        assets[file]?.response(to: head)
    }
}

/// One file, as it is and packed, each ready to be sent.
private struct Asset: Sendable {
    private let plain: Response
    private let packed: Response?

    init(_ bytes: [UInt8], _ type: MediaType, _ print: String, packed: [UInt8]?) {
        var plain = Response(.ok, type, body: bytes)
        plain.headers[.cacheControl] = "public, max-age=31536000, immutable"
        plain.etag = ETag(print)
        guard let packed, GzipFile.holds(packed, count: bytes.count), packed.count < bytes.count else {
            self.plain = plain
            self.packed = nil
            return
        }
        plain.headers[.vary] = "accept-encoding"
        self.plain = plain
        plain.headers[.contentEncoding] = "gzip"
        plain.etag = ETag(print + "-gzip")
        plain.body = packed
        self.packed = plain
    }

    func response(to head: RequestHead) -> Response {
        guard let packed, AcceptEncoding(head.headers[.acceptEncoding]).takesGzip else { return plain }
        return packed
    }
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
