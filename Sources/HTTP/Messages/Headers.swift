/// The headers of a request: one copy of its bytes, and where the names and values lie in it.
package struct Headers: Sendable {
    /// Places in `bytes`. A head is shorter than 64 KiB by its limits, so sixteen bits do.
    struct Field: Sendable {
        let nameStart: UInt16
        let nameEnd: UInt16
        let valueStart: UInt16
        let valueEnd: UInt16

        var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
        var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
    }

    let bytes: [UInt8]
    let fields: [Field]

    /// Names are lowered once here, so that a look-up compares bytes.
    init(head: consuming [UInt8], fields: [Field]) {
        var bytes = head
        var span = bytes.mutableSpan
        for field in fields {
            for index in field.name { span[index] = Ascii.lowered(span[index]) }
        }
        self.bytes = bytes
        self.fields = fields
    }

    package var count: Int { fields.count }

    /// The value, or nil without such a header. Repeated headers are joined with commas, as RFC 9110
    /// section 5.3 has it: whoever expects one value will not find it in two.
    package subscript(name: HeaderName) -> String? {
        var found: String?
        for place in places(of: name) {
            let value = String(decoding: bytes[place], as: UTF8.self)
            found = found.map { $0 + ", " + value } ?? value
        }
        return found
    }

    /// Each value under a name, as bytes in place.
    package func values(of name: HeaderName) -> [ArraySlice<UInt8>] {
        places(of: name).map { bytes[$0] }
    }

    /// Where in `bytes` the values under a name lie; mostly none or one.
    func places(of name: HeaderName) -> [Range<Int>] {
        let span = bytes.span
        var places: [Range<Int>] = []
        for field in fields where span.holds(name.text, in: field.name) { places.append(field.value) }
        return places
    }
}
