/// The words behind a command's name.
struct Arguments {
    private(set) var operands: [String] = []
    private var values: [String: String] = [:]
    private var flags: Set<String> = []

    /// What a command understands; anything else is refused by name.
    struct Grammar {
        var values: Set<String> = []
        var flags: Set<String> = []
        var operands: ClosedRange<Int> = 0...0

        static let common = Grammar(values: ["data", "settings"], flags: ["help"])

        func adding(values: Set<String> = [], flags: Set<String> = [], operands: ClosedRange<Int> = 0...0)
            -> Grammar
        {
            Grammar(
                values: self.values.union(values), flags: self.flags.union(flags), operands: operands)
        }
    }

    init(_ words: [String], _ grammar: Grammar) throws(Complaint) {
        var rest = words[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--"), word.count > 2 else {
                operands.append(word)
                continue
            }
            let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
            let name = parts[0]
            if grammar.flags.contains(name), parts.count == 1 {
                flags.insert(name)
            } else if grammar.values.contains(name) {
                guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
                    throw .usage("--\(name) needs a value.")
                }
                guard values.updateValue(value, forKey: name) == nil else {
                    throw .usage("--\(name) stands twice.")
                }
            } else {
                throw .usage("--\(name) is not an option of this command.")
            }
        }
        guard flags.contains("help") || grammar.operands.contains(operands.count) else {
            throw .usage("The command takes \(Self.count(grammar.operands)), not \(operands.count).")
        }
    }

    subscript(name: String) -> String? { values[name] }

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    func required(_ name: String) throws(Complaint) -> String {
        guard let value = values[name], !value.isEmpty else { throw .usage("--\(name) is missing.") }
        return value
    }

    func number(_ name: String, _ range: ClosedRange<Int>) throws(Complaint) -> Int? {
        guard let text = values[name] else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .usage("--\(name) takes a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    private static func count(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound
            ? "\(range.lowerBound) words" : "\(range.lowerBound) to \(range.upperBound) words"
    }
}
