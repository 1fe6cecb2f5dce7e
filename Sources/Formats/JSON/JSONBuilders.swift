/// The members of an object that is being written. Names are the caller's to keep distinct.
package struct JSONObjectWriter: ~Copyable {
    private var bytes: [UInt8] = []
    private var isEmpty = true

    package mutating func field(_ name: String, _ value: some JSONWritable) {
        begin(name)
        value.write(into: &bytes)
    }

    package mutating func object<E: Error>(
        _ name: String, _ build: (inout JSONObjectWriter) throws(E) -> Void
    ) throws(E) {
        begin(name)
        try JSONObjectWriter.write(into: &bytes, build)
    }

    package mutating func array<E: Error>(
        _ name: String, _ build: (inout JSONArrayWriter) throws(E) -> Void
    ) throws(E) {
        begin(name)
        try JSONArrayWriter.write(into: &bytes, build)
    }

    private mutating func begin(_ name: String) {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
        JSONText.write(name, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }

    /// The buffer travels into the nested writer and back by swapping, so nothing is copied.
    static func write<E: Error>(
        into bytes: inout [UInt8], _ build: (inout JSONObjectWriter) throws(E) -> Void
    ) throws(E) {
        var writer = JSONObjectWriter()
        swap(&bytes, &writer.bytes)
        defer { swap(&bytes, &writer.bytes) }
        writer.bytes.append(UInt8(ascii: "{"))
        try build(&writer)
        writer.bytes.append(UInt8(ascii: "}"))
    }
}

/// The elements of an array that is being written.
package struct JSONArrayWriter: ~Copyable {
    private var bytes: [UInt8] = []
    private var isEmpty = true

    package mutating func element(_ value: some JSONWritable) {
        begin()
        value.write(into: &bytes)
    }

    package mutating func elements(_ values: some Sequence<some JSONWritable>) {
        for value in values { element(value) }
    }

    package mutating func object<E: Error>(
        _ build: (inout JSONObjectWriter) throws(E) -> Void
    ) throws(E) {
        begin()
        try JSONObjectWriter.write(into: &bytes, build)
    }

    package mutating func array<E: Error>(
        _ build: (inout JSONArrayWriter) throws(E) -> Void
    ) throws(E) {
        begin()
        try JSONArrayWriter.write(into: &bytes, build)
    }

    private mutating func begin() {
        if !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
    }

    static func write<E: Error>(
        into bytes: inout [UInt8], _ build: (inout JSONArrayWriter) throws(E) -> Void
    ) throws(E) {
        var writer = JSONArrayWriter()
        swap(&bytes, &writer.bytes)
        defer { swap(&bytes, &writer.bytes) }
        writer.bytes.append(UInt8(ascii: "["))
        try build(&writer)
        writer.bytes.append(UInt8(ascii: "]"))
    }
}
