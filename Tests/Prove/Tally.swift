/// One line of the table of proofs.
struct Tally: Sendable {
    /// What was tried, as a person would say it: “a power cut at each disk call of 200 events”.
    let what: String
    /// How often.
    let tried: Int
    /// How often the promise did not hold.
    var found = 0
    /// Of these, how often acknowledged work was lost or something foreign was seen.
    var lost = 0
    /// The seeds, for what is drawn by lot.
    var seeds = ""
    /// The first failures in full, so that each can be repeated.
    var failures: [String] = []

    var isSound: Bool { found == 0 && lost == 0 }

    var json: String {
        let texts = [("what", what), ("seeds", seeds)].map { "\"\($0.0)\": \(Self.quoted($0.1))" }
        let numbers = [("tried", tried), ("found", found), ("lost", lost)].map { "\"\($0.0)\": \($0.1)" }
        let list = "\"failures\": [" + failures.map(Self.quoted).joined(separator: ", ") + "]"
        return "{" + (texts + numbers + [list]).joined(separator: ", ") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case _ where scalar.value < 0x20: quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
