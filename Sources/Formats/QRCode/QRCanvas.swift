/// The modules of a QR code while it is drawn: first the patterns that every reader looks for, then the
/// content between them.
struct QRCanvas {
    private let version: QRVersion
    private let size: Int
    private(set) var dark: [Bool]
    /// What no mask may change.
    private var isPattern: [Bool]

    init(_ version: QRVersion, _ content: [UInt8]) {
        self.version = version
        size = version.size
        dark = [Bool](repeating: false, count: size * size)
        isPattern = dark
        drawPatterns()
        drawFormat(mask: 0)
        fill(content)
    }

    /// With one of the eight masks over the content, and a word that says which.
    func masked(_ mask: Int) -> QRCanvas {
        var copy = self
        for row in 0..<size {
            for column in 0..<size where !isPattern[row * size + column] {
                if Self.inverts(mask, row, column) { copy.dark[row * size + column].toggle() }
            }
        }
        copy.drawFormat(mask: mask)
        return copy
    }

    private static func inverts(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return }
        dark[row * size + column] = isDark
        isPattern[row * size + column] = true
    }

    private mutating func drawPatterns() {
        for place in 0..<size {
            set(6, place, place % 2 == 0)
            set(place, 6, place % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawRings(row, column, reach: 4) }
        let middles = version.alignment
        for row in middles {
            for column in middles {
                let isFinder =
                    (row == 6 && (column == 6 || column == size - 7)) || (row == size - 7 && column == 6)
                if !isFinder { drawRings(row, column, reach: 2) }
            }
        }
        drawVersion()
    }

    /// A dark middle, and rings around it, light and dark by turns.
    private mutating func drawRings(_ row: Int, _ column: Int, reach: Int) {
        for down in -reach...reach {
            for right in -reach...reach {
                let ring = max(abs(down), abs(right))
                let isDark = reach == 4 ? ring != 2 && ring != 4 : ring != 1
                set(row + down, column + right, isDark)
            }
        }
    }

    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        let word = Self.word(version.number, generator: 0x1f25, bits: 12)
        for bit in 0..<18 {
            let (far, near) = (size - 11 + bit % 3, bit / 3)
            set(near, far, word >> bit & 1 == 1)
            set(far, near, word >> bit & 1 == 1)
        }
    }

    /// Level M is written as 00.
    private mutating func drawFormat(mask: Int) {
        let word = Self.word(mask, generator: 0x537, bits: 10) ^ 0x5412
        func bit(_ place: Int) -> Bool { word >> place & 1 == 1 }
        for place in 0..<6 { set(place, 8, bit(place)) }
        set(7, 8, bit(6))
        set(8, 8, bit(7))
        set(8, 7, bit(8))
        for place in 9..<15 { set(8, 14 - place, bit(place)) }
        for place in 0..<8 { set(8, size - 1 - place, bit(place)) }
        for place in 8..<15 { set(size - 15 + place, 8, bit(place)) }
        set(size - 8, 8, true)
    }

    /// A number with the bits of a BCH code that let it be read though some are wrong.
    private static func word(_ number: Int, generator: Int, bits: Int) -> Int {
        var rest = number
        for _ in 0..<bits { rest = (rest << 1) ^ ((rest >> (bits - 1)) * generator) }
        return number << bits | rest
    }

    /// In columns of two, from the right, upward and downward by turns.
    private mutating func fill(_ content: [UInt8]) {
        var place = 0
        for right in stride(from: size - 1, to: 0, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
            let goesUp = (right + 1) & 2 == 0
            for step in 0..<size {
                let row = goesUp ? size - 1 - step : step
                for column in [right, right - 1] where !isPattern[row * size + column] {
                    guard place < content.count * 8 else { continue }
                    dark[row * size + column] = content[place / 8] >> UInt8(7 - place % 8) & 1 == 1
                    place += 1
                }
            }
        }
    }
}

extension QRCanvas {
    /// How hard it is to read (ISO/IEC 18004, 7.8.3): long runs, blocks of one colour, what looks like a
    /// finder, and too much of either colour.
    var penalty: Int {
        let rows = (0..<size).map { row in (0..<size).map { dark[row * size + $0] } }
        let columns = (0..<size).map { column in (0..<size).map { dark[$0 * size + column] } }
        let lines = (rows + columns).reduce(0) { $0 + Self.runs($1) + Self.finders($1) }
        return lines + blocks + balance
    }

    private static func runs(_ line: [Bool]) -> Int {
        var (penalty, length) = (0, 1)
        for place in 1...line.count {
            if place < line.count, line[place] == line[place - 1] {
                length += 1
            } else {
                if length >= 5 { penalty += length - 2 }
                length = 1
            }
        }
        return penalty
    }

    private static let finder = [true, false, true, true, true, false, true]
    private static let margin = [false, false, false, false]

    private static func finders(_ line: [Bool]) -> Int {
        let around = margin + line + margin
        let patterns = [margin + finder, finder + margin]
        return (0...around.count - 11).reduce(0) { sum, start in
            sum + 40 * patterns.count { $0.elementsEqual(around[start..<start + 11]) }
        }
    }

    private var blocks: Int {
        var count = 0
        for row in 0..<size - 1 {
            for column in 0..<size - 1 {
                let place = row * size + column
                let one = dark[place]
                if one == dark[place + 1], one == dark[place + size], one == dark[place + size + 1] {
                    count += 1
                }
            }
        }
        return 3 * count
    }

    private var balance: Int {
        let percent = dark.count(where: \.self) * 100 / dark.count
        return abs(percent - 50) / 5 * 10
    }
}
