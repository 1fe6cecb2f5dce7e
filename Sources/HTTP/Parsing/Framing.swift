/// Where a request's body ends (RFC 9112 section 6.3). There is no third way: a request has no body until
/// close.
package enum Framing: Hashable, Sendable {
    case none
    case length(Int)
    case chunked
}

/// The headers that decide about the message itself, gathered in one walk and judged together.
struct MessageRules {
    private var host: String?
    private var length: Int?
    private var isChunked = false
    private var saysClose = false
    private var expectsContinue = false

    /// What a head without contradictions amounts to.
    struct Verdict {
        let host: String
        let framing: Framing
        let keepAlive: Bool
        let expectsContinue: Bool
    }

    static func judge(_ headers: Headers, minorVersion: Int, _ limits: Limits) throws(Rejection) -> Verdict {
        var rules = MessageRules()
        for field in headers.fields { try rules.take(field, of: headers, limits) }
        guard let host = rules.host else { throw .hostMissing }
        if rules.isChunked {
            guard rules.length == nil else { throw .lengthBesideTransferEncoding }
            guard minorVersion == 1 else { throw .transferEncodingInOldVersion }
        }
        let body = rules.length.flatMap { $0 == 0 ? nil : Framing.length($0) } ?? .none
        return Verdict(
            host: host, framing: rules.isChunked ? .chunked : body,
            keepAlive: minorVersion == 1 && !rules.saysClose,
            expectsContinue: minorVersion == 1 && rules.expectsContinue)
    }

    /// The length of a name leaves one candidate at most, which makes this cheap for all other headers.
    private mutating func take(
        _ field: Headers.Field, of headers: Headers, _ limits: Limits
    ) throws(Rejection) {
        let name = field.name
        let isNamed = { (text: String) in headers.bytes.span.holds(text, in: name) }
        switch name.count {
        case 4 where isNamed("host"):
            guard host == nil else { throw .hostRepeated }
            host = try Self.host(headers.bytes[field.value], limits)
        case 6 where isNamed("expect"):
            guard Ascii.lowered(headers.bytes[field.value]) == "100-continue" else {
                throw .expectationUnknown
            }
            expectsContinue = true
        case 10 where isNamed("connection"):
            saysClose = saysClose || Self.saysClose(headers.bytes[field.value])
        case 14 where isNamed("content-length"):
            guard length == nil else { throw .lengthRepeated }
            length = try Self.length(headers.bytes[field.value])
        case 16 where isNamed("content-encoding"):
            throw .contentEncoded
        case 17 where isNamed("transfer-encoding"):
            guard !isChunked, headers.bytes.span.holds("chunked", in: field.value) else {
                throw .transferEncodingUnsupported
            }
            isChunked = true
        default:
            break
        }
    }

    /// Lower case, without the port. The port is checked and dropped: it is the listener that knows it.
    private static func host(_ value: ArraySlice<UInt8>, _ limits: Limits) throws(Rejection) -> String {
        guard value.count <= limits.host else { throw .hostMalformed }
        let end: Int
        if value.first == UInt8(ascii: "[") {
            guard let close = value.firstIndex(of: UInt8(ascii: "]")), close > value.startIndex + 1,
                ByteSet.hostLiteral.containsAll(value[(value.startIndex + 1)..<close])
            else { throw .hostMalformed }
            end = close + 1
        } else {
            end = value.firstIndex(of: Ascii.colon) ?? value.endIndex
            guard end > value.startIndex, ByteSet.hostName.containsAll(value[..<end]) else {
                throw .hostMalformed
            }
        }
        if end < value.endIndex {
            let port = value[(end + 1)...]
            guard value[end] == Ascii.colon, (1...5).contains(port.count), port.allSatisfy(Ascii.isDigit)
            else { throw .hostMalformed }
        }
        return Ascii.lowered(value[..<end])
    }

    /// Digits only, and no leading zero, which some would read as octal. Eighteen digits fit in an Int.
    private static func length(_ value: ArraySlice<UInt8>) throws(Rejection) -> Int {
        guard (1...18).contains(value.count), value.allSatisfy(Ascii.isDigit),
            value.count == 1 || value.first != UInt8(ascii: "0")
        else { throw .lengthMalformed }
        return value.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func saysClose(_ value: ArraySlice<UInt8>) -> Bool {
        value.split(separator: UInt8(ascii: ",")).contains { Ascii.lowered($0.trimmed) == "close" }
    }
}

extension ArraySlice<UInt8> {
    /// Without spaces and tabs at either end.
    var trimmed: ArraySlice<UInt8> {
        let isBlank: (UInt8) -> Bool = { $0 == Ascii.space || $0 == Ascii.tab }
        var rest = drop(while: isBlank)
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return rest
    }
}
