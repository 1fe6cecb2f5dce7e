/// What happened in a run: a fingerprint always, and the words only when somebody wants to read them.
final class Story {
    private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    private(set) var lines: [String] = []
    private let isTold: Bool
    private(set) var answers = 0
    private var clock: () -> Int64
    private var begin: Int64?

    init(isTold: Bool, clock: @escaping () -> Int64) {
        self.isTold = isTold
        self.clock = clock
    }

    /// Whose time it is from here on.
    func follow(_ clock: @escaping () -> Int64) { self.clock = clock }

    func countAnswer() { answers += 1 }

    /// `numbers` stand for what happened; the words say the same.
    func note(_ numbers: Int..., words: @autoclosure () -> String) {
        let now = clock()
        mix(UInt64(bitPattern: now))
        for number in numbers { mix(UInt64(bitPattern: Int64(number))) }
        guard isTold else { return }
        let start = begin ?? now
        begin = start
        let thousandths = (now - start) / 1_000
        let fraction = String(1_000 + thousandths % 1_000).dropFirst()
        lines.append("\(thousandths / 1_000).\(fraction) s  \(words())")
    }

    func mix(_ bytes: [UInt8]) { for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }

    private func mix(_ number: UInt64) { hash = (hash ^ number) &* 0x100_0000_01b3 ^ number >> 29 }
}
