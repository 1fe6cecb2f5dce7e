import Crypto
import Formats
import HTTP
import Testing

@testable import Portal

@Suite("Styles, script and icon")
struct AssetTests {
    private let styles = [UInt8](repeating: 97, count: 100)
    /// What gzip makes of the styles, but for the packed bytes themselves, which nobody here unpacks.
    private let packed: [UInt8] = [0x1f, 0x8b, 8] + [UInt8](repeating: 0, count: 20) + [100, 0, 0, 0]

    private func assets(packed: [UInt8]?) -> Assets {
        let styles = styles
        let name = "packed/\(sha256(styles).hex.prefix(16)).css.gz"
        return Assets(packed: { $0 == name ? packed : nil }) { file in
            switch file {
            case "css/order": Array("one\ntwo\n".utf8)
            case "css/one.css": Array(styles[..<40])
            case "css/two.css": Array(styles[40...])
            default: [0x20]
            }
        }
    }

    private func ask(
        _ assets: Assets, _ name: AssetName, _ headers: (HeaderName, String)...
    ) throws -> Response {
        let head = try RequestHead(.get, "/assets/\(name.file)", headers: headers)
        return try #require(assets.response(named: name.file, to: head))
    }

    @Test("are named after what is in them, and kept for ever")
    func names() throws {
        let assets = assets(packed: nil)
        #expect(assets.names.styles.file == "\(sha256(styles).hex.prefix(16)).css")
        let response = try ask(assets, assets.names.styles, (.acceptEncoding, "gzip"))
        #expect(response.body == styles && response.headers[.vary] == nil)
        #expect(response.headers[.cacheControl]?.text == "public, max-age=31536000, immutable")
    }

    @Test("go out packed to who can unpack them, and each form has a tag of its own")
    func packs() throws {
        let assets = assets(packed: packed)
        let small = try ask(assets, assets.names.styles, (.acceptEncoding, "gzip, br"))
        #expect(small.body == packed && small.headers[.contentEncoding]?.text == "gzip")
        #expect(small.headers[.contentType]?.text == "text/css; charset=utf-8")
        let plain = try ask(assets, assets.names.styles, (.acceptEncoding, "br"))
        #expect(plain.body == styles && plain.headers[.contentEncoding] == nil)
        for response in [small, plain] { #expect(response.headers[.vary]?.text == "accept-encoding") }
        let tag = try #require(plain.etag)
        #expect(small.etag != tag)
        let head = try RequestHead(.get, "/", headers: [(.ifNoneMatch, "\"\(tag.value)\"")])
        #expect(plain.conditioned(by: head).status == .notModified)
        #expect(small.conditioned(by: head).status == .ok)
    }

    @Test("are not sent packed when that was made of something else, or is no gain")
    func refuses() throws {
        let cut = Array(packed.dropLast())
        let other: [UInt8] = Array(packed.dropLast(4)) + [101, 0, 0, 0]
        let long: [UInt8] = [0x1f, 0x8b, 8] + [UInt8](repeating: 0, count: 200) + [100, 0, 0, 0]
        for bad in [cut, other, long, [], Array("plain text that is not packed".utf8)] {
            let assets = assets(packed: bad)
            #expect(try ask(assets, assets.names.styles, (.acceptEncoding, "gzip")).body == styles)
        }
    }

    @Test("that the program comes with are packed as they are", .enabled(if: PackedAssets.areThere))
    func current() throws {
        let assets = try Assets { try TestHouse.resource($0) }
        for name in [assets.names.styles, assets.names.script, assets.names.icon] {
            let bytes = try TestHouse.resource("packed/\(name.file).gz")
            let plain = try ask(assets, name).body
            #expect(GzipFile.holds(bytes, count: plain.count))
        }
    }
}

/// `Scripts/pack-assets` makes them; without it the server sends everything as it is.
private enum PackedAssets {
    static var areThere: Bool {
        (try? Assets { try TestHouse.resource($0) }).map { assets in
            (try? TestHouse.resource("packed/\(assets.names.styles.file).gz")) != nil
        } ?? false
    }
}
