import Formats
import Staffing

extension English {
    package func explain(_ refusal: FileRefusal) -> String {
        switch refusal {
        case .empty: "The file is empty."
        case .noRows: "The file has a header and no rows."
        case .unreadable(let refusal): refusal.explanation
        case .headerMissing(let header, let found):
            "The file has no column “\(header)”. Its first line reads: \(Self.quoted(found)). "
                + "If that is one long word, the mapping names the wrong delimiter."
        case .headerTwice(let header):
            "The file has two columns “\(header)”, so it is unclear which one is meant."
        case .ambiguousDates(let line, let first, let second):
            "The dates of the file, from line \(line) on, read as \(first) and as \(second) alike. "
                + "Say in the mapping which it is: dates = \(first) or dates = \(second)."
        case .unknownDates(let line, let value):
            "“\(value)” at line \(line), and the dates after it, are not spelled in one known way. "
                + "Say in the mapping which it is: dates = yyyy-MM-dd, MM/dd/yyyy, dd/MM/yyyy or dd.MM.yyyy."
        case .notStartOfWeek: "The week does not begin on the first day of the client's workweek."
        }
    }

    package func explain(_ refusal: MappingRefusal) -> String {
        switch refusal {
        case .empty: "The mapping is empty. Start from one of the templates below."
        case .unreadable(let refusal): "Mapping: \(refusal.explanation)"
        case .unknownSection(let line, let name):
            "Mapping, line \(line): there is no section [\(name)]. Sections are [columns] and [pay codes]."
        case .unknownKey(let line, let key, let known):
            "Mapping, line \(line): there is no key “\(key)” here. Write one of "
                + "\(known.joined(separator: ", "))."
        case .keyOfOtherLayout(let line, let key, let layout):
            "Mapping, line \(line): “\(key)” means nothing when layout = \(layout). Take it out."
        case .badValue(let line, let key, let value, let allowed):
            "Mapping, line \(line): \(key) cannot be “\(value)”. Write \(key) = "
                + "\(Self.alternatives(allowed))."
        case .notInRange(let line, let key, let value, let range):
            "Mapping, line \(line): \(key) cannot be “\(value)”. "
                + "Write a whole number from \(range.lowerBound) to \(range.upperBound)."
        case .missingKey(let line, let section, let key, let allowed):
            Self.missingKey(line, section, key, allowed)
        case .missingSection(let line, let name):
            "Mapping, after line \(line): the section [\(name)] is missing. Write [\(name)], and "
                + "below it a line "
                + "such as REG = regular for each code of the file."
        case .columnWithoutHeader(let line, let key):
            "Mapping, line \(line): write \(key) = and the header of the file's column."
        case .headerTwice(let line, let header, let first):
            "Mapping, line \(line): the column “\(header)” is used at line \(first) already."
        }
    }

    private static func missingKey(
        _ line: Int, _ section: String, _ key: String, _ allowed: [String]
    ) -> String {
        if section.isEmpty {
            return "Mapping: the key “\(key)” is missing. "
                + "Write before [columns], near line \(line): \(key) = \(alternatives(allowed))."
        }
        return "Mapping, after line \(line): “\(key)” is missing in [\(section)]. "
            + "Write \(key) = and the header of the file's column."
    }

    package func explain(_ refusal: AgencyFileRefusal) -> String {
        let place = "\(refusal.file), line \(refusal.line): "
        return switch refusal.reason {
        case .unreadable(let refusal): "\(place)\(refusal.explanation)"
        case .columnMissing(let name): "\(place)the column “\(name)” is missing."
        case .valueMissing(let name): "\(place)“\(name)” is empty."
        case .badValue(let name, let value, let allowed):
            "\(place)\(name) cannot be “\(value)”. Write \(allowed)."
        case .unknownTenant(let id): "\(place)tenants.csv has no client “\(id)”."
        case .unknownWorksite(let code):
            "\(place)worksites.csv has no worksite “\(code)” for this client."
        case .twice(let first): "\(place)the same is said at line \(first)."
        case .contradicts(let name, let first): "\(place)\(name) differs from line \(first)."
        case .turnedDown(let code): "\(place)the records turned this down: \(code)."
        }
    }

    private static let mostQuoted = 12

    private static func quoted(_ cells: [String]) -> String {
        let shown = cells.prefix(mostQuoted).map { "“\($0.prefix(60))”" }.joined(separator: ", ")
        return cells.count > mostQuoted ? shown + " …" : shown
    }

    private static func alternatives(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
