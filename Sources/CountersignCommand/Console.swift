import Unix

/// Data goes to standard output, messages to standard error, so that scripts can tell them apart.
enum Console {
    static func print(_ text: String) { ProcessFacts.write(Array((text + "\n").utf8), to: 1) }

    static func tell(_ text: String) { ProcessFacts.write(Array((text + "\n").utf8), to: 2) }
}
