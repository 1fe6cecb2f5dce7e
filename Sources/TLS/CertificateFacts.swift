/// What a certificate says of itself, for messages and for `doctor`.
package struct CertificateFacts: Hashable, Sendable {
    /// How messages call it.
    package let name: String
    /// Its DNS names (subject alternative names), lower case.
    package let hosts: [String]
    /// Seconds since 1970, inclusive.
    package let notBefore: Int64
    /// Seconds since 1970, inclusive.
    package let notAfter: Int64
    /// Hosts for which it is served although it does not name them.
    package let strangers: [String]

    /// How long before its end a certificate is worth a warning.
    package static let noticeSeconds: Int64 = 14 * 86_400

    /// Reads the first certificate of a PEM file.
    package init(of source: HostCertificate) throws(TLSFailure) {
        let file = try PEMFile(source.certificatePEM, .certificate, of: source.name)
        guard let certificate = try file.nextCertificate() else {
            throw .unreadable(.certificate, of: source.name, reason: "it holds none")
        }
        try self.init(certificate, of: source)
    }

    init(_ certificate: borrowing Certificate, of source: HostCertificate) throws(TLSFailure) {
        let names = try certificate.hosts(of: source.name)
        name = source.name
        hosts = names
        (notBefore, notAfter) = try certificate.validity(of: source.name)
        strangers = source.hosts.filter { host in
            guard let host = HostName(host), !host.isAddress else { return false }
            return !names.contains(host.text) && !(host.wildcard.map(names.contains) ?? false)
        }
    }

    /// What an operator should know; none of it keeps the certificate from being served.
    package func warnings(at now: Int64) -> [CertificateWarning] {
        var warnings = strangers.map { CertificateWarning.notNamed(host: $0) }
        if now > notAfter {
            warnings.append(.expired(at: notAfter))
        } else if now > notAfter - Self.noticeSeconds {
            warnings.append(.endsSoon(at: notAfter))
        }
        if now < notBefore { warnings.append(.notYetValid(before: notBefore)) }
        return warnings
    }
}

/// Moments are seconds since 1970.
package enum CertificateWarning: Hashable, Sendable {
    case expired(at: Int64)
    case endsSoon(at: Int64)
    case notYetValid(before: Int64)
    case notNamed(host: String)
}
