import Crypto
import Foundation
import Testing

@testable import WebAuthn

/// The examples of the standard's own text (WebAuthn, “Test Vectors”), which is not part of this repository.
@Suite("The standard's examples")
struct PublishedVectorTests {
    private static let party = RelyingParty(id: "example.org", origin: "https://example.org")

    private struct Example {
        let title: String
        let registration: [String: [UInt8]]
        let authentication: [String: [UInt8]]
    }

    private static func examples() throws -> [Example] {
        let sections = try #require(StandardText.found).components(separatedBy: "\n## ").dropFirst()
        return sections.compactMap { section in
            let blocks = section.components(separatedBy: "<xmp").dropFirst().map(fields)
            guard blocks.count == 2, blocks[1]["signature"] != nil else { return nil }
            let title = section.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            return Example(title: title, registration: blocks[0], authentication: blocks[1])
        }
    }

    private static func fields(_ block: String) -> [String: [UInt8]] {
        var fields: [String: [UInt8]] = [:]
        for line in block.split(separator: "\n") {
            guard let match = line.firstMatch(of: /^(\w+) = h'([0-9a-f]*)'/) else { continue }
            fields[String(match.1)] = Hex.decode(String(match.2))
        }
        return fields
    }

    /// What our rules, which are narrower than the standard's, have to say: told by the title, and by the bit
    /// for “verified” of the authenticator's own data.
    private static func refusal(_ title: String, flags: UInt8) -> WebAuthnRefusal? {
        if title.contains("crossOrigin") || title.contains("topOrigin") { return .crossOrigin }
        if ["ES384", "ES512", "RS256", "Ed448"].contains(where: title.contains) { return .otherAlgorithm }
        return flags & 0x04 == 0 ? .userNotVerified : nil
    }

    @Test("are taken and refused as they should be", .disabled(if: StandardText.found == nil, "no corpora"))
    func examples() throws {
        let examples = try Self.examples()
        #expect(examples.count == 15)
        var taken = 0
        for example in examples {
            let made = try Self.fields(
                example.registration, "challenge", "clientDataJSON", "attestationObject")
            let registration = Registration(clientData: made[1], attestationObject: made[2])
            let host = sha256(Array(Self.party.id.utf8)).array
            let place = try #require(made[2].indices.first { made[2][$0...].starts(with: host) })
            let refusal = Self.refusal(example.title, flags: made[2][place + 32])
            if let refusal {
                #expect(throws: refusal, "\(example.title)") {
                    try registration.accepted(challenge: made[0], at: Self.party)
                }
            } else {
                let accepted = try registration.accepted(challenge: made[0], at: Self.party)
                #expect(accepted.id == example.registration["credential_id"], "\(example.title)")
                taken += 1
            }
            try Self.signIn(example, made[2], from: place)
        }
        #expect(taken >= 4)
    }

    /// The second half of an example, with the key out of the first, whether or not that was taken.
    private static func signIn(_ example: Example, _ attestation: [UInt8], from place: Int) throws {
        let said = try fields(
            example.authentication, "challenge", "clientDataJSON", "authenticatorData", "signature")
        let data = Array(attestation[place...])
        let start = 55 + Int(data[53]) << 8 + Int(data[54])
        guard let key = try? CredentialKey(CBORReader.readFirst(data, from: start).value) else {
            #expect(Self.refusal(example.title, flags: 4) == .otherAlgorithm, "\(example.title)")
            return
        }
        let known = Assertion.Known(key: key, counter: 0, isBackupEligible: data[32] & 0x08 != 0)
        let assertion = Assertion(
            credentialID: [], clientData: said[1], authenticatorData: said[2], signature: said[3])
        if let refusal = Self.refusal(example.title, flags: said[2][32]) {
            #expect(throws: refusal, "\(example.title)") {
                try assertion.accepted(challenge: said[0], at: party, known: known)
            }
        } else {
            #expect(throws: Never.self, "\(example.title)") {
                try assertion.accepted(challenge: said[0], at: party, known: known)
            }
        }
    }

    private static func fields(_ fields: [String: [UInt8]], _ names: String...) throws -> [[UInt8]] {
        try names.map { try #require(fields[$0], "\($0)") }
    }
}

private enum StandardText {
    /// `COUNTERSIGN_CORPORA`, or `shared/corpora` beside the checkout.
    static let found: String? = {
        let checkout = URL(filePath: #filePath).appending(path: "../../..").standardized
        let named = ProcessInfo.processInfo.environment["COUNTERSIGN_CORPORA"].map { URL(filePath: $0) }
        let folder = named ?? checkout.appending(path: "../shared/corpora").standardized
        let file = folder.appending(path: "webauthn-vectors/test-vectors.txt")
        let text = try? String(contentsOf: file, encoding: .utf8)
        if text == nil { print("No examples at \(file.path()): set COUNTERSIGN_CORPORA to run them.") }
        return text
    }()
}
