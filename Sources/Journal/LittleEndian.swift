/// Integers as bytes, the least significant first.
extension [UInt8] {
    mutating func append<Value: FixedWidthInteger>(littleEndian value: Value) {
        for shift in stride(from: 0, to: Value.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: value >> Value(shift)))
        }
    }

    mutating func put<Value: FixedWidthInteger>(littleEndian value: Value, at offset: Int) {
        for index in 0..<Value.bitWidth / 8 {
            self[offset + index] = UInt8(truncatingIfNeeded: value >> Value(index * 8))
        }
    }

    mutating func put(_ bytes: [UInt8], at offset: Int) {
        replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }

    /// The caller has checked that the bytes are there.
    func integer<Value: FixedWidthInteger & UnsignedInteger>(at offset: Int, as: Value.Type = Value.self)
        -> Value
    {
        var value: Value = 0
        for index in 0..<Value.bitWidth / 8 { value |= Value(self[offset + index]) << Value(index * 8) }
        return value
    }
}
