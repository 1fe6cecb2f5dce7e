import COpenSSL

/// Certificates that were loaded together, and the hosts they are for. Never changes.
final class CertificateSet: Sendable {
    /// The first is for clients that name no host, or one that nobody knows.
    private let contexts: [CertificateContext]
    private let places: [String: Int]

    init(_ certificates: [HostCertificate]) throws(TLSFailure) {
        var contexts: [CertificateContext] = []
        var places: [String: Int] = [:]
        for certificate in certificates {
            let context = try CertificateContext(certificate)
            let hosts = certificate.hosts.isEmpty ? context.facts.hosts : certificate.hosts
            guard !hosts.isEmpty else { throw .nameless(of: certificate.name) }
            for host in hosts {
                guard let name = HostName(host) else { throw .badHost(host) }
                let previous = places.updateValue(contexts.count, forKey: name.text)
                guard previous == nil || previous == contexts.count else { throw .sharedHost(name.text) }
            }
            contexts.append(context)
        }
        guard let first = contexts.first else { throw .noCertificate }
        self.contexts = contexts
        self.places = places
        // The callback borrows this set; every session that may call it owns the set (ServerSession).
        unsafe shim_ctx_on_server_name(
            first.pointer,
            { session, _, set in
                guard let set = unsafe set else { return SSL_TLSEXT_ERR_NOACK }
                let certificates = unsafe Unmanaged<CertificateSet>.fromOpaque(set).takeUnretainedValue()
                return unsafe certificates.choose(for: session)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    var facts: [CertificateFacts] { contexts.map(\.facts) }

    /// A new session with the first certificate, until its client names a host.
    @unsafe func makeSession() -> OpaquePointer? {
        unsafe SSL_new(contexts[0].pointer)
    }

    private func context(for host: String) -> CertificateContext? {
        guard let name = HostName(host) else { return nil }
        let place = places[name.text] ?? name.wildcard.flatMap { places[$0] }
        return place.map { contexts[$0] }
    }

    @unsafe private func choose(for session: OpaquePointer?) -> Int32 {
        guard let name = unsafe SSL_get_servername(session, TLSEXT_NAMETYPE_host_name),
            let context = unsafe context(for: String(cString: name)),
            unsafe SSL_set_SSL_CTX(session, context.pointer) != nil
        else { return SSL_TLSEXT_ERR_NOACK }
        return SSL_TLSEXT_ERR_OK
    }
}
