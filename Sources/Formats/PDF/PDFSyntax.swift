/// The bytes of PDF objects and operators (ISO 32000-1, 7.3).
struct PDFSyntax: Sendable {
    private(set) var bytes: [UInt8] = []

    init() {}
    init(_ text: String) { write(text) }

    mutating func write(_ text: String) { bytes += text.utf8 }
    mutating func write(_ other: PDFSyntax) { bytes += other.bytes }
    mutating func write(raw other: [UInt8]) { bytes += other }

    /// A real number in hundredths: finer than any printer's dot, and the same on every machine.
    mutating func write(_ number: Double) {
        let bounded = number.isFinite ? min(max(number, -100_000), 100_000) : 0
        let hundredths = Int((bounded * 100).rounded())
        if hundredths < 0 { bytes.append(0x2D) }
        write(String(abs(hundredths) / 100))
        let rest = abs(hundredths) % 100
        guard rest != 0 else { return }
        bytes.append(0x2E)
        bytes.append(UInt8(0x30 + rest / 10))
        if rest % 10 != 0 { bytes.append(UInt8(0x30 + rest % 10)) }
    }

    /// Numbers, each followed by a space, then the operator and a line end.
    mutating func operation(_ operands: Double..., name: String) {
        for operand in operands {
            write(operand)
            bytes.append(0x20)
        }
        write(name)
        bytes.append(0x0A)
    }

    /// A text string (7.9.2.2): literal while it is ASCII, else UTF-16 with its mark.
    mutating func write(text: String) {
        guard text.unicodeScalars.allSatisfy({ (0x20..<0x7F).contains($0.value) }) else {
            write("<FEFF")
            for unit in text.utf16 { write(hex: unit) }
            write(">")
            return
        }
        bytes.append(0x28)
        for byte in text.utf8 {
            if byte == 0x28 || byte == 0x29 || byte == 0x5C { bytes.append(0x5C) }
            bytes.append(byte)
        }
        bytes.append(0x29)
    }

    mutating func write(hex unit: UInt16) {
        for shift in [12, 8, 4, 0] { bytes.append(Self.digits[Int(unit >> UInt16(shift) & 0xF)]) }
    }

    mutating func write(hex string: [UInt8]) {
        write("<")
        for byte in string {
            bytes.append(Self.digits[Int(byte >> 4)])
            bytes.append(Self.digits[Int(byte & 0xF)])
        }
        write(">")
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
