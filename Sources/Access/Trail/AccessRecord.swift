package import Staffing

/// Who looked at what, and what came of it: one line of the access trail.
package struct AccessRecord: Hashable, Sendable {
    package let at: Moment
    /// The number under which the logs speak of the same request.
    package let request: UInt64
    /// Whose records were looked at; not necessarily the realm of who looked.
    package let realm: Realm
    package let person: Viewer.Person
    /// The person's name when it happened.
    package let name: String
    package let method: String
    /// Without the query, which may hold what somebody searched for.
    package let path: String
    package let status: Int
    package let network: String
    /// `SessionID.text`; nil before sign-in.
    package let session: String?
    package let occasion: Occasion

    package static let longestText = 400

    /// Texts beyond `longestText` bytes are cut, and a query is cut off.
    package init(
        at: Moment, request: UInt64, realm: Realm, person: Viewer.Person, name: String, method: String,
        path: String, status: Int, network: String, session: String?, occasion: Occasion = .page
    ) {
        self.at = at
        self.request = request
        self.realm = realm
        self.person = person
        self.name = Self.cut(name)
        self.method = Self.cut(method)
        self.path = Self.cut(Self.withoutQuery(path))
        self.status = status
        self.network = Self.cut(network)
        self.session = session.map(Self.cut)
        self.occasion = occasion.cut(Self.cut)
    }

    private static func withoutQuery(_ path: String) -> String {
        path.utf8.firstIndex(of: UInt8(ascii: "?")).map { String(path[..<$0]) } ?? path
    }

    private static func cut(_ text: String) -> String {
        if text.utf8.count <= longestText { return text }
        // The last character may have been cut in two; what is left of it reads as a replacement character.
        return String(decoding: text.utf8.prefix(longestText - 3), as: UTF8.self)
    }
}
