/// A TZif file made by hand: a place that goes from one hour east to two and back, then follows a rule.
struct TZifSample {
    var version = UInt8(ascii: "2")
    var instants: [Int64] = [1_000_000, 28_000_000]
    var indices: [UInt8] = [1, 0]
    var offsets: [Int32] = [3600, 7200]
    var flags: [UInt8] = [0, 1]
    var names: [UInt8] = [0, 4]
    var characters = Array("CET\0CEST\0".utf8)
    var leapSeconds: UInt32 = 0
    var standard: [UInt8] = []
    var universal: [UInt8] = []
    var footer = "\nCET-1CEST,M3.5.0,M10.5.0/3\n"

    var bytes: [UInt8] {
        version == 0 ? block(timeBytes: 4) : block(timeBytes: 4) + block(timeBytes: 8) + footer.utf8
    }

    private func block(timeBytes: Int) -> [UInt8] {
        var bytes = Array("TZif".utf8) + [version] + Array(repeating: 0, count: 15)
        let counts = [
            UInt32(universal.count), UInt32(standard.count), leapSeconds, UInt32(instants.count),
            UInt32(offsets.count), UInt32(characters.count),
        ]
        for count in counts { bytes += bigEndian(Int64(count), 4) }
        for instant in instants { bytes += bigEndian(instant, timeBytes) }
        bytes += indices
        for (index, offset) in offsets.enumerated() {
            bytes += bigEndian(Int64(offset), 4) + [flags[index], names[index]]
        }
        bytes += characters
        bytes += Array(repeating: 0, count: Int(min(leapSeconds, 8)) * (timeBytes + 4))
        return bytes + standard + universal
    }

    private func bigEndian(_ value: Int64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * Int64(count - 1 - $0))) }
    }
}
