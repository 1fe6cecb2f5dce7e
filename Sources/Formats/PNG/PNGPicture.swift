/// A picture in Portable Network Graphics (ISO/IEC 15948), taken apart and put together again: what is not
/// the picture itself is left out, and what does not hold together is refused.
package struct PNGPicture: Hashable, Sendable {
    package let width: Int
    package let height: Int
    /// A file with header, palette, transparency and pixels, and nothing else.
    package let bytes: [UInt8]

    package static let longestFile = 64 * 1024
    package static let longestSide = 1_024

    private static let mark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let kept: Set = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]

    package enum Refused: Error, Hashable {
        case tooLarge, notAPicture, damaged
        /// A side has so many pixels.
        case tooWide(Int)
    }

    package init(_ file: [UInt8]) throws(Refused) {
        guard file.count <= Self.longestFile else { throw .tooLarge }
        guard file.starts(with: Self.mark) else { throw .notAPicture }
        var place = Self.mark.count
        var names: [String] = []
        var bytes = Self.mark
        var header: ArraySlice<UInt8> = []
        while names.last != "IEND" {
            let chunk = try Chunk(in: file, at: place)
            place = chunk.range.upperBound
            if names.isEmpty { header = file[chunk.data] }
            names.append(chunk.name)
            guard Self.kept.contains(chunk.name) else {
                // A capital says that no picture can be shown without it.
                guard chunk.name.utf8.first.map({ $0 & 0x20 != 0 }) == true else { throw .damaged }
                continue
            }
            bytes += file[chunk.range]
        }
        guard place == file.count, Self.areInOrder(names), header.count == 13 else { throw .damaged }
        (width, height) = try Self.sides(Array(header))
        self.bytes = bytes
    }

    private static func areInOrder(_ names: [String]) -> Bool {
        let all = names.filter(kept.contains)
        let isOne = ["IHDR", "PLTE", "tRNS", "IEND"].allSatisfy { name in all.count { $0 == name } <= 1 }
        // The pixels stand together, behind the palette.
        let pixels = names.indices.filter { names[$0] == "IDAT" }
        guard isOne, names.first == "IHDR", let first = pixels.first, let last = pixels.last else {
            return false
        }
        let before = ["PLTE", "tRNS"].compactMap { names.firstIndex(of: $0) }
        return last - first == pixels.count - 1 && before.allSatisfy { $0 < first }
    }

    private static func sides(_ header: [UInt8]) throws(Refused) -> (Int, Int) {
        func number(_ at: Int) -> Int { header[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        let (width, height) = (number(0), number(4))
        let depths: [UInt8: Set<UInt8>] = [
            0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
        ]
        guard depths[header[9]]?.contains(header[8]) == true, header[10] == 0, header[11] == 0,
            header[12] <= 1, width > 0, height > 0
        else { throw .damaged }
        guard max(width, height) <= longestSide else { throw .tooWide(max(width, height)) }
        return (width, height)
    }

    /// Length, name, data and the checksum of both.
    private struct Chunk {
        let name: String
        let data: Range<Int>
        let range: Range<Int>

        init(in file: [UInt8], at place: Int) throws(Refused) {
            func number(_ at: Int) -> Int { file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
            guard place + 12 <= file.count else { throw .damaged }
            let length = number(place)
            guard length <= file.count - place - 12 else { throw .damaged }
            let letters = file[place + 4..<place + 8]
            guard letters.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else { throw .damaged }
            name = String(decoding: letters, as: UTF8.self)
            data = place + 8..<place + 8 + length
            range = place..<data.upperBound + 4
            guard PNGChecksum.of(file[place + 4..<data.upperBound]) == UInt32(number(data.upperBound)) else {
                throw .damaged
            }
        }
    }
}

/// CRC-32 as ISO 3309 has it.
enum PNGChecksum {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~0 as UInt32) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
    }
}
