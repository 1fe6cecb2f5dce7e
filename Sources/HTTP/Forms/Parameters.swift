/// What a reader of forms refuses, each a 400 for a client that plays by the rules.
package enum FormRefusal: Error, Hashable, Sendable {
    case wrongMediaType
    case tooLarge, tooManyFields, nameTooLong, malformedEncoding
    case missingBoundary, malformedBoundary, malformedPart, tooManyParts, fileNameTooLong, cutShort

    /// 415 for a body of another kind, 413 for too much of it, else 400.
    package var status: Status {
        switch self {
        case .wrongMediaType: .unsupportedMediaType
        case .tooLarge, .tooManyFields, .tooManyParts: .contentTooLarge
        case .nameTooLong, .malformedEncoding, .missingBoundary, .malformedBoundary, .malformedPart,
            .fileNameTooLong, .cutShort:
            .badRequest
        }
    }
}

/// Names and values of a query or a form, in the order in which they were sent.
package struct Parameters: Sendable, Hashable {
    package struct Field: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    package private(set) var fields: [Field] = []

    package init() {}

    /// Reads `application/x-www-form-urlencoded` bytes.
    package init(
        urlencoded bytes: ArraySlice<UInt8>, limits: FormLimits = .standard
    ) throws(FormRefusal) {
        guard bytes.count <= limits.size else { throw .tooLarge }
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.endIndex
            if end > start {
                guard fields.count < limits.fields else { throw .tooManyFields }
                fields.append(try Parameters.field(bytes[start..<end], limits))
            }
            start = end + 1
        }
    }

    package init(urlencoded bytes: [UInt8], limits: FormLimits = .standard) throws(FormRefusal) {
        try self.init(urlencoded: bytes[...], limits: limits)
    }

    package var isEmpty: Bool { fields.isEmpty }

    mutating func append(_ name: String, _ value: String) { fields.append(Field(name: name, value: value)) }

    /// The first value under a name.
    package subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// All values under a name, as check boxes send them.
    package func all(_ name: String) -> [String] {
        fields.lazy.filter { $0.name == name }.map(\.value)
    }

    private static func field(
        _ bytes: ArraySlice<UInt8>, _ limits: FormLimits
    ) throws(FormRefusal) -> Field {
        let equals = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.endIndex
        guard equals - bytes.startIndex <= limits.nameBytes else { throw .nameTooLong }
        do {
            return Field(
                name: try PercentEncoding.decode(bytes[..<equals], plusIsSpace: true),
                value: try PercentEncoding.decode(bytes[equals...].dropFirst(), plusIsSpace: true))
        } catch { throw .malformedEncoding }
    }
}

/// The part of an address behind the question mark.
package typealias Query = Parameters
/// A submitted form without files.
package typealias Form = Parameters
