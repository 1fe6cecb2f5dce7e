/// The `; name=value` pairs behind a header's main value, read the way browsers write them in forms.
struct HeaderParameters {
    private var pairs: [(name: String, value: String)] = []

    var names: [String] { pairs.map(\.name) }

    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// - Parameter bytes: empty, or beginning with a semicolon.
    /// - Throws: `malformedPart`, also for a name that comes twice.
    init(_ bytes: ArraySlice<UInt8>) throws(FormRefusal) {
        var rest = bytes
        while !rest.isEmpty {
            guard rest.removeFirst() == Ascii.semicolon else { throw .malformedPart }
            rest = rest.trimmed
            guard let equals = rest.firstIndex(of: UInt8(ascii: "=")), equals > rest.startIndex,
                ByteSet.token.containsAll(rest[..<equals])
            else { throw .malformedPart }
            let name = Ascii.lowered(rest[..<equals])
            guard self[name] == nil else { throw .malformedPart }
            rest = rest[(equals + 1)...]
            let value = rest.first == UInt8(ascii: "\"") ? try Self.quoted(&rest) : Self.plain(&rest)
            guard let text = String(validating: value, as: UTF8.self),
                value.allSatisfy({ $0 >= Ascii.space && $0 != Ascii.delete })
            else { throw .malformedPart }
            pairs.append((name, text))
            rest = rest.trimmed
        }
    }

    private static func plain(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        let value = rest.prefix { ByteSet.token.contains($0) }
        rest = rest[value.endIndex...]
        return Array(value)
    }

    /// Browsers write a quote in a name as `%22`, others as `\"`. A backslash before anything else is itself,
    /// because file names of Windows come as they are.
    private static func quoted(_ rest: inout ArraySlice<UInt8>) throws(FormRefusal) -> [UInt8] {
        let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
        var value: [UInt8] = []
        var index = rest.startIndex + 1
        while index < rest.endIndex {
            let byte = rest[index]
            let following = rest[(index + 1)...].prefix(2)
            if byte == quote {
                rest = rest[(index + 1)...]
                return value
            } else if byte == backslash, following.first == quote || following.first == backslash {
                value.append(rest[index + 1])
                index += 2
            } else if byte == Ascii.percent, following.elementsEqual("22".utf8) {
                value.append(quote)
                index += 3
            } else {
                value.append(byte)
                index += 1
            }
        }
        throw .malformedPart
    }
}
