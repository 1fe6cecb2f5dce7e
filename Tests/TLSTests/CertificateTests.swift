import COpenSSL
import Testing

@testable import TLS

@Suite("Certificates")
struct CertificateTests {
    private let day: Int64 = 86_400

    private func hostless(_ certificate: HostCertificate, key: [UInt8]) -> HostCertificate {
        HostCertificate(name: "portal", certificatePEM: certificate.certificatePEM, privateKeyPEM: key)
    }

    private func failure(_ certificates: HostCertificate...) -> TLSFailure? {
        do throws(TLSFailure) {
            _ = try ServerContext(certificates: certificates)
            return nil
        } catch {
            return error
        }
    }

    @Test("a self-signed certificate says what it was made for")
    func facts() throws {
        let facts = try CertificateFacts(
            of: Certificates.make("Portal.example.com", "*.example.org", "10.0.0.1"))
        #expect(facts.hosts == ["portal.example.com", "*.example.org"])
        #expect(facts.notBefore == Certificates.start)
        #expect(facts.notAfter == Certificates.start + 90 * day)
    }

    @Test("an expired certificate is a warning, not an error")
    func warnings() throws {
        let certificate = try Certificates.make("portal.example.com")
        let facts = try ServerContext(certificates: [certificate]).facts[0]
        let end = facts.notAfter
        #expect(facts.warnings(at: Certificates.start) == [])
        #expect(facts.warnings(at: Certificates.start - 1) == [.notYetValid(before: Certificates.start)])
        #expect(facts.warnings(at: end) == [.endsSoon(at: end)])
        #expect(facts.warnings(at: end + 1) == [.expired(at: end)])
    }

    @Test("a host that its certificate does not name is a warning")
    func strangers() throws {
        let made = try Certificates.make("portal.example.com", "*.example.org")
        let certificate = HostCertificate(
            name: "portal", hosts: ["Portal.example.com", "a.example.org", "a.b.example.org", "other.test"],
            certificatePEM: made.certificatePEM, privateKeyPEM: made.privateKeyPEM)
        #expect(
            try CertificateFacts(of: certificate).warnings(at: Certificates.start)
                == [.notNamed(host: "a.b.example.org"), .notNamed(host: "other.test")])
    }

    @Test("two certificates never share a serial number or a key")
    func fresh() throws {
        let first = try Certificates.make("portal.example.com")
        let second = try Certificates.make("portal.example.com")
        #expect(first.certificatePEM != second.certificatePEM)
        #expect(first.privateKeyPEM != second.privateKeyPEM)
    }

    @Test(
        "what is no host gets no certificate",
        arguments: [
            "", ".", "*", "*.", "a..b", "-a.test", "a-.test", "a b", "a,DNS:b", "*.*.test", "a.*.test", "a/b",
            "a\n.test", "é.test", "\u{212A}.test", String(repeating: "a", count: 64),
            String(repeating: "a.", count: 127) + "a",
        ])
    func refusesHosts(host: String) {
        #expect(throws: TLSFailure.badHost(host)) {
            try makeSelfSignedCertificate(hosts: [host], notBefore: 0, days: 1)
        }
    }

    @Test("a certificate needs hosts and days")
    func refusesNothing() {
        #expect(throws: TLSFailure.nameless(of: "a new certificate")) {
            try makeSelfSignedCertificate(hosts: [], notBefore: 0, days: 1)
        }
        #expect(throws: TLSFailure.badValidity(days: 0)) {
            try makeSelfSignedCertificate(hosts: ["a.test"], notBefore: 0, days: 0)
        }
    }

    @Test("a key that belongs to another certificate is refused")
    func refusesOtherKeys() throws {
        let (first, second) = (try Certificates.make("a.test"), try Certificates.make("b.test"))
        #expect(failure(hostless(first, key: second.privateKeyPEM)) == .keyMismatch(of: "portal"))
    }

    @Test("files that are no PEM are refused, and the failure says which")
    func refusesGarbage() throws {
        let good = try Certificates.make("a.test")
        let garbage = Array("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".utf8)
        let noKey = failure(hostless(good, key: []))
        guard case .unreadable(.privateKey, of: "portal", _) = noKey else {
            Issue.record("\(String(describing: noKey))")
            return
        }
        let empty = HostCertificate(name: "portal", certificatePEM: [], privateKeyPEM: good.privateKeyPEM)
        #expect(failure(empty) == .unreadable(.certificate, of: "portal", reason: "it holds none"))
        for broken in [garbage, good.certificatePEM + garbage, Array(good.certificatePEM.dropLast(30))] {
            let refusal = failure(
                HostCertificate(name: "portal", certificatePEM: broken, privateKeyPEM: good.privateKeyPEM))
            guard case .unreadable(.certificate, of: "portal", let reason) = refusal else {
                Issue.record("\(String(describing: refusal))")
                continue
            }
            #expect(!reason.isEmpty)
        }
    }

    @Test("files without end are refused")
    func refusesHugeFiles() throws {
        let good = try Certificates.make("a.test")
        let huge = good.certificatePEM + [UInt8](repeating: 10, count: HostCertificate.limit)
        #expect(
            failure(HostCertificate(name: "portal", certificatePEM: huge, privateKeyPEM: good.privateKeyPEM))
                == .tooLarge(.certificate, of: "portal"))
        let chain = (0...HostCertificate.chainLimit).flatMap { _ in good.certificatePEM }
        #expect(
            failure(HostCertificate(name: "portal", certificatePEM: chain, privateKeyPEM: good.privateKeyPEM))
                == .tooLarge(.chain, of: "portal"))
    }

    @Test("a key behind a passphrase is refused without asking the terminal")
    func refusesEncryptedKeys() throws {
        let good = try Certificates.make("a.test")
        #expect(failure(hostless(good, key: try encryptedKey())) == .encryptedKey(of: "portal"))
    }

    @Test("no certificate, and one host with two certificates, are refused")
    func refusesTables() throws {
        #expect(failure() == .noCertificate)
        #expect(
            failure(try Certificates.make("a.test"), try Certificates.make("b.test", "A.test"))
                == .sharedHost("a.test"))
    }

    @Test("a failure tells a person what, which file and why")
    func explains() {
        #expect(
            TLSFailure.unreadable(.privateKey, of: "portal.pem", reason: "no start line").explanation
                == "The private key of portal.pem is not readable as PEM: no start line.")
    }

    private func encryptedKey() throws -> [UInt8] {
        let key = unsafe shim_generate_p256()
        let memory = unsafe BIO_new(BIO_s_mem())
        defer {
            unsafe EVP_PKEY_free(key)
            unsafe BIO_free_all(memory)
        }
        let written = unsafe PEM_write_bio_PKCS8PrivateKey(
            memory, key, EVP_aes_128_cbc(), "secret", 6, nil, nil)
        try #require(written == 1)
        var contents: UnsafeMutablePointer<CChar>?
        let count = unsafe shim_bio_contents(memory, &contents)
        return unsafe Array(UnsafeRawBufferPointer(start: contents, count: count))
    }
}
