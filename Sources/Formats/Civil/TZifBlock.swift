/// The data block of a TZif file: when the clocks were changed, and to what.
struct TZifBlock {
    let settings: [TimeZoneRules.Setting]
    let transitions: [TimeZoneRules.Transition]

    init(
        _ header: TZifHeader, _ timeBytes: Int, _ reader: inout TZifReader
    ) throws(TimeZoneRefusal) {
        // Lengths first, so that a short file is refused before anything is made from it.
        var block = TZifReader(Array(try reader.take(header.length(timeBytes: timeBytes))))
        guard header.leapSeconds == 0 else { throw .leapSeconds }
        var instants: [Int64] = []
        for _ in 0..<header.transitions {
            let instant = try block.integer(bytes: timeBytes)
            guard instants.last ?? .min < instant || instants.isEmpty else { throw .badTransition }
            instants.append(instant)
        }
        let indices = try block.take(header.transitions)
        guard indices.allSatisfy({ Int($0) < header.settings }) else { throw .badTransition }
        let settings = try Self.settings(header, &block)
        try Self.checkIndicators(header, &block)
        self.settings = settings
        transitions = zip(instants, indices).map { .init(instant: $0, setting: settings[Int($1)]) }
    }

    private static func settings(
        _ header: TZifHeader, _ block: inout TZifReader
    ) throws(TimeZoneRefusal) -> [TimeZoneRules.Setting] {
        var raw: [(offset: Int64, isDaylight: Bool, name: Int)] = []
        for _ in 0..<header.settings {
            let offset = try block.integer(bytes: 4)
            guard -90_000 < offset, offset < TimeZoneRules.widestOffset else { throw .badSetting }
            let flag = try block.byte()
            guard flag <= 1 else { throw .badSetting }
            raw.append((offset, flag == 1, Int(try block.byte())))
        }
        let characters = Array(try block.take(header.characters))
        var settings: [TimeZoneRules.Setting] = []
        for (offset, isDaylight, name) in raw {
            settings.append(
                .init(
                    offset: Int(offset), isDaylight: isDaylight,
                    abbreviation: try designation(characters, at: name)))
        }
        return settings
    }

    private static func designation(_ characters: [UInt8], at start: Int) throws(TimeZoneRefusal) -> String {
        guard start < characters.count, let end = characters[start...].firstIndex(of: 0) else {
            throw .badDesignation
        }
        let name = characters[start..<end]
        let isPrintable = name.allSatisfy {
            ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        }
        guard name.count <= PosixTimeZone.longestName, isPrintable else { throw .badDesignation }
        return String(decoding: name, as: UTF8.self)
    }

    /// They matter only to readers that make up rules of their own, but what is malformed is refused.
    private static func checkIndicators(
        _ header: TZifHeader, _ block: inout TZifReader
    ) throws(TimeZoneRefusal) {
        let standard = Array(try block.take(header.standardIndicators))
        let universal = Array(try block.take(header.universalIndicators))
        guard (standard + universal).allSatisfy({ $0 <= 1 }) else { throw .badIndicator }
        for (index, isUniversal) in universal.enumerated() where isUniversal == 1 {
            guard index < standard.count, standard[index] == 1 else { throw .badIndicator }
        }
    }
}
