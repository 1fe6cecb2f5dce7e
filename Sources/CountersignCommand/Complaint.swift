/// Why a command did not do what it was asked: what happened, why, and what to do next.
struct Complaint: Error {
    let what: String
    let why: String?
    let next: String?
    let exitCode: Int32

    init(_ what: String, why: String? = nil, next: String? = nil, exitCode: Int32 = 1) {
        self.what = what
        self.why = why
        self.next = next
        self.exitCode = exitCode
    }

    static func usage(_ what: String, next: String = "countersign --help lists the commands.") -> Complaint {
        Complaint(what, next: next, exitCode: 2)
    }

    var text: String {
        var lines = ["countersign: \(what)"]
        if let why { lines.append("  Why:  \(why)") }
        if let next { lines.append("  Next: \(next)") }
        return lines.joined(separator: "\n")
    }
}
