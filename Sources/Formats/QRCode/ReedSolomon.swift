/// The bytes that let a reader mend what is smudged (ISO/IEC 18004, annex A): arithmetic in the field of 256
/// elements over x⁸ + x⁴ + x³ + x² + 1.
struct ReedSolomon {
    /// From the highest power on, without its own coefficient, which is one.
    private let divisor: [UInt8]

    init(count: Int) {
        var divisor = [UInt8](repeating: 0, count: count)
        divisor[count - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<count {
            for place in 0..<count {
                divisor[place] = Self.product(divisor[place], root)
                if place + 1 < count { divisor[place] ^= divisor[place + 1] }
            }
            root = Self.product(root, 2)
        }
        self.divisor = divisor
    }

    func correction(of data: some Sequence<UInt8>) -> [UInt8] {
        var rest = [UInt8](repeating: 0, count: divisor.count)
        for byte in data {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for (place, coefficient) in divisor.enumerated() {
                rest[place] ^= Self.product(coefficient, factor)
            }
        }
        return rest
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result: UInt16 = 0
        for bit in (0..<8).reversed() {
            result = (result << 1) ^ (result >> 7) * 0x11d
            if right >> UInt8(bit) & 1 == 1 { result ^= UInt16(left) }
        }
        return UInt8(truncatingIfNeeded: result)
    }
}
