import Formats
import Testing

/// What is expected was made by another implementation (qrcodegen 1.8 of PyPI), and read back by zbar.
@Suite("QR codes")
struct QRCodeTests {
    private static let link =
        "otpauth://totp/Northwind:ana%40northwind.example"
        + "?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Northwind"

    private static func repeated(_ count: Int) -> String { String(repeating: "otpauth://", count: count) }

    @Test("the smallest is as another implementation draws it")
    func smallest() throws {
        let code = try #require(QRCode("a"))
        let rows = (0..<code.size).map { row in
            String((0..<code.size).map { code[row, $0] ? "#" : "." })
        }
        #expect(
            rows == [
                "#######..#.##.#######", "#.....#.#.##..#.....#", "#.###.#.##.#..#.###.#",
                "#.###.#.#.##..#.###.#", "#.###.#..#..#.#.###.#", "#.....#...##..#.....#",
                "#######.#.#.#.#######", "........##...........", "#.....#.#.##.##..###.",
                "#..##......###.###..#", "..#.###..##.#.##.....", ".#.#.#.##..#####.#.#.",
                "##.#..####.##########", "........##..#.....#.#", "#######..###.#..####.",
                "#.....#...#...#...###", "#.###.#..###.#..###..", "#.###.#..#.#####.#...",
                "#.###.#..#.###.###.##", "#.....#...######.#...", "#######.#.#.#..#..##.",
            ])
    }

    @Test(
        "larger ones are, too: with alignment, with a version word, of several blocks",
        arguments: [
            (Self.link, 41, 0x296f_956f_d9c4_8074), (Self.repeated(12), 45, 0x52d5_0512_c421_6915),
            (Self.repeated(21), 57, 0x7d35_d8f3_0712_98b7), (Self.repeated(150), 145, 0x0ad0_f571_0119_f531),
            (Self.repeated(233), 177, 0x788e_7d23_a277_4fc3),
        ])
    func larger(text: String, size: Int, digest: UInt64) throws {
        let code = try #require(QRCode(text))
        #expect(code.size == size)
        var found: UInt64 = 0xcbf2_9ce4_8422_2325
        for row in 0..<code.size {
            for column in 0..<code.size {
                found = (found ^ (code[row, column] ? 0x31 : 0x30)) &* 0x100_0000_01b3
            }
        }
        #expect(found == digest)
    }

    @Test("every length finds its version; one byte more than the largest holds none")
    func lengths() throws {
        var size = 21
        for count in 0...400 {
            let code = try #require(QRCode(String(repeating: "x", count: count)))
            #expect(code.size >= size && (code.size - 17) % 4 == 0)
            size = code.size
        }
        #expect(QRCode(String(repeating: "x", count: 2_331))?.size == 177)
        #expect(QRCode(String(repeating: "x", count: 2_332)) == nil)
    }

    @Test("the path draws each dark module once, inside the quiet zone")
    func path() throws {
        let code = try #require(QRCode(Self.link))
        var drawn = 0
        for match in code.path.matches(of: #/M(\d+) (\d+)h(\d+)v1h-(\d+)z/#) {
            let (column, row) = (try #require(Int(match.1)) - 4, try #require(Int(match.2)) - 4)
            let length = try #require(Int(match.3))
            #expect(match.3 == match.4)
            for place in column..<column + length { #expect(code[row, place]) }
            drawn += length
        }
        let dark = (0..<code.size).reduce(0) { sum, row in
            sum + (0..<code.size).count { code[row, $0] }
        }
        #expect(drawn == dark)
    }
}
