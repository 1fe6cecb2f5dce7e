import Crypto
import Testing

@Suite("JSON Web Signature with Ed25519")
struct JSONWebSignatureTests {
    private static let secret = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"

    private static func key() throws -> SigningKey {
        let raw = try #require(Base64URL.decode(secret))
        return try #require(SigningKey(raw: raw))
    }

    @Test("agrees with RFC 8037, appendix A: the key, its thumbprint, a signature that holds")
    func example() throws {
        let key = try Self.key().publicKey
        #expect(Base64URL.encode(key.raw) == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
        #expect(key.thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
        let signature = try #require(
            Base64URL.decode(
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"))
        let signed = JSONWebSignature(
            header: Array("{\"alg\":\"EdDSA\"}".utf8), payload: Array("Example of Ed25519 signing".utf8),
            signature: signature)
        #expect(signed.isSigned(by: key))
        #expect(!signed.isSigned(by: SigningKey.generate().publicKey))
    }

    @Test("what is changed is no longer signed: payload, header, signature")
    func changes() throws {
        let key = try Self.key()
        let signed = JSONWebSignature(of: Array("eight hours".utf8), type: "test", by: key)
        #expect(signed.isSigned(by: key.publicKey))
        for (header, payload, signature) in [
            (signed.header, Array("nine hours".utf8), signed.signature),
            (Array("{\"alg\":\"EdDSA\"}".utf8), signed.payload, signed.signature),
            (signed.header, signed.payload, Array(signed.signature.dropLast())),
            (signed.header, signed.payload, Array(signed.signature.reversed())),
        ] {
            let changed = JSONWebSignature(header: header, payload: payload, signature: signature)
            #expect(!changed.isSigned(by: key.publicKey))
        }
    }

    @Test("a public key goes into a file and out of it, and nothing else is one")
    func file() throws {
        let key = try Self.key().publicKey
        // What `openssl pkey -pubout` prints for it.
        let pem = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
            -----END PUBLIC KEY-----

            """
        #expect(key.pem == pem && VerifyingKey(pem: pem) == key)
        for text in [
            "", pem.replacing("MCowBQYDK2Vw", with: "MCowBQYDK2Vv"), pem.replacing("PUBLIC", with: "PRIVATE"),
            pem + pem, pem.replacing("Ro=", with: "Ro"),
        ] {
            #expect(VerifyingKey(pem: text) == nil, "\(text)")
        }
    }
}
