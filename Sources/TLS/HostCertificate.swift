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
        if text.hasSuffix(".") { text.removeLast() }
        let name = text.hasPrefix("*.") ? text.dropFirst(2) : text[...]
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.limit, labels.allSatisfy(Self.isLabel) else { return nil }
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

    private static func isLabel(_ label: Substring) -> Bool {
        guard 1...labelLimit ~= label.utf8.count else { return false }
        guard !label.hasPrefix("-"), !label.hasSuffix("-") else { return false }
        return label.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
