import Crypto
package import Staffing

/// A value that can stand in an address, in one spelling only.
package protocol PathKey: Sendable {
    var pathText: String { get }
    init?(pathText: String)
}

extension Identifier: PathKey {
    package var pathText: String { Base32Crockford.encode(rawValue) }

    package init?(pathText: String) {
        guard let number = Base32Crockford.decode(pathText), Base32Crockford.encode(number) == pathText else {
            return nil
        }
        self.init(number)
    }
}

extension TenantID: PathKey {
    package var pathText: String { slug }
    package init?(pathText: String) { self.init(pathText) }
}

/// A token from a mail: looked up, never parsed.
package struct TokenKey: PathKey {
    package let pathText: String
    private static let longest = 64

    package init?(pathText: String) {
        guard (1...Self.longest).contains(pathText.utf8.count) else { return nil }
        self.pathText = pathText
    }
}

/// For addresses without a changing part.
package struct NoKey: PathKey {
    package let pathText = ""
    package init() {}
    package init?(pathText: String) { return nil }
}
