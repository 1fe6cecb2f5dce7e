/// An event under the name that it keeps for ever. A changed shape takes the next number.
package protocol StorableEvent: Hashable, Sendable {
    var storedName: String { get }
    func writeFields(to writer: inout RecordWriter)
    init(named name: StoredName, from reader: inout RecordReader) throws(Damaged)
}

/// The name of an event as it stands among the bytes of a record. A replay meets one for each event, so it is
/// compared there and never made a `String`, unless somebody has to read it.
package struct StoredName: CustomStringConvertible {
    private let bytes: [UInt8]
    private let range: Range<Int>

    init(bytes: [UInt8], range: Range<Int>) {
        self.bytes = bytes
        self.range = range
    }

    package init(_ text: String) { self.init(bytes: Array(text.utf8), range: 0..<text.utf8.count) }

    /// What stands before the first dot: the kind of record that the event is about.
    package var subject: StoredName {
        let dot = bytes[range].firstIndex(of: UInt8(ascii: ".")) ?? range.upperBound
        return StoredName(bytes: bytes, range: range.lowerBound..<dot)
    }

    package var description: String { String(decoding: bytes[range], as: UTF8.self) }

    package static func ~= (pattern: StaticString, name: StoredName) -> Bool {
        guard pattern.utf8CodeUnitCount == name.range.count else { return false }
        return unsafe name.bytes.withUnsafeBufferPointer { bytes in
            // From the end: names differ in their words, and begin alike.
            for index in stride(from: name.range.count - 1, through: 0, by: -1)
            where unsafe pattern.utf8Start[index] != bytes[name.range.lowerBound + index] { return false }
            return true
        }
    }
}
