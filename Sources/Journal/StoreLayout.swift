/// Where a store's files stand on its disk.
struct StoreLayout: Sendable {
    let name: String

    var journal: String { "\(name)/journal" }
    var snapshots: String { "\(name)/snapshots" }
    var documents: String { "\(name)/documents" }
    /// Documents that are still being written; whatever an opening store finds here, nobody was promised.
    var incoming: String { "\(name)/documents/incoming" }
    var lock: String { "\(name)/lock" }
    var format: String { "\(name)/format" }

    static let formatText = Array("countersign store 1\n".utf8)
    /// Ends the name of a file that has not been finished.
    static let temporarySuffix = ".new"

    func segment(_ first: UInt64) -> String { "\(journal)/\(Self.padded(first)).segment" }
    func spare(before first: UInt64) -> String { segment(first) + Self.temporarySuffix }
    func snapshot(_ sequence: UInt64) -> String { "\(snapshots)/\(Self.padded(sequence)).snapshot" }

    /// Twenty digits, so that the order of the names is the order of the numbers.
    private static func padded(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 20 - digits.count) + digits
    }

    /// The numbers in the names with this ending, in order. Other names are not ours to judge.
    static func numbers(in names: [String], suffix: String) -> [UInt64] {
        names.compactMap { name in
            guard name.hasSuffix(suffix) else { return nil }
            let number = UInt64(name.dropLast(suffix.utf8.count))
            return number.flatMap { padded($0) + suffix == name ? $0 : nil }
        }.sorted()
    }

    /// All directories, parents first.
    var directories: [String] {
        var path = ""
        let parents = name.split(separator: "/").map { part in
            path += path.isEmpty ? "\(part)" : "/\(part)"
            return path
        }
        return parents + [journal, snapshots, documents, incoming]
    }

    static func parent(of name: String) -> String {
        name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "."
    }
}
