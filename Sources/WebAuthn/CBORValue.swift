/// What authenticators say, in the part of CBOR (RFC 8949) that CTAP2 allows them.
package indirect enum CBORValue: Hashable, Sendable {
    case integer(Int64)
    case bytes([UInt8])
    case text(String)
    case array([CBORValue])
    case map([CBORValue: CBORValue])
    case bool(Bool)
    case null

    package var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
    package var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }
    package var text: String? { if case .text(let text) = self { text } else { nil } }
    package var map: [CBORValue: CBORValue]? { if case .map(let members) = self { members } else { nil } }

    /// The member of a map; nil for a missing member and for everything that is no map.
    package subscript(_ key: CBORValue) -> CBORValue? { map?[key] }
}

/// Why bytes are not the CBOR that an authenticator may write, and at which of them that shows.
package struct CBORRefusal: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable, CaseIterable {
        case tooManyBytes, tooDeep, truncated, moreFollows, invalidUTF8
        /// A number that has a shorter spelling, or an item without its length.
        case notShortest
        /// Two members of one name, or members out of order.
        case notInOrder
        /// A tag, a fraction, a number beyond 63 bits, or a simple value other than false, true and null.
        case notAllowed
    }
    package let reason: Reason
    package let offset: Int
}
