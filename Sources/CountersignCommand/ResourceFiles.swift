import Unix

/// Where the program's own files lie: styles, fonts, the demo's data.
struct ResourceFiles {
    private let folder: String
    private static let largest = 16 << 20

    /// Looks at `COUNTERSIGN_RESOURCES`, above the program, and where the container image puts them.
    init() throws(Complaint) {
        var candidates: [String] = []
        if let named = ProcessFacts.environment("COUNTERSIGN_RESOURCES") { candidates.append(named) }
        if let program = ProcessFacts.programPath() {
            var parts = program.split(separator: "/").dropLast()
            while !parts.isEmpty {
                let above = "/" + parts.joined(separator: "/")
                candidates += [above + "/Resources", above + "/share/countersign/Resources"]
                parts = parts.dropLast()
            }
        }
        for candidate in candidates
        where (try? WholeFile.read(candidate + "/css/base.css", atMost: Self.largest)) != nil {
            folder = candidate
            return
        }
        throw Complaint(
            "The folder Resources was not found.",
            why: "Styles and fonts are read from it at start; it lies neither near the program nor where "
                + "COUNTERSIGN_RESOURCES says.",
            next: "Set COUNTERSIGN_RESOURCES to the Resources folder of the checkout.")
    }

    func read(_ name: String) throws(Complaint) -> [UInt8] {
        do throws(Errno) {
            return try WholeFile.read(folder + "/" + name, atMost: Self.largest)
        } catch {
            throw Complaint(
                "\(folder)/\(name) cannot be read.", why: error.description,
                next: "Install the program's Resources folder again.")
        }
    }

    /// For what only makes the program faster.
    func readIfThere(_ name: String) -> [UInt8]? {
        try? WholeFile.read(folder + "/" + name, atMost: Self.largest)
    }

    func path(of name: String) -> String { folder + "/" + name }
}
