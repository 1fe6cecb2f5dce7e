/// Writes JSON straight into bytes, without a tree in between.
///
///     let bytes = JSONWriter.object { timesheet in
///         timesheet.field("id", 17)
///         timesheet.array("days") { days in
///             for day in week { days.object { $0.field("minutes", day.minutes) } }
///         }
///     }
package enum JSONWriter {
    /// A document whose outermost value is an object.
    package static func object<E: Error>(
        reserving capacity: Int = 0, _ build: (inout JSONObjectWriter) throws(E) -> Void
    ) throws(E) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(capacity)
        try JSONObjectWriter.write(into: &bytes, build)
        return bytes
    }

    /// A document whose outermost value is an array.
    package static func array<E: Error>(
        reserving capacity: Int = 0, _ build: (inout JSONArrayWriter) throws(E) -> Void
    ) throws(E) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(capacity)
        try JSONArrayWriter.write(into: &bytes, build)
        return bytes
    }
}

/// A value that knows its JSON. Nil is written as null.
package protocol JSONWritable {
    func write(into json: inout [UInt8])
}

extension String: JSONWritable {
    package func write(into json: inout [UInt8]) { JSONText.write(self, into: &json) }
}
extension Bool: JSONWritable {
    package func write(into json: inout [UInt8]) { json += (self ? "true" : "false").utf8 }
}
extension Int: JSONWritable {
    package func write(into json: inout [UInt8]) { JSONText.write(Int64(self), into: &json) }
}
extension Int32: JSONWritable {
    package func write(into json: inout [UInt8]) { JSONText.write(Int64(self), into: &json) }
}
extension Int64: JSONWritable {
    package func write(into json: inout [UInt8]) { JSONText.write(self, into: &json) }
}
extension Optional: JSONWritable where Wrapped: JSONWritable {
    package func write(into json: inout [UInt8]) {
        if let self { self.write(into: &json) } else { json += "null".utf8 }
    }
}

/// A fixed-point number for JSON: `JSONDecimal(units: 1250, scale: 2)` is written 12.50.
package struct JSONDecimal: JSONWritable, Sendable {
    private let units: Int64
    private let scale: Int

    package init(units: Int64, scale: Int) {
        self.units = units
        self.scale = scale
    }
    package func write(into json: inout [UInt8]) {
        json += DecimalStyle(mark: ".", group: "").text(units, scale: scale).utf8
    }
}

extension JSONValue: JSONWritable {
    /// Members come in the order of their names, so that equal values give equal bytes.
    package func write(into json: inout [UInt8]) {
        switch self {
        case .null: json += "null".utf8
        case .bool(let flag): flag.write(into: &json)
        case .number(let number): json += number.spelling.utf8
        case .string(let text): text.write(into: &json)
        case .array(let values): JSONArrayWriter.write(into: &json) { $0.elements(values) }
        case .object(let members):
            JSONObjectWriter.write(into: &json) { object in
                for (name, value) in members.sorted(by: { $0.key < $1.key }) { object.field(name, value) }
            }
        }
    }
}
