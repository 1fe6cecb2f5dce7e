/// Gathers the entries of a settings file, line by line.
struct SettingsBuilder {
    private(set) var entries: [SettingsFile.Entry] = []
    private(set) var sections: [String] = []
    private var section = ""
    private var lines: [String: Int] = [:]

    mutating func read(_ bytes: ArraySlice<UInt8>, number: Int) throws(SettingsRefusal) {
        guard bytes.count <= SettingsFile.longestLine else {
            throw .lineTooLong(line: number, limit: SettingsFile.longestLine)
        }
        let line = Self.trimmed(bytes.last == ASCII.carriageReturn ? bytes.dropLast() : bytes)
        guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == ASCII.tab }) else {
            throw .controlCharacter(line: number)
        }
        guard let first = line.first, first != UInt8(ascii: "#") else { return }
        if first == UInt8(ascii: "[") {
            try readHeading(line, number)
        } else {
            try readEntry(line, number)
        }
    }

    private mutating func readHeading(_ line: ArraySlice<UInt8>, _ number: Int) throws(SettingsRefusal) {
        let heading = Self.withoutComment(line)
        guard heading.last == UInt8(ascii: "]") else { throw .badSection(line: number) }
        let name = Self.trimmed(heading.dropFirst().dropLast())
        guard !name.isEmpty, !name.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") })
        else { throw .badSection(line: number) }
        section = String(decoding: name, as: UTF8.self)
        guard !sections.contains(section) else { throw .repeatedSection(line: number, name: section) }
        guard sections.count < SettingsFile.mostSections else {
            throw .tooManySections(line: number, limit: SettingsFile.mostSections)
        }
        sections.append(section)
        lines = [:]
    }

    private mutating func readEntry(_ line: ArraySlice<UInt8>, _ number: Int) throws(SettingsRefusal) {
        guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { throw .missingEquals(line: number) }
        let name = Self.trimmed(line[..<equals])
        guard !name.isEmpty, name.allSatisfy(Self.isPartOfKey) else { throw .badKey(line: number) }
        let key = String(decoding: name, as: UTF8.self)
        if let first = lines[key] { throw .repeatedKey(line: number, key: key, first: first) }
        lines[key] = number
        let text = Self.trimmed(line[(equals + 1)...])
        let value =
            text.first == ASCII.quote
            ? try Self.quoted(text.dropFirst(), number) : Array(Self.withoutComment(text))
        entries.append(
            .init(section: section, key: key, value: String(decoding: value, as: UTF8.self), line: number))
    }

    private static func quoted(_ text: ArraySlice<UInt8>, _ number: Int) throws(SettingsRefusal) -> [UInt8] {
        var value: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex, text[index] != ASCII.quote {
            var byte = text[index]
            index += 1
            if byte == ASCII.backslash {
                guard index < text.endIndex else { throw .badQuotes(line: number) }
                guard let meaning = escapes[text[index]] else { throw .badEscape(line: number) }
                byte = meaning
                index += 1
            }
            value.append(byte)
        }
        guard index < text.endIndex else { throw .badQuotes(line: number) }
        let rest = trimmed(text[(index + 1)...])
        guard rest.isEmpty || rest.first == UInt8(ascii: "#") else { throw .badQuotes(line: number) }
        return value
    }

    private static let escapes: [UInt8: UInt8] = [
        ASCII.quote: ASCII.quote, ASCII.backslash: ASCII.backslash, UInt8(ascii: "n"): ASCII.lineFeed,
        UInt8(ascii: "t"): ASCII.tab,
    ]

    private static func isPartOfKey(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || Array("-_.".utf8).contains(byte)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == ASCII.space || byte == ASCII.tab }

    /// Cuts at the first `#` that follows a space, or that starts the text.
    private static func withoutComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let comment = text.indices.first { index in
            text[index] == UInt8(ascii: "#") && (index == text.startIndex || isSpace(text[index - 1]))
        }
        return trimmed(comment.map { text[..<$0] } ?? text)
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return text
    }
}
