/// A set of ASCII bytes, small enough to be looked up in two registers.
///
/// Bytes from 0x80 on are never members, so text outside ASCII fails every grammar that is checked with it.
struct ByteSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ members: String) {
        for byte in members.utf8 {
            precondition(byte < 128, "A byte set holds ASCII only.")
            if byte < 64 { low |= 1 &<< UInt64(byte) } else { high |= 1 &<< UInt64(byte & 63) }
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 128 && (byte < 64 ? low : high) & (1 &<< UInt64(byte & 63)) != 0
    }

    func containsAll(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy(contains) }
}

extension ByteSet {
    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    private static let digits = "0123456789"

    /// `token` of RFC 9110 section 5.6.2: methods and field names.
    static let token = ByteSet(letters + digits + "!#$%&'*+-.^_`|~")
    /// What may stand in a path between slashes, `pchar` of RFC 3986, and the slash.
    static let path = ByteSet(letters + digits + "-._~%!$&'()*+,;=:@/")
    /// What may stand in a query: the same and a question mark.
    static let query = ByteSet(letters + digits + "-._~%!$&'()*+,;=:@/?")
    /// A host name or IPv4 address; wider names than DNS gives have no use here.
    static let hostName = ByteSet(letters + digits + "-._")
    /// The inside of an IPv6 literal.
    static let hostLiteral = ByteSet(digits + "abcdefABCDEF:.")
    /// What a chunk extension may consist of, RFC 9112 section 7.1.1, without spaces.
    static let chunkExtension = ByteSet(letters + digits + "!#$%&'*+-.^_`|~=\";")
    /// `cookie-octet` of RFC 6265.
    static let cookieValue = ByteSet(letters + digits + "!#$%&'()*+-./:<=>?@[]^_`{|}~")
    /// What needs no percent sign anywhere in an address, RFC 3986 section 2.3.
    static let unreserved = ByteSet(letters + digits + "-._~")
    /// What a file's name may hold in a header for every client to read it alike.
    static let plainFileName = ByteSet(letters + digits + " !#$&'()*+,-.:;<=>?@[]^_`{|}~")
    /// `bchars` of RFC 2046 without the space, which no client sends.
    static let boundary = ByteSet(letters + digits + "'()+_,-./:=?")
}

/// Names for the bytes that the grammar gives a meaning.
enum Ascii {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let percent = UInt8(ascii: "%")
    static let slash = UInt8(ascii: "/")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let question = UInt8(ascii: "?")
    static let delete: UInt8 = 0x7F

    /// A byte that may stand in a field value: visible, space, tab, or outside ASCII (RFC 9110 section 5.5).
    static func isFieldContent(_ byte: UInt8) -> Bool {
        byte >= space && byte != delete || byte == tab
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    static func lowered(_ text: some Collection<UInt8>) -> String {
        let isLow = text.allSatisfy { $0 == lowered($0) }
        return isLow
            ? String(decoding: text, as: UTF8.self) : String(decoding: text.map(lowered), as: UTF8.self)
    }
}
