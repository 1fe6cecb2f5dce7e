import Formats
import Staffing

/// Reads a mapping file, and says at its first fault where it is and what to write.
struct MappingReader {
    private let file: SettingsFile
    private let lines: [Substring]

    private static let columnSection = "columns"
    private static let payCodeSection = "pay codes"
    private static let commonKeys = ["layout", "delimiter", "decimal", "dates", "totals", "long_day_hours"]

    init(_ bytes: [UInt8]) throws(MappingRefusal) {
        do throws(SettingsRefusal) {
            file = try SettingsFile(bytes: bytes)
        } catch {
            throw .unreadable(error)
        }
        lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard !file.entries.isEmpty else { throw .empty }
    }

    func mapping() throws(MappingRefusal) -> HoursMapping {
        let layout = try choice("layout", HoursMapping.Layout.allCases.map { ($0.rawValue, $0) })
        try checkKeys(layout)
        let columns = try columns(layout)
        return HoursMapping(
            layout: layout,
            delimiter: try choice(
                "delimiter", [("comma", .comma), ("semicolon", .semicolon), ("tab", .tab), ("auto", nil)]),
            decimal: try choice("decimal", [("point", .point), ("comma", .comma)]),
            dates: try choice(
                "dates", HoursMapping.patterns.map { ($0.spelling, Optional($0)) } + [("auto", nil)]),
            totals: totals, longDayMinutes: try number("long_day_hours", 1...24, otherwise: 12) * 60,
            shiftGapMinutes: try number("shift_gap_minutes", 0...720, otherwise: 240),
            longestPairMinutes: try number("longest_pair_hours", 1...24, otherwise: 16) * 60,
            columns: columns, payCodes: try payCodes(columns))
    }

    private func checkKeys(_ layout: HoursMapping.Layout) throws(MappingRefusal) {
        let sections = ["", Self.columnSection, Self.payCodeSection]
        for name in file.sections where !sections.contains(name) {
            throw .unknownSection(line: line(ofHeading: name), name: name)
        }
        if layout != .days, file.sections.contains(Self.payCodeSection) {
            throw .keyOfOtherLayout(
                line: line(ofHeading: Self.payCodeSection), key: "[\(Self.payCodeSection)]",
                layout: layout.rawValue)
        }
        let known = Self.commonKeys + layout.ownKeys
        let others = HoursMapping.Layout.allCases.flatMap(\.ownKeys)
        for entry in file.entries(in: "") where !known.contains(entry.key) {
            guard !others.contains(entry.key) else {
                throw .keyOfOtherLayout(line: entry.line, key: entry.key, layout: layout.rawValue)
            }
            throw .unknownKey(line: entry.line, key: entry.key, known: known)
        }
        if file["", "times"] != nil { _ = try choice("times", [("HH:mm", true)]) }
    }

    private func columns(_ layout: HoursMapping.Layout) throws(MappingRefusal) -> [HoursField: String] {
        let known = layout.required + layout.optional
        var columns: [HoursField: String] = [:]
        var lines: [String: Int] = [:]
        for entry in file.entries(in: Self.columnSection) {
            guard let field = HoursField(rawValue: entry.key) else {
                throw .unknownKey(line: entry.line, key: entry.key, known: known.map(\.rawValue))
            }
            guard known.contains(field) else {
                throw .keyOfOtherLayout(line: entry.line, key: entry.key, layout: layout.rawValue)
            }
            guard !entry.value.isEmpty else {
                throw .columnWithoutHeader(line: entry.line, key: entry.key)
            }
            if let first = lines[entry.value.asHeader] {
                throw .headerTwice(line: entry.line, header: entry.value, first: first)
            }
            lines[entry.value.asHeader] = entry.line
            columns[field] = entry.value
        }
        for field in layout.required where columns[field] == nil {
            throw .missingKey(
                line: lastLine(of: Self.columnSection), section: Self.columnSection, key: field.rawValue,
                allowed: [])
        }
        return columns
    }

    private func payCodes(
        _ columns: [HoursField: String]
    ) throws(MappingRefusal) -> [String: HoursMapping.PayCode] {
        let entries = file.entries(in: Self.payCodeSection)
        if columns[.payCode] == nil, let first = entries.first {
            throw .missingKey(
                line: first.line, section: Self.columnSection, key: HoursField.payCode.rawValue, allowed: [])
        }
        if columns[.payCode] != nil, entries.isEmpty {
            throw .missingSection(line: lines.count, name: Self.payCodeSection)
        }
        var codes: [String: HoursMapping.PayCode] = [:]
        for entry in entries {
            guard let code = HoursMapping.PayCode(rawValue: entry.value) else {
                let allowed = HoursMapping.PayCode.allCases.map(\.rawValue)
                throw .badValue(line: entry.line, key: entry.key, value: entry.value, allowed: allowed)
            }
            codes[entry.key] = code
        }
        return codes
    }
}

extension MappingReader {
    private var totals: Set<String> {
        let words = (file["", "totals"]?.value ?? "").split(separator: ",")
        return Set(words.map { String($0).asHeader }.filter { !$0.isEmpty })
    }

    private func choice<Value>(
        _ key: String, _ choices: [(String, Value)]
    ) throws(MappingRefusal) -> Value {
        let allowed = choices.map(\.0)
        guard let entry = file["", key] else {
            throw .missingKey(line: lastLine(of: ""), section: "", key: key, allowed: allowed)
        }
        guard let chosen = choices.first(where: { $0.0 == entry.value }) else {
            throw .badValue(line: entry.line, key: key, value: entry.value, allowed: allowed)
        }
        return chosen.1
    }

    private func number(
        _ key: String, _ range: ClosedRange<Int>, otherwise: Int
    ) throws(MappingRefusal) -> Int {
        guard let entry = file["", key] else { return otherwise }
        guard let number = Int(entry.value), range.contains(number) else {
            throw .notInRange(line: entry.line, key: key, value: entry.value, range: range)
        }
        return number
    }

    /// Headings have no entry of their own, so their line is looked for.
    private func line(ofHeading name: String) -> Int {
        let index = lines.firstIndex { $0.drop(while: \.isWhitespace).hasPrefix("[\(name)]") }
        return index.map { $0 + 1 } ?? file.entries.first { $0.section == name }?.line ?? 1
    }

    private func lastLine(of section: String) -> Int {
        if let entry = file.entries(in: section).last { return entry.line }
        if file.sections.contains(section) { return line(ofHeading: section) }
        return section.isEmpty ? 1 : lines.count
    }
}

extension HoursMapping {
    /// Reads a mapping file: `key = value` lines, `[columns]` and, for the layout `days`, `[pay codes]`.
    package init(_ bytes: [UInt8]) throws(MappingRefusal) { self = try MappingReader(bytes).mapping() }
}

extension String {
    /// How headers and words of totals are compared: without outer space and without case.
    var asHeader: String { trimmed.lowercased() }
}
