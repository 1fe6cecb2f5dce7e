package import Crypto
package import Formats

/// A signed receipt as a file: a signature in the flattened form of RFC 7515, section 7.2.2.
package struct ReceiptFile: Sendable {
    package let signed: JSONWebSignature

    /// No receipt of a week comes near it.
    package static let mostBytes = 256 * 1024

    package enum Unreadable: Error, Equatable, Sendable {
        case notJSON(JSONRefusal)
        /// JSON, but without the three members that a signature has, or with one that is no base64url.
        case noSignature
        /// Signed for something else than a receipt, or by an algorithm that receipts do not have.
        case noReceipt
    }

    init(_ receipt: DecisionReceipt, by key: SigningKey) {
        signed = JSONWebSignature(of: receipt.payload, type: DecisionReceipt.type, by: key)
    }

    package init(file: [UInt8]) throws(Unreadable) {
        let document = try Self.read(file)
        func member(_ name: String) -> [UInt8]? { document[name]?.string.flatMap { Base64URL.decode($0) } }
        guard let header = member("protected"), let payload = member("payload"),
            let signature = member("signature")
        else { throw .noSignature }
        let said = try Self.read(header)
        guard said["alg"]?.string == "EdDSA", said["typ"]?.string == DecisionReceipt.type.description,
            said["crit"] == nil
        else { throw .noReceipt }
        signed = JSONWebSignature(header: header, payload: payload, signature: signature)
    }

    package var bytes: [UInt8] {
        JSONWriter.object {
            $0.field("payload", Base64URL.encode(signed.payload))
            $0.field("protected", Base64URL.encode(signed.header))
            $0.field("signature", Base64URL.encode(signed.signature))
        }
    }

    /// What the receipt says.
    package func content() throws(Unreadable) -> JSONValue { try Self.read(signed.payload) }

    private static func read(_ bytes: [UInt8]) throws(Unreadable) -> JSONValue {
        do throws(JSONRefusal) {
            return try JSONReader.read(bytes, limits: JSONLimits(bytes: mostBytes))
        } catch {
            throw .notJSON(error)
        }
    }
}
