import Locking

/// The certificates that new connections are offered; they can be replaced while the server runs.
package final class ServerContext: Sendable {
    private let certificates: Lock<CertificateSet>

    /// The first certificate is for clients that name no host, or one that nobody knows.
    package init(certificates: [HostCertificate]) throws(TLSFailure) {
        self.certificates = Lock(try CertificateSet(certificates))
    }

    /// New sessions get these from now on; sessions that live keep theirs. On failure nothing changes.
    package func replace(_ certificates: [HostCertificate]) throws(TLSFailure) {
        let set = try CertificateSet(certificates)
        self.certificates.withLock { $0 = set }
    }

    /// What the certificates say of themselves, in the order in which they were given.
    package var facts: [CertificateFacts] { current.facts }

    var current: CertificateSet { certificates.withLock { $0 } }
}
