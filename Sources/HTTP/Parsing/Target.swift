/// Where a request goes: the path's segments, decoded once, and the query.
struct Target {
    let path: String
    let segments: [String]
    let query: Query

    /// Takes the origin form, and `*` for OPTIONS. The absolute form is for proxies, and we are none:
    /// taking it would mean that a request can name two hosts.
    init(_ target: ArraySlice<UInt8>, method: Method, limits: Limits) throws(Rejection) {
        guard target.first == Ascii.slash else {
            guard method == .options, target.elementsEqual("*".utf8) else { throw .malformedTarget }
            (path, segments, query) = ("*", [], Query())
            return
        }
        let end = target.firstIndex(of: Ascii.question) ?? target.endIndex
        let path = target[..<end]
        guard ByteSet.path.containsAll(path) else { throw .malformedTarget }
        segments = try Target.segments(of: path)
        self.path = String(decoding: path, as: UTF8.self)
        query = end == target.endIndex ? Query() : try Target.query(target[(end + 1)...], limits.query)
    }

    /// `/` has none; `/a/` has "a" and an empty one, so that it is not taken for `/a`.
    private static func segments(of path: ArraySlice<UInt8>) throws(Rejection) -> [String] {
        guard path.count > 1 else { return [] }
        var segments: [String] = []
        segments.reserveCapacity(4)
        var start = path.startIndex + 1
        while true {
            let end = path[start...].firstIndex(of: Ascii.slash) ?? path.endIndex
            segments.append(try segment(path[start..<end]))
            guard end < path.endIndex else { return segments }
            start = end + 1
        }
    }

    private static func segment(_ bytes: ArraySlice<UInt8>) throws(Rejection) -> String {
        let text: String
        if bytes.contains(Ascii.percent) {
            do { text = try PercentEncoding.decode(bytes) } catch { throw .forbiddenPath }
            guard !text.utf8.contains(where: isForbidden) else { throw .forbiddenPath }
        } else {
            text = String(decoding: bytes, as: UTF8.self)
        }
        guard text != ".", text != ".." else { throw .forbiddenPath }
        return text
    }

    /// A decoded separator or control byte would mean one thing here and another to whoever reads it next.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte < Ascii.space || byte == Ascii.delete || byte == Ascii.slash || byte == UInt8(ascii: "\\")
    }

    private static func query(_ bytes: ArraySlice<UInt8>, _ limits: FormLimits) throws(Rejection) -> Query {
        guard ByteSet.query.containsAll(bytes) else { throw .malformedTarget }
        do { return try Query(urlencoded: bytes, limits: limits) } catch { throw .malformedQuery }
    }
}
