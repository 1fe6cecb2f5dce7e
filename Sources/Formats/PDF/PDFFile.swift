/// Numbered objects, then the table that says where each begins (ISO 32000-1, 7.5).
struct PDFFile {
    /// An indirect object's number; its generation is always 0.
    struct Number: Hashable, Sendable, CustomStringConvertible {
        let value: Int
        var description: String { "\(value) 0 R" }
    }

    private var body = PDFSyntax()
    private var places: [Int] = []

    init() {
        // Four high bytes tell transports that this is no text (7.5.2).
        body.write("%PDF-1.7\n%")
        body.write(raw: [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    }

    /// A number to refer to; its object follows at any time before `finished`.
    mutating func reserve() -> Number {
        places.append(0)
        return Number(value: places.count)
    }

    mutating func write(_ number: Number, _ object: String) { write(number, PDFSyntax(object)) }

    mutating func write(_ number: Number, _ object: PDFSyntax) {
        places[number.value - 1] = body.bytes.count
        body.write("\(number.value) 0 obj\n")
        body.write(object)
        body.write("\nendobj\n")
    }

    mutating func write(_ number: Number, stream: [UInt8], entries: String = "") {
        var object = PDFSyntax("<</Length \(stream.count)\(entries)>>stream\n")
        object.write(raw: stream)
        object.write("\nendstream")
        write(number, object)
    }

    /// The whole file. Without an identity from the caller, the bytes so far make one.
    consuming func finished(root: Number, information: Number, identity: [UInt8]?) -> [UInt8] {
        let name = identity ?? body.bytes.pdfFingerprint
        let table = body.bytes.count
        body.write("xref\n0 \(places.count + 1)\n0000000000 65535 f \n")
        for place in places {
            let digits = String(place)
            body.write(String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n")
        }
        body.write("trailer\n<</Size \(places.count + 1)/Root \(root)/Info \(information)/ID[")
        body.write(hex: name)
        body.write(hex: name)
        body.write("]>>\nstartxref\n\(table)\n%%EOF\n")
        return body.bytes
    }
}

extension [UInt8] {
    /// Sixteen bytes that change when the content does: FNV-1a from two starting points. Names a file
    /// for its readers, proves nothing.
    var pdfFingerprint: [UInt8] {
        var lanes: [UInt64] = [0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142]
        for byte in self {
            for lane in 0..<2 { lanes[lane] = (lanes[lane] ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        return lanes.flatMap { lane in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: lane >> UInt64($0)) }
        }
    }
}
