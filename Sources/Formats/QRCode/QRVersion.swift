/// One of the forty sizes of a QR code at error correction level M, which mends 15 % (ISO/IEC 18004, 7.1).
struct QRVersion {
    let number: Int

    /// Of each version, from the first on: table 9 of the standard.
    private static let correctionBytes = [
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28,
        28,
        28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ]
    private static let blockCounts = [
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28,
        29,
        31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
    ]
    static let all = (1...40).map { QRVersion(number: $0) }

    /// Modules along a side.
    var size: Int { 17 + 4 * number }
    var blockCount: Int { Self.blockCounts[number - 1] }
    /// Of one block.
    var correctionCount: Int { Self.correctionBytes[number - 1] }
    /// Bytes that the area holds, data and correction together.
    var byteCount: Int { moduleCount / 8 }
    var dataCount: Int { byteCount - blockCount * correctionCount }
    /// Of the number that says how long the text is.
    var lengthBits: Int { number < 10 ? 8 : 16 }

    /// The modules that no pattern takes.
    private var moduleCount: Int {
        let all = (16 * number + 128) * number + 64
        guard number > 1 else { return all }
        let aligned = number / 7 + 2
        return all - (25 * aligned - 10) * aligned + 55 - (number < 7 ? 0 : 36)
    }

    /// Rows, and columns alike, where alignment patterns have their middle.
    var alignment: [Int] {
        guard number > 1 else { return [] }
        let count = number / 7 + 2
        let step = number == 32 ? 26 : (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<count - 1).map { size - 7 - $0 * step }.reversed()
    }
}
