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

    private let bytes: [UInt8]
    private let fields: [Field]

    /// Names are lowered once here, so that a look-up compares bytes.
    init(head: [UInt8], fields: [Field]) {
        var bytes = head
        for field in fields {
            for index in field.name { bytes[index] = Ascii.lowered(bytes[index]) }
        }
        self.bytes = bytes
        self.fields = fields
    }

    package var count: Int { fields.count }

    /// The value, or nil without such a header. Repeated headers are joined with commas, as RFC 9110
    /// section 5.3 has it: whoever expects one value will not find it in two.
    package subscript(name: HeaderName) -> String? {
        var found: String?
        for field in fields where name.matches(bytes[field.name]) {
            let value = String(decoding: bytes[field.value], as: UTF8.self)
            found = found.map { $0 + ", " + value } ?? value
        }
        return found
    }

    /// Each value under a name, as bytes in place.
    package func values(of name: HeaderName) -> [ArraySlice<UInt8>] {
        fields.lazy.filter { name.matches(bytes[$0.name]) }.map { bytes[$0.value] }
    }

    func forEach<Failure: Error>(
        _ body: (_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        for field in fields { try body(bytes[field.name], bytes[field.value]) }
    }
}
