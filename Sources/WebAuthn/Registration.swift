/// A new passkey, as a browser sends it (WebAuthn, section 7.1).
package struct Registration: Sendable {
    package let clientData: [UInt8]
    package let attestationObject: [UInt8]

    package init(clientData: [UInt8], attestationObject: [UInt8]) {
        self.clientData = clientData
        self.attestationObject = attestationObject
    }

    /// What there is to remember of it.
    package struct Accepted: Hashable, Sendable {
        package let id: [UInt8]
        package let key: CredentialKey
        package let counter: UInt32
        package let isBackupEligible: Bool
    }

    /// We ask for no attestation. A statement that comes all the same is taken as nobody's word: it is read,
    /// and nothing follows from it, so who made the authenticator is not known.
    package func accepted(
        challenge: [UInt8], at party: RelyingParty
    ) throws(WebAuthnRefusal) -> Accepted {
        try ClientData(clientData).check(.registration, challenge, at: party)
        guard let object = try? CBORReader.read(attestationObject), let members = object.map,
            members.count == 3, let format = object[.text("fmt")]?.text,
            let statement = object[.text("attStmt")]?.map, let bytes = object[.text("authData")]?.bytes
        else { throw .badAttestation }
        guard format != "none" || statement.isEmpty else { throw .badAttestation }
        let data = try AuthenticatorData(bytes)
        try data.check(at: party)
        guard let credential = data.credential else { throw .badAuthenticatorData }
        return Accepted(
            id: credential.id, key: credential.key, counter: data.counter,
            isBackupEligible: data.isBackupEligible)
    }
}
