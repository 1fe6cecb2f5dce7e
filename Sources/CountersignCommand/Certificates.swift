import TLS
import Unix

/// The certificate of the installation: the operator's files, or one of our own made at the first start.
struct Certificates {
    let settings: ServerSettings
    private static let largestFile = 256 * 1024
    private static let days = 397

    private var folder: String { settings.data + "/tls" }

    /// The path that clients may be told to trust.
    var certificatePath: String { settings.certificateFile ?? folder + "/certificate.pem" }

    private var keyPath: String { settings.keyFile ?? folder + "/key.pem" }

    /// The installation's own first, then that of each client's own host.
    func load(_ ownHosts: [OwnHostSettings]) throws(Complaint) -> [HostCertificate] {
        if settings.certificateFile == nil { try makeIfMissing() }
        let certificate = try read(certificatePath)
        let key = try read(keyPath)
        var all = [
            HostCertificate(name: certificatePath, certificatePEM: certificate, privateKeyPEM: key)
        ]
        for own in ownHosts {
            let source = HostCertificate(
                name: own.certificateFile, hosts: [own.host],
                certificatePEM: try read(own.certificateFile), privateKeyPEM: try read(own.keyFile))
            try check(source, names: own.host)
            all.append(source)
        }
        return all
    }

    /// A certificate that does not name its host would be shown to browsers that turn it down.
    private func check(_ source: HostCertificate, names host: String) throws(Complaint) {
        let facts: CertificateFacts
        do throws(TLSFailure) { facts = try CertificateFacts(of: source) } catch {
            throw unusable(source.name, error.explanation)
        }
        guard facts.strangers.isEmpty else {
            throw unusable(source.name, "It does not name \(host).")
        }
    }

    func context() throws(Complaint) -> ServerContext {
        let certificates = try load(settings.ownHosts)
        do throws(TLSFailure) { return try ServerContext(certificates: certificates) } catch {
            throw unusable(certificatePath, error.explanation)
        }
    }

    /// Takes the files as they are now; if any is no good, the old ones stay in use.
    func reload(
        into context: ServerContext, _ ownHosts: [OwnHostSettings]
    ) throws(Complaint) {
        let certificates = try load(ownHosts)
        do throws(TLSFailure) { try context.replace(certificates) } catch {
            throw unusable(certificatePath, error.explanation)
        }
    }

    private func unusable(_ path: String, _ why: String) -> Complaint {
        Complaint(
            "The certificate \(path) cannot be used.", why: why,
            next: "Mend certificate-file and key-file, or leave both empty for one of our own.")
    }

    private func makeIfMissing() throws(Complaint) {
        do throws(Errno) {
            _ = try WholeFile.read(certificatePath, atMost: Self.largestFile)
            return
        } catch {
            guard error == .missing else { return }
        }
        do {
            try WholeFile.makeFolders(folder)
            let domain = settings.baseDomain
            let yesterday = SystemClock.wallMicroseconds() / 1_000_000 - 86_400
            let made = try makeSelfSignedCertificate(
                hosts: [domain, "*." + domain], notBefore: yesterday, days: Self.days)
            try WholeFile.write(made.privateKeyPEM, to: keyPath)
            try WholeFile.write(made.certificatePEM, to: certificatePath)
        } catch {
            throw Complaint(
                "No certificate could be made in \(folder).", why: "\(error)",
                next: "Make the folder writable for this user, or name certificate-file and key-file.")
        }
    }

    private func read(_ path: String) throws(Complaint) -> [UInt8] {
        do throws(Errno) {
            return try WholeFile.read(path, atMost: Self.largestFile)
        } catch {
            throw Complaint(
                "\(path) cannot be read.", why: error.description,
                next: "Check that the file is there and readable for this user.")
        }
    }
}
