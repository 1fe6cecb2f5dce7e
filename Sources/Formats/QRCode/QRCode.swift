/// A text as squares that a camera reads (ISO/IEC 18004): byte mode, error correction M, in the smallest
/// version that holds it.
package struct QRCode: Hashable, Sendable {
    /// Modules along a side, without the quiet zone around them.
    package let size: Int
    /// Row by row.
    private let dark: [Bool]

    /// Modules that must stay light around it.
    package static let quietZone = 4

    /// Nil for a text that is longer than the largest version holds.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let fitting = QRVersion.all.first { 4 + $0.lengthBits + 8 * bytes.count <= 8 * $0.dataCount }
        guard let version = fitting else { return nil }
        let content = Self.interleaved(Self.data(bytes, version), version)
        let plain = QRCanvas(version, content)
        let masked = (0..<8).map { plain.masked($0) }
        let best = masked.min { $0.penalty < $1.penalty } ?? plain
        size = version.size
        dark = best.dark
    }

    package subscript(row: Int, column: Int) -> Bool { dark[row * size + column] }

    /// Runs of dark modules as the path of an SVG, in units of a module, with the quiet zone around them.
    package var path: String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                let length = (column..<size).prefix { self[row, $0] }.count
                if length > 0 {
                    path += "M\(column + Self.quietZone) \(row + Self.quietZone)h\(length)v1h-\(length)z"
                }
                column += length + 1
            }
        }
        return path
    }

    /// Mode, length, text, end, and filling.
    private static func data(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) }
        }
        append(4, 4)
        append(bytes.count, version.lengthBits)
        for byte in bytes { append(Int(byte), 8) }
        append(0, min(4, version.dataCount * 8 - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var data = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        let filled = data.count
        while data.count < version.dataCount { data.append((data.count - filled) % 2 == 0 ? 0xec : 0x11) }
        return data
    }

    /// In blocks, each with its correction, and then one byte of each block by turns.
    private static func interleaved(_ data: [UInt8], _ version: QRVersion) -> [UInt8] {
        let count = version.blockCount
        let shortCount = count - version.byteCount % count
        let shortLength = version.byteCount / count - version.correctionCount
        let solomon = ReedSolomon(count: version.correctionCount)
        var blocks: [ArraySlice<UInt8>] = []
        var start = 0
        for block in 0..<count {
            let end = start + shortLength + (block < shortCount ? 0 : 1)
            blocks.append(data[start..<end])
            start = end
        }
        let corrections = blocks.map { solomon.correction(of: $0) }
        let columns = (0...shortLength).flatMap { place in
            blocks.compactMap { place < $0.count ? $0[$0.startIndex + place] : nil }
        }
        return columns + (0..<version.correctionCount).flatMap { place in corrections.map { $0[place] } }
    }
}
