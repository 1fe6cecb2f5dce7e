/// A certificate with its key, and the hosts for which it is served.
package struct HostCertificate: Hashable, Sendable {
    /// How messages call it: a file name, say.
    package let name: String
    /// `portal.example.com` or `*.example.com`; when empty, the names in the certificate.
    package let hosts: [String]
    /// The certificate and then its chain.
    package let certificatePEM: [UInt8]
    package let privateKeyPEM: [UInt8]

    /// Bytes of PEM in one file.
    package static let limit = 256 << 10
    /// Certificates in one file, the first included.
    package static let chainLimit = 10

    package init(name: String, hosts: [String] = [], certificatePEM: [UInt8], privateKeyPEM: [UInt8]) {
        self.name = name
        self.hosts = hosts
        self.certificatePEM = certificatePEM
        self.privateKeyPEM = privateKeyPEM
    }
}

/// The one spelling of a host: lower case, no dot at the end.
struct HostName: Hashable, Sendable {
    let text: String

    private static let limit = 253
    private static let labelLimit = 63

    /// Nil when the text is no host name, nor `*.` before one. A dotted IPv4 address counts as a name.
    init?(_ spelling: String) {
        // Some letters beyond ASCII have a lower case within it: the Kelvin sign becomes a k.
        guard spelling.utf8.allSatisfy({ $0 < 128 }) else { return nil }
        var text = spelling.lowercased()
        if text.utf8.last == Self.dot { text.removeLast() }
        let name = text.utf8.starts(with: "*.".utf8) ? text.utf8.dropFirst(2) : text.utf8[...]
        guard text.utf8.count <= Self.limit, Self.areLabels(name) else { return nil }
        self.text = text
    }

    /// The wildcard that would cover this name: its first label replaced by a star.
    var wildcard: String? {
        text.firstIndex(of: ".").map { "*" + text[$0...] }
    }

    /// Whether this is a dotted IPv4 address.
    var isAddress: Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Labels with dots between them; none is empty, and none begins or ends with a hyphen.
    private static func areLabels(_ name: Substring.UTF8View) -> Bool {
        var length = 0
        var last = dot
        for byte in name {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "_"):
                length += 1
            case hyphen where length > 0: length += 1
            case dot where length > 0 && last != hyphen: length = 0
            default: return false
            }
            guard length <= labelLimit else { return false }
            last = byte
        }
        return length > 0 && last != hyphen
    }

    private static let dot = UInt8(ascii: ".")
    private static let hyphen = UInt8(ascii: "-")
}
